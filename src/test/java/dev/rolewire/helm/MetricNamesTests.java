package dev.rolewire.helm;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Alerts and dashboard ask for metrics that the running service has, with labels that it has.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MetricNamesTests {

    private static final Pattern NAME = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\{([^}]*)}");

    private static final Pattern LABEL = Pattern.compile("(\\w+)(?:=~|!=|!~|=)\"");

    private static final Pattern BY = Pattern.compile("by \\(([^)]*)\\)");

    /// What Prometheus adds to every series.
    private static final Set<String> OF_PROMETHEUS = Set.of("namespace", "job", "pod");

    @LocalServerPort
    private int port;

    @Test
    void everyMetricIsThere() throws Exception {
        String scrape = scrape();
        List<String> queries = queries();
        Set<String> names = new TreeSet<>();
        for (String query : queries) {
            Matcher metric = NAME.matcher(query);
            while (metric.find()) {
                names.add(metric.group(1));
                for (String label : labels(query, metric.group(2))) {
                    assertThat(scrape).as(query)
                        .containsPattern("(?m)^" + metric.group(1) + "\\{[^}]*" + label + "=\"");
                }
                assertThat(scrape).as(query).containsPattern("(?m)^" + metric.group(1) + "[ {]");
            }
        }
        assertThat(names).contains("rolewire_queue_wait_seconds_sum", "jvm_memory_usage_after_gc")
            .hasSizeGreaterThan(15);
    }

    private static List<String> labels(String query, String selectors) {
        Set<String> labels = new TreeSet<>();
        LABEL.matcher(selectors).results().forEach((label) -> labels.add(label.group(1)));
        BY.matcher(query).results().forEach((by) -> labels.addAll(List.of(by.group(1).split(", "))));
        labels.removeAll(OF_PROMETHEUS);
        return List.copyOf(labels);
    }

    private static List<String> queries() {
        Chart.Rendered rendered = Chart.render("gateway");
        List<String> queries = new ArrayList<>(
                rendered.only("PrometheusRule").at("/spec/groups/0/rules").findValuesAsString("expr"));
        JsonNode dashboard = JsonMapper.shared()
            .readTree(rendered.all("ConfigMap")
                .stream()
                .map((map) -> map.at("/data/rolewire.json"))
                .filter(JsonNode::isString)
                .findFirst()
                .orElseThrow()
                .asString());
        queries.addAll(dashboard.at("/panels").findValuesAsString("expr"));
        queries.add(dashboard.at("/templating/list/1/definition").asString().replace(",", "{}"));
        return queries;
    }

    private String scrape() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String base = "http://localhost:" + this.port;
            HttpRequest.Builder post = HttpRequest.newBuilder(URI.create(base + "/v1/analyses"));
            for (String body : List.of("Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: {}\n", "")) {
                client.send(post.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
            HttpRequest get = HttpRequest.newBuilder(URI.create(base + "/actuator/prometheus")).build();
            return client.send(get, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

}
