package dev.rolewire.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.web.HttpApi.Answer;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// Archives that people send.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ArchiveHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private static final String[] REPOSITORY = { "README.md", "# Stacks", "stacks/web.yaml", Documents.ROLE_AS_PROFILE,
            "stacks/function.json", Documents.NOT_TRUSTED };

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @ParameterizedTest
    @CsvSource({ "application/zip", "application/x-zip-compressed", "application/octet-stream",
            "application/x-www-form-urlencoded", "application/gzip", "''" })
    void unpacksAZipWhateverTypeTheClientGivesIt(String type) {
        byte[] zip = Archive.zip(REPOSITORY);
        Answer answer = type.isEmpty() ? this.api.post(ANALYSES, zip)
                : this.api.post(ANALYSES, zip, "Content-Type", type);
        isTheRepository(answer);
    }

    @ParameterizedTest
    @CsvSource({ "application/gzip", "application/x-gzip", "application/x-tgz", "application/octet-stream",
            "application/zip" })
    void unpacksATarGz(String type) {
        isTheRepository(this.api.post(ANALYSES, HttpApi.gzip(tar()), "Content-Type", type));
    }

    @Test
    void unpacksATarAlsoWithAContentEncoding() {
        isTheRepository(this.api.post(ANALYSES, tar(), "Content-Type", "application/x-tar"));
        isTheRepository(this.api.post(ANALYSES, tar(), "Content-Type", "application/octet-stream"));
        isTheRepository(this.api.post(ANALYSES, HttpApi.gzip(tar()), "Content-Type", "application/x-tar",
                "Content-Encoding", "gzip"));
        isTheRepository(this.api.post(ANALYSES, HttpApi.gzip(Archive.zip(REPOSITORY)), "Content-Type",
                "application/zip", "Content-Encoding", "gzip"));
    }

    @Test
    void unpacksAnArchiveThatIsTheOnlyFileOfAForm() {
        byte[] form = new Form().file("repository.zip", Archive.zip(REPOSITORY)).options("failOn: error").body();
        Answer answer = this.api.post(ANALYSES, form, "Content-Type", Form.TYPE);
        assertThat(answer.status()).isEqualTo(422);
        isTheRepository(answer);
        byte[] two = new Form().file("a/one.zip", Archive.zip(REPOSITORY))
            .file("b/two.tgz", HttpApi.gzip(tar()))
            .file("c/three.yaml.gz", HttpApi.gzip(Documents.PROFILE.getBytes(StandardCharsets.UTF_8)))
            .body();
        assertThat(uris(this.api.post(ANALYSES, two, "Content-Type", Form.TYPE))).containsExactly("a/README.md",
                "a/stacks/web.yaml", "a/stacks/function.json", "b/README.md", "b/stacks/web.yaml",
                "b/stacks/function.json", "c/three.yaml");
    }

    @Test
    void leavesArchivesBesideDocumentsClosed() {
        byte[] form = new Form().file("template.yaml", Documents.ROLE_AS_PROFILE)
            .file("function.zip", Archive.zip(REPOSITORY))
            .body();
        Answer answer = this.api.post(ANALYSES, form, "Content-Type", Form.TYPE);
        assertThat(answer.rules()).containsExactly("role-as-instance-profile");
        assertThat(skipped(answer)).containsExactly(Map.entry("template.yaml", ""),
                Map.entry("function.zip", "an archive (zip) among other files, not opened"));
        byte[] zip = Archive.zip("template.yaml", Documents.ROLE_AS_PROFILE, "code.jar",
                new String(Archive.zip("a", "b"), StandardCharsets.ISO_8859_1));
        assertThat(this.api.post(ANALYSES, zip).rules()).containsExactly("role-as-instance-profile");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                 | ''          | template.yaml
            ''                 | web.yaml    | web.yaml
            a/web.yaml.gz      | other.yaml  | a/web.yaml
            a/web.yaml         | ''          | a/web.yaml
            """)
    void takesOneGzippedDocument(String query, String inHeader, String uri) throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        GzipParameters parameters = new GzipParameters();
        parameters.setFileName(inHeader.isEmpty() ? null : inHeader);
        try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(bytes, parameters)) {
            gzip.write(Documents.ROLE_AS_PROFILE.getBytes(StandardCharsets.UTF_8));
        }
        for (String type : List.of("application/gzip", "application/octet-stream")) {
            Answer answer = this.api.post(ANALYSES + "?filename=" + query, bytes.toByteArray(), "Content-Type", type);
            assertThat(answer.rules()).containsExactly("role-as-instance-profile");
            assertThat(uris(answer)).containsExactly(uri);
        }
    }

    @Test
    void takesGzipOfSeveralMembers() {
        byte[] first = HttpApi.gzip(Documents.ROLE_AS_PROFILE.substring(0, 100).getBytes(StandardCharsets.UTF_8));
        byte[] second = HttpApi.gzip(Documents.ROLE_AS_PROFILE.substring(100).getBytes(StandardCharsets.UTF_8));
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertThat(this.api.post(ANALYSES, both, "Content-Type", "application/gzip").rules())
            .containsExactly("role-as-instance-profile");
    }

    @Test
    void readsZip64AndLinksAndWhatOtherProgramsWrite() {
        byte[] zip = new Archive.Zip().zip64()
            .file("./stacks\\web.yaml", Documents.ROLE_AS_PROFILE)
            .entry("empty\\", "", 0)
            .link("latest.yaml", "stacks/web.yaml")
            .entry("queue", "", 0010644)
            .bytes();
        Answer answer = this.api.post(ANALYSES, zip);
        assertThat(answer.rules()).containsExactly("role-as-instance-profile");
        assertThat(skipped(answer)).containsExactly(Map.entry("stacks/web.yaml", ""),
                Map.entry("latest.yaml", "a symbolic link, not followed"),
                Map.entry("queue", "neither a file nor a directory"));
    }

    @Test
    void readsLinksOfATar() {
        byte[] tar = new Archive.Tar().entry("stacks/", TarConstants.LF_DIR, "")
            .file("stacks/web.yaml", Documents.ROLE_AS_PROFILE)
            .entry("copy.yaml", TarConstants.LF_LINK, "stacks/web.yaml")
            .entry("stray.yaml", TarConstants.LF_LINK, "elsewhere.yaml")
            .entry("latest.yaml", TarConstants.LF_SYMLINK, "../stacks/web.yaml")
            .entry("null", TarConstants.LF_CHR, "")
            .entry("disk", TarConstants.LF_BLK, "")
            .entry("pipe", TarConstants.LF_FIFO, "")
            .bytes();
        Answer answer = this.api.post(ANALYSES, tar);
        assertThat(answer.rules()).containsExactly("role-as-instance-profile", "role-as-instance-profile");
        assertThat(skipped(answer)).containsExactly(Map.entry("stacks/web.yaml", ""), Map.entry("copy.yaml", ""),
                Map.entry("stray.yaml", "a hard link to something that is not in the archive"),
                Map.entry("latest.yaml", "a symbolic link, not followed"),
                Map.entry("null", "neither a file nor a directory"),
                Map.entry("disk", "neither a file nor a directory"),
                Map.entry("pipe", "neither a file nor a directory"));
    }

    @Test
    void readsNamesInAnyEncoding() {
        String name = "santé.yaml";
        assertThat(uris(this.api.post(ANALYSES, Archive.zip(name, Documents.PROFILE)))).containsExactly(name);
        byte[] dos = new Archive.Zip().encoding("IBM437").file(name, Documents.PROFILE).bytes();
        assertThat(uris(this.api.post(ANALYSES, dos))).containsExactly(name);
        byte[] unmarked = new Archive.Zip().encoding("UTF-8").file(name, Documents.PROFILE).bytes();
        assertThat(uris(this.api.post(ANALYSES, unmarked))).containsExactly(name);
        byte[] tar = new Archive.Tar().file(name, Documents.PROFILE).bytes();
        assertThat(uris(this.api.post(ANALYSES, tar))).containsExactly(name);
        String deep = "a".repeat(120) + "/" + "é".repeat(120) + ".yaml";
        byte[] extended = new Archive.Tar().file(deep, Documents.PROFILE).bytes();
        assertThat(uris(this.api.post(ANALYSES, extended))).containsExactly(deep);
    }

    @Test
    void doesNotLookIntoWhatAWorkingCopyCarriesAlong() {
        String[] files = { ".git/config", "[core]", ".git/objects/aa/b", "x", "app/node_modules/a/package.json",
                "{\"name\": \"a\"}", "infra/.terraform/modules/m/main.tf", "resource", "__MACOSX/._web.yaml", "x",
                "._web.yaml", "x", ".DS_Store", "x", "node_modules", "a file of that name", "web.yaml",
                Documents.ROLE_AS_PROFILE };
        byte[] zip = Archive.zip(files);
        Archive.Tar tar = new Archive.Tar();
        for (int i = 0; i < files.length; i += 2) {
            tar.file(files[i], files[i + 1]);
        }
        for (byte[] archive : List.of(zip, tar.bytes())) {
            Answer answer = this.api.post(ANALYSES, archive);
            assertThat(answer.rules()).containsExactly("role-as-instance-profile");
            Map<String, String> skipped = skipped(answer);
            assertThat(skipped.keySet()).containsExactly(".git", "app/node_modules", "infra/.terraform", "__MACOSX",
                    "._web.yaml", ".DS_Store", "node_modules", "web.yaml");
            assertThat(skipped).containsEntry(".git", "the repository of Git, not looked into")
                .containsEntry(".DS_Store", "metadata of macOS");
        }
    }

    @Test
    void takesARepositoryOfTenThousandFiles() {
        String[] files = new String[20_000];
        for (int i = 0; i < files.length; i += 2) {
            files[i] = "services/s" + (i / 200) + "/file" + i + ((i % 200 == 0) ? ".yaml" : ".txt");
            files[i + 1] = (i % 200 == 0) ? Documents.ROLE_AS_PROFILE : "text\n".repeat(100);
        }
        Answer answer = this.api.post(ANALYSES, Archive.zip(files), "Content-Type", "application/zip");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/summary/error").asInt()).isEqualTo(100);
        assertThat(answer.json().at("/documents").size()).isEqualTo(10_000);
    }

    @Test
    void leavesOutLargeFilesThatAreNothingOfOurs() {
        byte[] zip = Archive.zip("data.json", "{\"a\": \"" + "x".repeat(6 << 20) + "\"}", "web.yaml",
                Documents.ROLE_AS_PROFILE);
        Answer answer = this.api.post(ANALYSES, zip);
        assertThat(answer.rules()).containsExactly("role-as-instance-profile");
        assertThat(skipped(answer)).containsEntry("data.json", "larger than the limit of 5242880 bytes for a document");
    }

    @Test
    void takesALargePlanInAnArchive() {
        String plan = "{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.0\",\"variables\":{\"x\":{\"value\":\""
                + "x".repeat(6 << 20)
                + "\"}},\"planned_values\":{\"root_module\":{}},\"resource_changes\":[],\"configuration\":{\"root_module\":{}}}";
        Answer answer = this.api.post(ANALYSES, Archive.zip("plan.json", plan));
        assertThat(answer.json().at("/documents/0/dialect").asString()).isEqualTo("terraform-plan");
        Answer gzip = this.api.post(ANALYSES, HttpApi.gzip(plan.getBytes(StandardCharsets.UTF_8)));
        assertThat(gzip.json().at("/documents/0/uri").asString()).isEqualTo("plan.json");
    }

    @Test
    void takesOptionsOfTheQuery() {
        Answer answer = this.api.post(ANALYSES + "?failOn=error&filename=x/repository.zip&format=text",
                Archive.zip(REPOSITORY), "Content-Type", "application/zip");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("--> x/stacks/web.yaml:8:27");
    }

    private static byte[] tar() {
        Archive.Tar tar = new Archive.Tar();
        for (int i = 0; i < REPOSITORY.length; i += 2) {
            tar.file(REPOSITORY[i], REPOSITORY[i + 1]);
        }
        return tar.bytes();
    }

    private static void isTheRepository(Answer answer) {
        assertThat(answer.rules()).containsExactly("role-as-instance-profile", "service-not-trusted");
        assertThat(uris(answer)).containsExactly("README.md", "stacks/web.yaml", "stacks/function.json");
    }

    private static List<String> uris(Answer answer) {
        return List.copyOf(skipped(answer).keySet());
    }

    /// The reasons by path; empty when the document was looked at.
    private static Map<String, String> skipped(Answer answer) {
        Map<String, String> skipped = new LinkedHashMap<>();
        answer.json()
            .required("documents")
            .forEach((document) -> skipped.put(document.at("/uri").asString(),
                    document.at("/skipped").isNull() ? "" : document.at("/skipped").asString()));
        return skipped;
    }

}
