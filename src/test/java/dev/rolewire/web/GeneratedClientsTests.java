package dev.rolewire.web;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.rolewire.testing.NodeTools;
import dev.rolewire.testing.Repository;
import dev.rolewire.testing.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// Clients that OpenAPI Generator makes of the document compile, and post two files with options. Its jar is in
/// `target/tools`, where `.ci/run` puts it.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GeneratedClientsTests {

    private static final String ANSWER = "fail 2 role-as-instance-profile 8";

    @TempDir
    private Path directory = Path.of("");

    @LocalServerPort
    private int port;

    @Test
    void javaPostsTwoFilesWithOptions() throws IOException {
        generate("java", "--library=native",
                "--additional-properties=useJakartaEe=true,openApiNullable=false,hideGenerationTimestamp=true");
        Path main = Files.writeString(this.directory.resolve("Main.java"),
                """
                        import java.util.List;
                        import org.openapitools.client.ApiClient;
                        import org.openapitools.client.api.AnalysesApi;
                        import org.openapitools.client.model.*;

                        public class Main {

                            public static void main(String[] arguments) throws Exception {
                                ApiClient client = new ApiClient();
                                client.updateBaseUri(arguments[0]);
                                String template = java.nio.file.Files.readString(java.nio.file.Path.of(arguments[1]));
                                Request request = new Request().addFilesItem(new ModelFile().path("a/web.yaml").content(template))
                                    .addFilesItem(new ModelFile().path("b.yaml").content("Resources: {}"))
                                    .options(new Options().region("eu-west-1").minSeverity(Options.MinSeverityEnum.ERROR));
                                Report report = new AnalysesApi(client).analyze(request, null, null, null, null, null, null, null,
                                        null, null, null, null);
                                Finding finding = report.getFindings().get(0);
                                System.out.println(report.getVerdict() + " " + report.getDocuments().size() + " "
                                        + finding.getRuleId() + " " + finding.getLocation().getStartLine());
                            }

                        }
                        """);
        List<String> sources = new ArrayList<>(List.of(main.toString()));
        try (Stream<Path> files = Files.walk(this.directory.resolve("client/src/main/java"))) {
            files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(sources::add);
        }
        String classPath = System.getProperty("java.class.path");
        List<String> compile = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", "classes", "-cp", classPath));
        compile.addAll(sources);
        Files.writeString(this.directory.resolve("arguments"),
                String.join("\n", compile.stream().map((each) -> '"' + each.replace("\\", "\\\\") + '"').toList()));
        Tool.Result compiled = jdk("javac").run(this.directory, "@arguments");
        assertThat(compiled.exitCode()).as(compiled.output()).isZero();
        Tool.Result run = jdk("java").run(this.directory, "-cp", "classes" + File.pathSeparator + classPath, "Main",
                "http://localhost:" + this.port, template());
        assertThat(run.output().strip()).endsWith(ANSWER);
    }

    @Test
    void typeScriptPostsTwoFilesWithOptions() throws IOException {
        generate("typescript-fetch", "--additional-properties=supportsES6=true");
        Files.writeString(this.directory.resolve("main.ts"), """
                import { AnalysesApi, Configuration } from './client';

                async function main(service: string, content: string) {
                  const api = new AnalysesApi(new Configuration({ basePath: service }));
                  const report = await api.analyze({
                    request: {
                      files: [{ path: 'a/web.yaml', content }, { path: 'b.yaml', content: 'Resources: {}' }],
                      options: { region: 'eu-west-1', minSeverity: 'error' },
                    },
                  });
                  const finding = report.findings[0];
                  console.log(report.verdict, report.documents.length, finding.ruleId, finding.location.startLine);
                }

                declare const process: { argv: string[] };
                declare function require(name: string): { readFileSync(path: string, encoding: string): string };
                main(process.argv[2], require('fs').readFileSync(process.argv[3], 'utf8'));
                """);
        Tool.Result compiled = NodeTools.run(this.directory, "typescript/bin/tsc", "--strict", "--target", "es2022",
                "--module", "commonjs", "--lib", "es2022,dom,dom.iterable", "--skipLibCheck", "--outDir", "js",
                "main.ts");
        assertThat(compiled.exitCode()).as(compiled.output()).isZero();
        Tool.Result run = Tool.require("node", "Debian's package nodejs has it")
            .run(this.directory, "js/main.js", "http://localhost:" + this.port, template());
        assertThat(run.output().strip()).endsWith(ANSWER);
    }

    private static String template() {
        return Repository.root()
            .resolve("src/test/resources/fixtures/role-as-instance-profile/fail-article.cfn.yaml")
            .toString();
    }

    private void generate(String generator, String... options) throws IOException {
        Path jar = Repository.root().resolve("target/tools/openapi-generator-cli.jar");
        Tool.requireThat(Files.exists(jar), jar + " is missing: .ci/run puts it there");
        Files.writeString(this.directory.resolve("openapi.json"), new HttpApi(this.port).get("/v3/api-docs").body());
        List<String> arguments = new ArrayList<>(List.of("-jar", jar.toString(), "generate", "-i", "openapi.json", "-g",
                generator, "-o", "client",
                "--global-property=apis,models,supportingFiles,apiDocs=false,modelDocs=false,apiTests=false,modelTests=false,skipFormModel=false"));
        arguments.addAll(List.of(options));
        Tool.Result result = jdk("java").run(this.directory, arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    private static Tool jdk(String name) {
        return new Tool(Path.of(System.getProperty("java.home"), "bin", name));
    }

}
