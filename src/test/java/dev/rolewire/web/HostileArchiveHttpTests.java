package dev.rolewire.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import dev.rolewire.web.HttpApi.Answer;
import dev.rolewire.web.request.MemoryBudget;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Archives that are broken or mean harm, within small limits. After each the service goes on answering, and holds nothing.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = { "rolewire.limits.max-document-size=8KB", "rolewire.limits.max-plan-size=16KB",
                "rolewire.limits.max-request-size=128KB", "rolewire.limits.max-files=20" })
class HostileArchiveHttpTests {

    private static final String ANALYSES = "/v1/analyses";

    private final MemoryBudget memory;

    @LocalServerPort
    private int port;

    private HttpApi api = new HttpApi(0);

    HostileArchiveHttpTests(@Autowired MemoryBudget memory) {
        this.memory = memory;
    }

    @BeforeEach
    void connect() {
        this.api = new HttpApi(this.port);
    }

    @AfterEach
    void goesOnAnswering() {
        assertThat(this.api.post(ANALYSES, Archive.zip("a.yaml", Documents.ROLE_AS_PROFILE)).rules())
            .containsExactly("role-as-instance-profile");
        for (int i = 0; i < 250 && this.memory.held() > 0; i++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(this.memory.held()).isZero();
    }

    static Stream<Arguments> archives() {
        byte[] zip = Archive.zip("a.yaml", Documents.PROFILE, "b.yaml", Documents.PROFILE);
        byte[] tar = new Archive.Tar().file("a.yaml", Documents.PROFILE).file("b.yaml", Documents.PROFILE).bytes();
        byte[] tarGz = HttpApi.gzip(tar);
        String zeros = "\n".repeat(8000);
        String[] bomb = new String[40];
        for (int i = 0; i < bomb.length; i += 2) {
            bomb[i] = "f" + i;
            bomb[i + 1] = zeros;
        }
        String[] many = new String[42];
        Arrays.setAll(many, (i) -> (i % 2 == 0) ? "f" + i + ".yaml" : "a: b");
        String[] carried = new String[1000];
        Arrays.setAll(carried, (i) -> (i % 2 == 0) ? ".git/f" + i : "");
        return Stream.of(arguments("an empty zip", Archive.zip(), 400, "empty-body", ""),
                arguments("a zip of directories", Archive.zip("a/", ""), 400, "empty-body", ""),
                arguments("a zip of blank files", Archive.zip("a.yaml", " \n"), 400, "empty-body", ""),
                arguments("a zip of what is left out", Archive.zip(".git/config", "x"), 400, "empty-body", ""),
                arguments("an empty tar", new Archive.Tar().bytes(), 400, "malformed-archive", ""),
                arguments("an empty tar.gz", HttpApi.gzip(new Archive.Tar().bytes()), 400, "empty-body", ""),
                arguments("a gzip of nothing", HttpApi.gzip(new byte[0]), 400, "empty-body", ""),
                arguments("half a zip", Arrays.copyOf(zip, zip.length / 2), 400, "malformed-archive", ""),
                arguments("a zip without its end", Arrays.copyOf(zip, zip.length - 8), 400, "malformed-archive", ""),
                arguments("the first bytes of a zip", "PK\u0003\u0004rest".getBytes(StandardCharsets.ISO_8859_1), 400,
                        "malformed-archive", ""),
                arguments("half a tar", Arrays.copyOf(tar, 700), 400, "malformed-archive", "a.yaml"),
                arguments("half a tar.gz", Arrays.copyOf(tarGz, tarGz.length / 2), 400, "malformed-archive", ""),
                arguments("a damaged gzip", damaged(tarGz, tarGz.length - 6), 400, "malformed-archive", ""),
                arguments("a zip with a changed byte", damaged(zip, 60), 400, "malformed-archive", "a.yaml"),
                arguments("no archive", "Resources: {}".getBytes(StandardCharsets.UTF_8), 400, "malformed-archive", ""),
                arguments("an encrypted zip", flagged(zip, 1), 400, "encrypted-archive", "a.yaml"),
                arguments("an unknown method", method(zip, 99), 400, "malformed-archive", "a.yaml"),
                arguments("a path upwards", Archive.zip("../a.yaml", "a: b"), 400, "unsafe-path", "../a.yaml"),
                arguments("a path through itself", Archive.zip("a/../b.yaml", "a: b"), 400, "unsafe-path",
                        "a/../b.yaml"),
                arguments("a path upwards on Windows", Archive.zip("a\\..\\..\\b.yaml", "a: b"), 400, "unsafe-path",
                        "a\\..\\..\\b.yaml"),
                arguments("an absolute path", Archive.zip("/etc/passwd", "a: b"), 400, "unsafe-path", "/etc/passwd"),
                arguments("a drive", Archive.zip("C:\\a.yaml", "a: b"), 400, "unsafe-path", "C:\\a.yaml"),
                arguments("a share", Archive.zip("\\\\host\\a.yaml", "a: b"), 400, "unsafe-path", "\\\\host\\a.yaml"),
                arguments("a path upwards in a tar", new Archive.Tar().file("../a.yaml", "a: b").bytes(), 400,
                        "unsafe-path", "../a.yaml"),
                arguments("an absolute path in a tar", new Archive.Tar().file("/a.yaml", "a: b").bytes(), 400,
                        "unsafe-path", "/a.yaml"),
                arguments("a hard link upwards",
                        new Archive.Tar().entry("a", TarConstants.LF_LINK, "../../etc/passwd").bytes(), 400,
                        "unsafe-path", "../../etc/passwd"),
                arguments("a line break in a name", Archive.zip("a\nb.yaml", "a: b"), 400, "unsafe-path",
                        "a\ufffdb.yaml"),
                arguments("a long name", Archive.zip("a".repeat(2000), "a: b"), 400, "unsafe-path",
                        "a".repeat(80) + "..."),
                arguments("two files of one name",
                        new Archive.Zip().file("a.yaml", "a: b").file("a.yaml", "c: d").bytes(), 400, "duplicate-path",
                        "a.yaml"),
                arguments("two spellings of one name", Archive.zip("a.yaml", "a: b", "./a.yaml", "a: b"), 400,
                        "duplicate-path", "a.yaml"),
                arguments("two files of one name in a tar",
                        new Archive.Tar().file("a.yaml", "a: b").file("a.yaml", "c: d").bytes(), 400, "duplicate-path",
                        "a.yaml"),
                arguments("too many files", Archive.zip(many), 413, "too-many-files", ""),
                arguments("too many entries that are left out", Archive.zip(carried), 413, "too-many-files", ""),
                arguments("a zip bomb", Archive.zip(bomb), 413, "request-too-large", ""),
                arguments("a bomb in one entry of a tar.gz",
                        HttpApi.gzip(new Archive.Tar().file("a.txt", "\n".repeat(1 << 20)).bytes()), 413,
                        "request-too-large", ""),
                arguments("a bomb in a gzip", HttpApi.gzip("\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8)), 413,
                        "document-too-large", ""),
                arguments("a large template", Archive.zip("a.yaml", "AWSTemplateFormatVersion: x\n" + zeros + zeros),
                        413, "document-too-large", "a.yaml"),
                arguments("a large configuration", Archive.zip("a.tf", zeros + zeros), 413, "document-too-large",
                        "a.tf"),
                arguments("a large plan", Archive.zip("a.json", "{\"format_version\": \"" + "x".repeat(17000)), 413,
                        "document-too-large", "a.json"),
                arguments("a binary plan", Archive.zip("tfplan", "x", "tfstate", "x"), 415, "unsupported-media-type",
                        ""),
                arguments("a binary plan in another order", Archive.zip("tfstate", "x", "tfplan", "x"), 415,
                        "unsupported-media-type", ""),
                arguments("a gzip in a gzip", HttpApi.gzip(tarGz), 415, "unsupported-media-type", ""),
                arguments("a zip in a gzip", HttpApi.gzip(zip), 415, "unsupported-media-type", ""),
                arguments("a 7z", "7z\u00bc\u00af\u0027\u001c".getBytes(StandardCharsets.ISO_8859_1), 415,
                        "unsupported-media-type", ""),
                arguments("an xz", "\u00fd7zXZ\u0000".getBytes(StandardCharsets.ISO_8859_1), 415,
                        "unsupported-media-type", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void refusesArchivesThatMakeNoSense(String what, byte[] archive, int status, String problem, String entry) {
        Answer answer = this.api.post(ANALYSES, archive, "Content-Type", "application/zip");
        assertThat(answer.problem()).as(what + answer.body()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("entry").asString("")).isEqualTo(entry);
        if (status != 413 && !problem.equals("unsafe-path")) {
            assertThat(answer.json().required("command").asString()).contains("http://localhost:" + this.port);
        }
    }

    /// A chunked body says no length.
    @Test
    void boundsABodyWithoutALength() {
        byte[] zip = Archive.zip("a", noise(200_000));
        Answer answer = this.api.send(this.api.request(ANALYSES, "Content-Type", "application/zip")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(zip))));
        assertThat(answer.problem()).isEqualTo("request-too-large");
        assertThat(answer.json().at("/limit").asInt()).isEqualTo(128 * 1024);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2 })
    void answersDamagedArchivesWithAProblemOrAReport(int kind) {
        byte[] tar = new Archive.Tar().file("a.yaml", Documents.PROFILE)
            .file("é".repeat(90) + ".yaml", Documents.PROFILE)
            .entry("l", TarConstants.LF_SYMLINK, "a.yaml")
            .bytes();
        byte[] zip = new Archive.Zip().file("a.yaml", Documents.PROFILE)
            .file("é.yaml", Documents.NOT_TRUSTED)
            .link("l", "a.yaml")
            .bytes();
        byte[] whole = List.of(zip, tar, HttpApi.gzip(tar)).get(kind);
        Random random = new Random(42);
        for (int round = 0; round < 400; round++) {
            byte[] bytes = whole.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                int at = random.nextInt(bytes.length);
                bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : bytes[at] ^ (1 << random.nextInt(8)));
            }
            if (random.nextInt(8) == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            Answer answer = this.api.post(ANALYSES, bytes, "Content-Type", "application/zip");
            assertThat(answer.status()).as("round %d: %s", round, answer.body()).isIn(200, 400, 413, 415);
        }
    }

    private static byte[] damaged(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 0x55;
        return changed;
    }

    /// Sets the flags of all entries, in both headers.
    private static byte[] flagged(byte[] zip, int flags) {
        return changed(zip, 6, 8, flags);
    }

    private static byte[] method(byte[] zip, int method) {
        return changed(zip, 8, 10, method);
    }

    private static byte[] changed(byte[] zip, int local, int central, int value) {
        byte[] changed = zip.clone();
        for (int i = 0; i + 30 < changed.length; i++) {
            boolean header = changed[i] == 'P' && changed[i + 1] == 'K';
            if (header && changed[i + 2] == 3 && changed[i + 3] == 4) {
                changed[i + local] = (byte) value;
            }
            if (header && changed[i + 2] == 1 && changed[i + 3] == 2) {
                changed[i + central] = (byte) value;
            }
        }
        return changed;
    }

    private static String noise(int length) {
        StringBuilder noise = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < length; i++) {
            noise.append((char) (' ' + random.nextInt(90)));
        }
        return noise.toString();
    }

}
