package dev.rolewire.frontend.cloudformation.serverless;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/// Reads the bundled data files of the transform.
final class DataFile {

    private DataFile() {
    }

    /// The map that a file is.
    /// @throws IllegalStateException when it is none, which the tests of the build rule
    /// out
    static Mapping read(String name) {
        Parsed<@Nullable Node> parsed = YamlParser.parse(SourceFile.of(name, text(name)), ParseLimits.DEFAULT);
        if (!(parsed.value() instanceof Mapping root) || !parsed.isComplete()) {
            throw new IllegalStateException(name + " does not parse");
        }
        return root;
    }

    private static String text(String name) {
        try (InputStream data = DataFile.class.getResourceAsStream(name)) {
            if (data == null) {
                throw new IllegalStateException("missing on the class path: " + name);
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /// The text of a field, or null.
    static @Nullable String text(Mapping fields, String name) {
        return fields.get(name) instanceof Scalar scalar ? scalar.text() : null;
    }

    /// The fields of a map with their texts.
    static SequencedMap<String, List<String>> texts(@Nullable Node node) {
        SequencedMap<String, List<String>> texts = new LinkedHashMap<>();
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach((entry) -> texts.put(entry.name(), list(entry.value())));
        }
        return texts;
    }

    /// The texts of a list; a text alone is a list of one.
    static List<String> list(@Nullable Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof Sequence sequence) {
            sequence.items().forEach((item) -> texts.addAll(list(item)));
        }
        else if (node instanceof Scalar scalar) {
            texts.add(scalar.text());
        }
        return texts;
    }

}
