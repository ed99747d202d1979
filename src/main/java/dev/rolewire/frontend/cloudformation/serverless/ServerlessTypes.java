package dev.rolewire.frontend.cloudformation.serverless;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Sequence;
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
            SequencedMap<String, ServerlessType> types = new LinkedHashMap<>();
            DataFile.read(FILE).entries().forEach((entry) -> types.put(entry.name(), type(mapping(entry.value()))));
            return types;
        }

    }

    private static ServerlessType type(Mapping fields) {
        check(fields, TYPE_FIELDS);
        SequencedMap<String, String> refers = new LinkedHashMap<>();
        DataFile.texts(fields.get("refers")).forEach((name, type) -> refers.put(name, type.getFirst()));
        List<ServerlessType.Made> makes = new ArrayList<>();
        if (fields.get("makes") instanceof Sequence list) {
            list.items().forEach((item) -> makes.add(made(mapping(item))));
        }
        return new ServerlessType(DataFile.text(fields, "becomes"), DataFile.list(fields.get("not-global")), refers,
                makes);
    }

    private static ServerlessType.Made made(Mapping fields) {
        check(fields, MADE_FIELDS);
        String id = DataFile.text(fields, "id");
        String type = DataFile.text(fields, "type");
        if (id == null || type == null) {
            throw new IllegalStateException(FILE + ": what is made needs `id` and `type`");
        }
        SequencedMap<String, List<String>> copies = new LinkedHashMap<>();
        DataFile.texts(fields.get("copies")).forEach((property, path) -> copies.put(property, path(path.getFirst())));
        return new ServerlessType.Made(id, type, path(DataFile.text(fields, "each")),
                DataFile.texts(fields.get("when")), DataFile.texts(fields.get("unless")),
                path(DataFile.text(fields, "fills")), "true".equals(DataFile.text(fields, "branches")),
                "true".equals(DataFile.text(fields, "shared")), DataFile.text(fields, "trust"),
                DataFile.text(fields, "trust-from"), copies,
                DataFile.list(fields.get("only-here")).stream().map(ServerlessTypes::path).toList(),
                DataFile.texts(fields.get("sets")));
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

    private static List<String> path(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split("/"));
    }

}
