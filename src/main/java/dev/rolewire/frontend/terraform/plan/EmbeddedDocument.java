package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.ScalarText;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.EmbeddedJson;
import org.jspecify.annotations.Nullable;

/// Lowers JSON documents that stand in strings, as policies do, with the positions of the outer document.
final class EmbeddedDocument {

    private static final ParseLimits LIMITS = new ParseLimits(100, 200_000);

    private final SourceFile source;

    private final Pointer pointer;

    private EmbeddedDocument(SourceFile source, Pointer pointer) {
        this.source = source;
        this.pointer = pointer;
    }

    /// Whether a text looks like a JSON object or list.
    static boolean isLikely(String text) {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[');
    }

    /// The document in a string; null when the text is no JSON.
    /// @param source the outer document
    /// @param scalar the string
    /// @param pointer where the string is; all parts of the document share it
    static @Nullable Value parse(SourceFile source, Scalar scalar, Pointer pointer) {
        if (!isLikely(scalar.text())) {
            return null;
        }
        ScalarText text = ScalarText.of(source, scalar);
        Parsed<@Nullable Node> parsed = EmbeddedJson.parse(source, scalar.text(), text::sourceOffset, LIMITS);
        Node tree = parsed.value();
        return tree == null || !parsed.isComplete() ? null : new EmbeddedDocument(source, pointer).lower(tree);
    }

    private Value lower(Node node) {
        Origin origin = new Origin(this.source, node.span(), this.pointer);
        return switch (node) {
            case Scalar scalar -> switch (scalar.kind()) {
                case NULL -> new Value.Absent(origin);
                case STRING -> Literal.of(scalar.text(), origin);
                case NUMBER -> new Literal(scalar.text(), Literal.Kind.NUMBER, origin, null);
                case BOOLEAN -> new Literal(scalar.text(), Literal.Kind.BOOLEAN, origin, null);
            };
            case Sequence sequence -> {
                List<Value> items = new ArrayList<>(sequence.items().size());
                sequence.items().forEach((item) -> items.add(lower(item)));
                yield new Value.ListValue(items, origin);
            }
            case Mapping mapping -> {
                List<Value.Field> fields = new ArrayList<>(mapping.entries().size());
                for (Mapping.Entry entry : mapping.entries()) {
                    Origin key = new Origin(this.source, entry.key().span(), this.pointer);
                    fields.add(new Value.Field(entry.name(), key, lower(entry.value())));
                }
                yield new Value.ObjectValue(fields, origin);
            }
        };
    }

}
