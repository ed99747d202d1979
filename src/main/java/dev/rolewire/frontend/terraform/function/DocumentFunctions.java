package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.ListValue;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.model.Value.ObjectValue;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.JsonParser;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/// Texts that hold values: JSON, YAML, CSV.
final class DocumentFunctions {

    private static final ParseLimits LIMITS = new ParseLimits(500, 1_000_000);

    private DocumentFunctions() {
    }

    static void addTo(Library library) {
        library.add("jsonencode", 1, (arguments, known) -> {
            Value at = known.decided(arguments.getFirst());
            return at instanceof Value.Unknown ? Symbols.derived("jsonencode", List.of(at), known.context())
                    : JsonText.write(at, known);
        });
        library.add("jsondecode", 1, (arguments, known) -> {
            Value document = document(arguments.getFirst(), known);
            return document != null ? document : decoded(known.text(arguments.getFirst(), 0), known);
        });
        library.add("yamlencode", 1,
                (arguments, known) -> known.text(YamlWriter.write(known.whole(arguments.getFirst()))));
        library.add("yamldecode", 1, (arguments, known) -> {
            Value document = document(arguments.getFirst(), known);
            return document != null ? document : yaml(known.text(arguments.getFirst(), 0), known);
        });
        library.add("csvdecode", 1, (arguments, known) -> csv(known.text(arguments.getFirst(), 0), known));
    }

    /// The value that a text with open parts holds, when it was encoded here.
    private static @Nullable Value document(Value argument, Known known) {
        return known.decided(argument) instanceof Value.Concat concat ? concat.document() : null;
    }

    private static Value decoded(String text, Known known) {
        if (text.isEmpty()) {
            throw Failure.of(0, "EOF");
        }
        Parsed<@Nullable Node> parsed = JsonParser.parse(SourceFile.of("", text), LIMITS);
        Node tree = parsed.value();
        if (tree == null || !parsed.isComplete()) {
            throw Failure.of(0, "invalid JSON text");
        }
        return value(tree, known, DocumentFunctions::jsonScalar);
    }

    private static Value yaml(String text, Known known) {
        if (text.isBlank()) {
            throw Failure.of(0, "on line 1, column 1: missing start of document");
        }
        Parsed<@Nullable Node> parsed = YamlParser.parse(SourceFile.of("", text), LIMITS);
        Node tree = parsed.value();
        if (tree == null || !parsed.isComplete()) {
            throw Failure.of(0, "invalid YAML text");
        }
        return value(tree, known, YamlScalar::value);
    }

    private interface ScalarReader {

        Value read(Scalar scalar, Known known);

    }

    private static Value jsonScalar(Scalar scalar, Known known) {
        return switch (scalar.kind()) {
            case NULL -> known.nothing();
            case STRING -> known.text(scalar.text());
            case BOOLEAN -> known.bool(scalar.text().equals("true"));
            case NUMBER -> known.number(
                    known.number(new Literal(scalar.text(), Literal.Kind.NUMBER, known.context().origin(), null), 0));
        };
    }

    private static Value value(Node node, Known known, ScalarReader reader) {
        known.take(1);
        return switch (node) {
            case Scalar scalar -> reader.read(scalar, known);
            case Sequence sequence -> {
                List<Value> items = new ArrayList<>();
                sequence.items().forEach((item) -> items.add(value(item, known, reader)));
                yield known.list(items, ListValue.Kind.TUPLE);
            }
            case Mapping mapping -> {
                List<Value.Field> fields = new ArrayList<>();
                mapping.entries()
                    .forEach((entry) -> fields.add(known.field(entry.name(), value(entry.value(), known, reader))));
                yield known.object(Fields.sorted(fields), ObjectValue.Kind.OBJECT);
            }
        };
    }

    private static Value csv(String text, Known known) {
        List<List<String>> rows = CsvReader.read(text);
        if (rows.isEmpty()) {
            throw Failure.of("missing header line");
        }
        List<String> header = rows.getFirst();
        for (int i = 0; i < header.size(); i++) {
            if (header.indexOf(header.get(i)) < i) {
                throw Failure.of("duplicate column name " + GoText.quoted(header.get(i)));
            }
        }
        List<Value> items = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            List<Value.Field> fields = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                fields.add(known.field(header.get(i), known.text(row.get(i))));
            }
            items.add(known.object(Fields.sorted(fields), ObjectValue.Kind.OBJECT));
        }
        return known.list(items, ListValue.Kind.LIST);
    }

}
