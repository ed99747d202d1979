package dev.rolewire.syntax.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Reads TOML into a tree without positions: nothing is ever reported at one.
public final class TomlReader {

    private static final TomlMapper MAPPER = new TomlMapper();

    private static final Span NOWHERE = Span.at(0);

    private TomlReader() {
    }

    /// Reads a text.
    /// @return the tree, or empty when the text is no TOML
    public static Optional<Node> read(String text) {
        try {
            return Optional.of(node(MAPPER.readTree(text)));
        }
        catch (JacksonException ex) {
            return Optional.empty();
        }
    }

    private static Node node(JsonNode value) {
        if (value.isObject()) {
            List<Mapping.Entry> entries = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                entries.add(new Mapping.Entry(scalar(entry.getKey(), Scalar.Kind.STRING), node(entry.getValue())));
            }
            return Mapping.of(entries, NOWHERE, null);
        }
        if (value.isArray()) {
            return new Sequence(value.values().stream().map(TomlReader::node).toList(), NOWHERE, null);
        }
        Scalar.Kind kind = value.isNumber() ? Scalar.Kind.NUMBER
                : value.isBoolean() ? Scalar.Kind.BOOLEAN : Scalar.Kind.STRING;
        return scalar(value.asString(""), kind);
    }

    private static Scalar scalar(String text, Scalar.Kind kind) {
        return new Scalar(text, kind, Scalar.Style.PLAIN, NOWHERE, null);
    }

}
