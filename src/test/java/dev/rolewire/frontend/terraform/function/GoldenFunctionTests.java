package dev.rolewire.frontend.terraform.function;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What OpenTofu itself made of thousand and more expressions, function by function; [GoldenFunctionCases] makes the
/// data.
class GoldenFunctionTests {

    static final Path DIRECTORY = Path.of("src/test/resources/terraform/functions");

    @Test
    void everyExpressionIsEqual() throws IOException {
        List<String> differences = new ArrayList<>();
        Map<String, byte[]> files = files();
        for (String line : java.nio.file.Files.readAllLines(DIRECTORY.resolve("cases.tsv"), StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", -1);
            String result = result(cells[0], files);
            if (!agree(cells[1], result)) {
                differences.add(cells[0] + "\n    OpenTofu: " + cells[1] + "\n    here:     " + result);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void everyFunctionHasCases() throws IOException {
        String cases = java.nio.file.Files.readString(DIRECTORY.resolve("cases.tsv"));
        TreeSet<String> missing = new TreeSet<>();
        List<String> neverKnown = List.of("base64gzip", "issensitive", "plantimestamp");
        for (String name : Functions.names()) {
            if (!neverKnown.contains(name) && !cases.contains(name + "(")) {
                missing.add(name);
            }
        }
        assertThat(missing).isEmpty();
    }

    /// A plan says no types of what it does not know wholly. What OpenTofu does not know
    /// wholly may be unknown here: to
    /// it `u` is a text, here it may be a list.
    private static boolean agree(String expected, String result) {
        if (!expected.contains("?")) {
            return result.equals(expected);
        }
        String kinds = "(?:tuple|list|set|map|object)(?=[\\[{])";
        return result.equals("?") || result.replaceAll(kinds, "").equals(expected.replaceAll(kinds, ""));
    }

    private static String result(String expression, Map<String, byte[]> files) {
        Expressions expressions = Expressions.with(files);
        expressions.set("u", Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "u", expressions.context().origin()));
        Outcome outcome = expressions.evaluate(expression);
        return outcome.succeeds() ? Notation.of(outcome.value()) : "error";
    }

    static Map<String, byte[]> files() throws IOException {
        Path root = DIRECTORY.resolve("files");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> paths = java.nio.file.Files.walk(root)) {
            for (Path path : paths.filter(java.nio.file.Files::isRegularFile).sorted().toList()) {
                files.put(root.relativize(path).toString(), java.nio.file.Files.readAllBytes(path));
            }
        }
        return files;
    }

}
