package dev.rolewire.helm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import dev.rolewire.helm.Chart.Rendered;
import dev.rolewire.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HelmChartTests {

    static List<String> cases() {
        return Chart.cases();
    }

    @Test
    void isCleanForHelm() {
        LintResult result = new Helm(Chart.DIRECTORY).lint().strict().call();
        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
        assertThat(result.getMessages())
            .noneMatch((message) -> message.contains("[ERROR]") || message.contains("[WARN"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rendersAsReviewed(String name) {
        Golden.check(Path.of("helm", name + ".yaml"), Chart.render(name).text().stripTrailing() + "\n");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyPodIsRestricted(String name) {
        Rendered rendered = Chart.render(name);
        List<JsonNode> pods = List.of(rendered.pod(), rendered.only("Pod").at("/spec"));
        for (JsonNode pod : pods) {
            assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/enableServiceLinks").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
            assertThat(pod.at("/securityContext/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
            for (String key : List.of("hostNetwork", "hostPID", "hostIPC")) {
                assertThat(pod.has(key)).isFalse();
            }
            for (JsonNode container : pod.at("/containers")) {
                JsonNode security = container.at("/securityContext");
                assertThat(security.at("/allowPrivilegeEscalation").asBoolean(true)).isFalse();
                assertThat(security.at("/readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
                assertThat(container.at("/resources/limits/memory").isMissingNode()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesAndLabelsAreThoseOfTheRelease(String name) {
        Rendered rendered = Chart.render(name);
        for (JsonNode manifest : rendered.manifests()) {
            String what = manifest.at("/kind").asString();
            assertThat(manifest.at("/metadata/namespace").asString()).as(what).isEqualTo("tools");
            JsonNode labels = manifest.at("/metadata/labels");
            assertThat(labels.at("/app.kubernetes.io~1instance").asString()).as(what).isEqualTo("check");
            assertThat(labels.at("/app.kubernetes.io~1managed-by").asString()).as(what).isEqualTo("Helm");
        }
        JsonNode selector = rendered.only("Deployment").at("/spec/selector/matchLabels");
        assertThat(selector.propertyNames()).containsExactly("app.kubernetes.io/name", "app.kubernetes.io/instance");
        assertThat(rendered.only("Service").at("/spec/selector")).isEqualTo(selector);
        assertThat(rendered.only("Pod").at("/metadata/labels/app.kubernetes.io~1name"))
            .as("the service does not send to the test")
            .isNotEqualTo(selector.get("app.kubernetes.io/name"));
    }

    @Test
    void probesFollowTheContextPath() {
        assertThat(Chart.render("default").container().at("/startupProbe/httpGet/path").asString()).isEqualTo("/livez");
        JsonNode container = Chart.render("ingress").container();
        assertThat(container.at("/startupProbe/httpGet/path").asString()).isEqualTo("/tools/rolewire/livez");
        assertThat(container.at("/readinessProbe/httpGet/path").asString()).isEqualTo("/tools/rolewire/readyz");
        assertThat(container.at("/readinessProbe/httpGet/port").asString()).isEqualTo("http");
    }

    @Test
    void nothingGoesOutThatIsNotConfigured() {
        JsonNode closed = Chart.render("default").only("NetworkPolicy").at("/spec");
        assertThat(closed.at("/policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
        assertThat(closed.at("/egress").toString()).isEqualTo("[]");
        JsonNode open = Chart.render("ingress").only("NetworkPolicy").at("/spec/egress");
        assertThat(open.findValuesAsString("port")).containsExactly("53", "53", "443", "4318", "8080");
        assertThat(open.at("/1/to/0/ipBlock/cidr").asString()).isEqualTo("192.0.2.0/24");
        assertThat(Chart.with(Map.of("tracing.endpoint", "http://collector/v1/traces"))
            .only("NetworkPolicy")
            .at("/spec/egress")
            .findValuesAsString("port")).containsExactly("53", "53", "80");
    }

    @Test
    void whoMayCallIsWhoIsListedAndTheTest() {
        JsonNode ingress = Chart.render("gateway").only("NetworkPolicy").at("/spec/ingress");
        assertThat(ingress.at("/0/from").size()).isEqualTo(2);
        assertThat(ingress.at("/0/from/1/podSelector/matchLabels/app.kubernetes.io~1name").asString())
            .isEqualTo("rolewire-test");
        assertThat(Chart.render("default").only("NetworkPolicy").at("/spec/ingress/0").has("from")).isFalse();
        assertThat(Chart.render("ingress").only("NetworkPolicy").at("/spec/ingress").size()).isEqualTo(1);
    }

    @Test
    void replicasAreLeftToTheAutoscaler() {
        assertThat(Chart.render("gateway").only("Deployment").at("/spec").has("replicas")).isFalse();
        assertThat(Chart.render("gateway").only("HorizontalPodAutoscaler").at("/spec/minReplicas").asInt())
            .isEqualTo(2);
        assertThat(Chart.render("gateway").all("PodDisruptionBudget")).hasSize(1);
        assertThat(Chart.render("default").only("Deployment").at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(Chart.render("ingress").all("PodDisruptionBudget")).isEmpty();
    }

    @Test
    void routeTakesThePrefixAwayUnlessTheServiceHasIt() {
        JsonNode filters = Chart.render("gateway").only("HTTPRoute").at("/spec/rules/0/filters");
        assertThat(filters.at("/0/requestHeaderModifier/set/0/value").asString()).isEqualTo("/tools/rolewire");
        assertThat(filters.at("/1/urlRewrite/path/replacePrefixMatch").asString()).isEqualTo("/");
        Rendered same = Chart.with(Map.of("httpRoute.enabled", true, "httpRoute.parentRefs[0].name", "public",
                "httpRoute.path", "/rolewire", "contextPath", "/rolewire"));
        assertThat(same.only("HTTPRoute").at("/spec/rules/0").has("filters")).isFalse();
        assertThat(same.all("Ingress")).isEmpty();
    }

    @Test
    void configurationIsWhatTheValuesSay() {
        JsonNode gateway = Chart.render("gateway").configuration();
        assertThat(gateway.at("/rolewire/access/mode").asString()).isEqualTo("api-key");
        assertThat(gateway.at("/rolewire/access/api-keys-file").asString()).isEqualTo("/application/api-keys");
        JsonNode ingress = Chart.render("ingress").configuration();
        assertThat(ingress.at("/rolewire/access/jwt/audience/0").asString()).isEqualTo("rolewire");
        assertThat(ingress.at("/rolewire/limits/deadline").asString()).isEqualTo("60s");
        assertThat(ingress.at("/rolewire/limits/max-files").asInt()).as("config is merged over it").isEqualTo(500);
        assertThat(ingress.at("/server/servlet/context-path").asString()).isEqualTo("/tools/rolewire");
        assertThat(ingress.at("/springdoc/swagger-ui/enabled").asBoolean(true)).isFalse();
    }

    @Test
    void podsAreReplacedWhenTheConfigurationChanges() {
        String path = "/spec/template/metadata/annotations/checksum~1config";
        String before = Chart.render("default").only("Deployment").at(path).asString();
        String after = Chart.with(Map.of("limits.deadline", "10s")).only("Deployment").at(path).asString();
        assertThat(before).hasSize(64).isNotEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replicaCount                 | many          | replicaCount
            replicacount                 | 3             | replicacount
            image.digest                 | sha256:abc    | digest
            image.repository             | ''            | repository
            access.mode                  | basic         | mode
            access.mode                  | api-key       | existingSecret
            access.mode                  | jwt           | issuer
            limits.maxDocumentSize       | much          | maxDocumentSize
            limits.maxDocuments          | 3             | maxDocuments
            contextPath                  | /rolewire/    | contextPath
            service.port                 | 70000         | port
            httpRoute.enabled            | true          | parentRefs
            temporarySize                | big           | temporarySize
            probes.startup.path          | /x            | path
            prometheusRule.errorRatio    | 5             | errorRatio
            terminationGracePeriodSeconds | 20           | terminationGracePeriodSeconds must be more than 45
            preStopSleepSeconds          | 30            | terminationGracePeriodSeconds must be more than 70
            """)
    void refusesValuesThatCannotBeMeant(String name, String value, String complaint) {
        assertThatThrownBy(() -> Chart.with(Map.of(name, value))).hasMessageContaining(complaint);
    }

    @Test
    void refusesTwoWaysIn() {
        assertThatThrownBy(() -> Chart
            .with(Map.of("ingress.enabled", true, "httpRoute.enabled", true, "httpRoute.parentRefs[0].name", "public")))
            .hasMessageContaining("turn on one of ingress.enabled and httpRoute.enabled, not both");
        assertThatThrownBy(() -> Chart.with(Map.of("autoscaling.enabled", true, "autoscaling.minReplicas", 11)))
            .hasMessageContaining("autoscaling.minReplicas is greater than autoscaling.maxReplicas");
    }

}
