package dev.rolewire.frontend.cloudformation.serverless;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/// The types of the transform, as the bundled data file `types.yaml` has them.
final class ServerlessTypes {

    /// How the names of all its types start.
    static final String PREFIX = "AWS::Serverless::";

    private static final String FILE = "types.yaml";

    private static final Set<String> TYPE_FIELDS = Set.of("becomes", "not-global", "refers", "makes");

    private static final Set<String> MADE_FIELDS = Set.of("id", "type", "each", "when", "unless", "fills", "branches",
            "shared", "trust", "trust-from", "copies", "only-here", "sets");

    private ServerlessTypes() {
    }

    /// The types by name. They are read when first asked for and then kept.
    /// @throws IllegalStateException when the data file is broken, which the tests of the
    /// build rule out
    static Map<String, ServerlessType> all() {
        return Holder.TYPES;
    }

    private static final class Holder {

        private static final Map<String, ServerlessType> TYPES = read();

        private static Map<String, ServerlessType> read() {
            Parsed<@Nullable Node> parsed = YamlParser.parse(SourceFile.of(FILE, text()), ParseLimits.DEFAULT);
            if (!(parsed.value() instanceof Mapping root) || !parsed.isComplete()) {
                throw new IllegalStateException(FILE + " does not parse");
            }
            SequencedMap<String, ServerlessType> types = new LinkedHashMap<>();
            root.entries().forEach((entry) -> types.put(entry.name(), type(mapping(entry.value()))));
            return types;
        }

    }

    private static String text() {
        try (InputStream data = ServerlessTypes.class.getResourceAsStream(FILE)) {
            if (data == null) {
                throw new IllegalStateException("missing on the class path: " + FILE);
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static ServerlessType type(Mapping fields) {
        check(fields, TYPE_FIELDS);
        SequencedMap<String, String> refers = new LinkedHashMap<>();
        texts(fields, "refers").forEach((name, type) -> refers.put(name, type.getFirst()));
        List<ServerlessType.Made> makes = new ArrayList<>();
        if (fields.get("makes") instanceof Sequence list) {
            list.items().forEach((item) -> makes.add(made(mapping(item))));
        }
        return new ServerlessType(text(fields, "becomes"), list(fields.get("not-global")), refers, makes);
    }

    private static ServerlessType.Made made(Mapping fields) {
        check(fields, MADE_FIELDS);
        String id = text(fields, "id");
        String type = text(fields, "type");
        if (id == null || type == null) {
            throw new IllegalStateException(FILE + ": what is made needs `id` and `type`");
        }
        SequencedMap<String, List<String>> copies = new LinkedHashMap<>();
        texts(fields, "copies").forEach((property, path) -> copies.put(property, path(path.getFirst())));
        return new ServerlessType.Made(id, type, path(text(fields, "each")), texts(fields, "when"),
                texts(fields, "unless"), path(text(fields, "fills")), "true".equals(text(fields, "branches")),
                "true".equals(text(fields, "shared")), text(fields, "trust"), text(fields, "trust-from"), copies,
                list(fields.get("only-here")).stream().map(ServerlessTypes::path).toList(), texts(fields, "sets"));
    }

    private static void check(Mapping fields, Set<String> known) {
        for (Mapping.Entry entry : fields.entries()) {
            if (!known.contains(entry.name())) {
                throw new IllegalStateException(FILE + ": unknown field `" + entry.name() + "`");
            }
        }
    }

    private static Mapping mapping(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        throw new IllegalStateException(FILE + ": expected a map at offset " + node.span().start());
    }

    private static @Nullable String text(Mapping fields, String name) {
        return fields.get(name) instanceof Scalar scalar ? scalar.text() : null;
    }

    private static SequencedMap<String, List<String>> texts(Mapping fields, String name) {
        SequencedMap<String, List<String>> texts = new LinkedHashMap<>();
        if (fields.get(name) instanceof Mapping mapping) {
            mapping.entries().forEach((entry) -> texts.put(entry.name(), list(entry.value())));
        }
        return texts;
    }

    private static List<String> list(@Nullable Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof Sequence sequence) {
            sequence.items().forEach((item) -> texts.addAll(list(item)));
        }
        else if (node instanceof Scalar scalar) {
            texts.add(scalar.text());
        }
        return texts;
    }

    private static List<String> path(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split("/"));
    }

}
