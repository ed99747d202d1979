package dev.rolewire.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Sends templates or plans to a service on this machine, from so many clients at one time, for so long, and prints what
/// came back: `LoadTool <uri> <small|large|plan> <clients> <seconds>`.
public final class LoadTool {

    private final HttpClient client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10))
        .build();

    private final HttpRequest request;

    private final List<Long> admitted = Collections.synchronizedList(new ArrayList<>());

    private final Map<String, Integer> outcomes = Collections.synchronizedMap(new TreeMap<>());

    private LoadTool(URI uri, String body) {
        this.request = HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", body.startsWith("{") ? "application/json" : "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    }

    /// Runs a load.
    /// @param arguments where to, what, how many clients, for how many seconds
    public static void main(String[] arguments) throws InterruptedException {
        URI uri = URI.create(arguments[0]);
        if (!List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost())) {
            throw new IllegalArgumentException("the load goes to this machine only");
        }
        LoadTool tool = new LoadTool(uri, body(arguments[1]));
        int seconds = Integer.parseInt(arguments[3]);
        long start = System.nanoTime();
        tool.run(Integer.parseInt(arguments[2]), start + TimeUnit.SECONDS.toNanos(seconds));
        System.out.println(tool.result((System.nanoTime() - start) / 1e9));
    }

    private void run(int clients, long end) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        call();
                    }
                });
            }
            threads.shutdown();
            boolean done = threads.awaitTermination(1, TimeUnit.DAYS);
            assert done;
        }
    }

    private void call() {
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = this.client.send(this.request, HttpResponse.BodyHandlers.ofByteArray());
            boolean retry = answer.headers().firstValue("Retry-After").isPresent();
            count(answer.statusCode() + (retry ? " with Retry-After" : ""));
            if (answer.statusCode() == 200) {
                this.admitted.add(System.nanoTime() - start);
            }
            else {
                // Less than it is told to wait, so that the load stays on.
                Thread.sleep(50);
            }
        }
        catch (IOException failure) {
            count(failure.getClass().getSimpleName());
        }
        catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(String outcome) {
        this.outcomes.merge(outcome, 1, Integer::sum);
    }

    private String result(double seconds) {
        List<Long> sorted = new ArrayList<>(this.admitted);
        Collections.sort(sorted);
        return String.format(Locale.ROOT, "%.1f analyses a second; latency p50 %s, p95 %s, p99 %s, max %s; answers %s",
                sorted.size() / seconds, millis(sorted, 0.5), millis(sorted, 0.95), millis(sorted, 0.99),
                millis(sorted, 1), this.outcomes);
    }

    private static String millis(List<Long> sorted, double quantile) {
        if (sorted.isEmpty()) {
            return "-";
        }
        int at = (int) Math.min(sorted.size() - 1, Math.floor(quantile * sorted.size()));
        return String.format(Locale.ROOT, "%.0f ms", sorted.get(at) / 1e6);
    }

    private static String body(String kind) {
        return switch (kind) {
            case "small" -> template(3);
            case "large" -> template(700);
            case "plan" -> plan(5_000_000);
            default -> throw new IllegalArgumentException("small, large or plan");
        };
    }

    private static String template(int instances) {
        StringBuilder text = new StringBuilder("""
                Resources:
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument:
                        Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: 'sts:AssumeRole'}]
                  Profile: {Type: AWS::IAM::InstanceProfile, Properties: {Roles: [!Ref Role]}}
                """);
        for (int i = 0; i < instances; i++) {
            text.append("  Server")
                .append(i)
                .append(": {Type: AWS::EC2::Instance, Properties: {ImageId: ami-0abcdef1234567890, ")
                .append("InstanceType: t3.micro, IamInstanceProfile: !Ref Profile}}\n");
        }
        return text.toString();
    }

    private static String plan(int bytes) {
        StringBuilder values = new StringBuilder();
        StringBuilder changes = new StringBuilder();
        StringBuilder resources = new StringBuilder();
        for (int i = 0; values.length() + changes.length() + resources.length() < bytes; i++) {
            String comma = (i == 0) ? "" : ",";
            String id = "\"address\":\"aws_instance.s" + i
                    + "\",\"mode\":\"managed\",\"type\":\"aws_instance\",\"name\":\"s" + i + "\"";
            String provider = ",\"provider_name\":\"registry.terraform.io/hashicorp/aws\"";
            values.append(comma)
                .append('{')
                .append(id)
                .append(provider)
                .append(",\"values\":{\"iam_instance_profile\":\"web\",\"tags\":{\"Name\":\"server\"}}}");
            changes.append(comma)
                .append('{')
                .append(id)
                .append(provider)
                .append(",\"change\":{\"actions\":[\"create\"],\"before\":null,")
                .append("\"after\":{\"iam_instance_profile\":\"web\",\"tags\":{\"Name\":\"server\"}},\"after_unknown\":{\"id\":true}}}");
            resources.append(comma)
                .append('{')
                .append(id)
                .append(",\"provider_config_key\":\"aws\",\"expressions\":{\"iam_instance_profile\":{\"constant_value\":\"web\"}}}");
        }
        String plan = "{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.0\",\"planned_values\":{\"root_module\":{\"resources\":["
                + values + "]}},\"resource_changes\":[" + changes
                + "],\"configuration\":{\"root_module\":{\"resources\":[" + resources + "]}}}";
        assert plan.getBytes(StandardCharsets.UTF_8).length >= bytes;
        return plan;
    }

}
