package dev.rolewire.frontend.terraform.function;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes the golden cases: gives each line of `expressions.txt` to OpenTofu as an output of a root module, plans it,
/// and writes what it made of it to `cases.tsv`.
///
/// In expressions `u` is a text that is known only after apply. A line that is empty or begins with `#` is none.
///
/// Run by `mvn -q test-compile exec:exec -Pgolden-functions`, with OpenTofu 1.12 as `tofu` on the path or named by the
/// environment variable `TOFU`.
final class GoldenFunctionCases {

    private GoldenFunctionCases() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> expressions = new ArrayList<>(new LinkedHashSet<>(
                Files.readAllLines(GoldenFunctionTests.DIRECTORY.resolve("expressions.txt"), StandardCharsets.UTF_8)
                    .stream()
                    .filter((line) -> !line.isBlank() && !line.startsWith("#"))
                    .toList()));
        Path root = Files.createTempDirectory("golden-functions");
        for (Map.Entry<String, byte[]> file : GoldenFunctionTests.files().entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.writeString(root.resolve("main.tf"), configuration(expressions));
        run(root, "init", "-no-color", "-input=false");
        for (String complaints = plan(root); !complaints.isEmpty(); complaints = plan(root)) {
            if (!removeRefused(expressions, complaints)) {
                throw new IllegalStateException(complaints);
            }
            Files.writeString(root.resolve("main.tf"), configuration(expressions));
        }
        JsonNode plan = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readTree(run(root, "show", "-json", "plan.bin"));
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < expressions.size(); i++) {
            cases.append(expressions.get(i)).append('\t').append(result(plan, i, expressions.get(i))).append('\n');
        }
        Files.writeString(GoldenFunctionTests.DIRECTORY.resolve("cases.tsv"), cases);
    }

    /// Plans the module.
    /// @return what OpenTofu complains about, empty when nothing
    private static String plan(Path root) throws IOException, InterruptedException {
        Path complaints = Files.createTempFile("golden-functions", ".err");
        Process process = new ProcessBuilder(System.getenv().getOrDefault("TOFU", "tofu"), "plan", "-no-color",
                "-input=false", "-out=plan.bin")
            .directory(root.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(complaints.toFile())
            .start();
        return process.waitFor() == 0 ? "" : Files.readString(complaints);
    }

    /// Leaves out the open expressions that OpenTofu refuses: it knows that `u` is a
    /// text, the library does not.
    private static boolean removeRefused(List<String> expressions, String complaints) {
        Matcher matcher = Pattern.compile("output(?:\\s+value)?\\s+\"c([0-9]+)\"").matcher(complaints);
        TreeSet<Integer> refused = new TreeSet<>();
        while (matcher.find()) {
            refused.add(Integer.valueOf(matcher.group(1)));
        }
        for (int index : refused.descendingSet()) {
            expressions.remove(index);
        }
        return !refused.isEmpty();
    }

    private static boolean isOpen(String expression) {
        return expression.matches(
                "(?s).*\\b(?:u|(?:uuid|timestamp|plantimestamp)\\(.*)\\b.*|(?:uuid|timestamp|plantimestamp)\\(\\)");
    }

    private static String configuration(List<String> expressions) {
        StringBuilder text = new StringBuilder("resource \"terraform_data\" \"x\" {}\n");
        for (int i = 0; i < expressions.size(); i++) {
            String expression = expressions.get(i).replaceAll("\\bu\\b", "terraform_data.x.id");
            String value = isOpen(expressions.get(i)) ? "[%s]".formatted(expression)
                    : "can(%s) ? [%s] : null".formatted(expression, "try(" + expression + ", null)");
            text.append("output \"c%s\" {\n  value = %s\n  sensitive = true\n}\n".formatted(i, value));
        }
        return text.toString();
    }

    private static String result(JsonNode plan, int index, String expression) {
        JsonNode output = plan.path("planned_values").path("outputs").path("c" + index);
        JsonNode unknown = plan.path("output_changes").path("c" + index).path("after_unknown");
        if (output.path("value").isMissingNode() && isOpen(expression)) {
            return Notation.of(plan.path("output_changes").path("c" + index).path("after").path(0), output.path("type"),
                    unknown.isBoolean() ? unknown : unknown.path(0));
        }
        return output.path("value").isArray()
                ? Notation.of(output.path("value").path(0), output.path("type").path(1).path(0), unknown.path(0))
                : "error";
    }

    private static String run(Path root, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(System.getenv().getOrDefault("TOFU", "tofu")));
        line.addAll(List.of(command));
        Path output = Files.createTempFile("golden-functions", ".out");
        Process process = new ProcessBuilder(line).directory(root.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", line) + " failed in " + root);
        }
        String text = Files.readString(output);
        return text.substring(Math.max(0, text.indexOf('{')));
    }

}
