package dev.rolewire.supplychain;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.testing.Repository;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// Every dependency is there for a reason that the build file says, in one version, under a licence that lets us ship it.
class SupplyChainTests {

    /// Of components with several licences one of these is enough.
    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause",
            "CC0-1.0", "EPL-2.0", "EPL-1.0", "EDL-1.0", "Go License", "ISC");

    private static final Pattern DEPENDENCY = Pattern
        .compile("(?s)(-->\\s*)?<dependency>(.*?)<artifactId>(.*?)</artifactId>(.*?)</dependency>");

    private static final Pattern VERSION = Pattern.compile("<(version|[a-z0-9.-]+\\.version)>([^<]*)</");

    private static final String BUILD = Repository.read(Repository.root().resolve("pom.xml"));

    @Test
    void everyDependencyHasItsReason() {
        String dependencies = BUILD.substring(BUILD.indexOf("<dependencies>"), BUILD.indexOf("<build>"));
        List<String> unexplained = new ArrayList<>();
        int count = 0;
        Matcher dependency = DEPENDENCY.matcher(dependencies);
        while (dependency.find()) {
            count++;
            if (dependency.group(1) == null) {
                unexplained.add(dependency.group(3));
            }
        }
        assertThat(count).isGreaterThan(15);
        assertThat(unexplained).as("dependencies without a comment above them that says what for").isEmpty();
    }

    @Test
    void everyVersionIsOneVersion() {
        Matcher version = VERSION.matcher(BUILD);
        List<String> open = new ArrayList<>();
        while (version.find()) {
            String value = version.group(2);
            boolean pinned = value.startsWith("${") || value.matches("[0-9A-Za-z][0-9A-Za-z._-]*");
            boolean own = value.equals("0.1.0-SNAPSHOT");
            boolean toolchain = value.equals("[25,26)");
            if (!pinned && !toolchain || value.matches("LATEST|RELEASE") || value.endsWith("-SNAPSHOT") && !own) {
                open.add(value);
            }
        }
        assertThat(open).isEmpty();
        assertThat(BUILD).contains("<project.build.outputTimestamp>");
    }

    @Test
    void everyLicenceIsOneThatLetsUsShip() throws IOException {
        try (InputStream in = SupplyChainTests.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            // Maven writes it before it compiles; an editor does not.
            assumeThat(in).isNotNull();
            JsonNode components = JsonMapper.shared().readTree(in).required("components");
            assertThat(components.size()).isGreaterThan(50);
            List<String> refused = new ArrayList<>();
            for (JsonNode component : components) {
                List<String> licences = licences(component);
                if (licences.stream().noneMatch(ALLOWED::contains)) {
                    refused.add(component.path("name").asString() + " " + licences);
                }
            }
            assertThat(refused).isEmpty();
        }
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode each : component.path("licenses")) {
            JsonNode licence = each.path("license");
            licences
                .add(licence.path("id").asString(licence.path("name").asString(each.path("expression").asString(""))));
        }
        return licences;
    }

}
