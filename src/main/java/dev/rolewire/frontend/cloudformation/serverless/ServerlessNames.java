package dev.rolewire.frontend.cloudformation.serverless;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import org.jspecify.annotations.Nullable;

/// The logical ids that the transform may add for a resource, as far as they can be told exactly. Whether it really adds
/// them is a matter of [ServerlessExpansion].
public final class ServerlessNames {

    private ServerlessNames() {
    }

    /// Whether a type is one of the transform's that is known.
    public static boolean isKnown(String type) {
        return ServerlessTypes.all().containsKey(type);
    }

    /// Whether a type is one of the transform's by its name.
    public static boolean isServerless(String type) {
        return type.startsWith(ServerlessTypes.PREFIX);
    }

    /// The ids that a resource may lead to, with their types.
    /// @param id the resource's logical id
    /// @param type its type
    /// @param body the resource as it is written
    /// @param substitution replaces the identifiers of loops around it
    public static SequencedMap<String, String> of(String id, String type, Mapping body,
            UnaryOperator<String> substitution) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        ServerlessType known = ServerlessTypes.all().get(type);
        if (known == null) {
            return names;
        }
        known.refers().forEach((name, target) -> names.put(id + "." + name, target));
        Node properties = body.get("Properties");
        for (ServerlessType.Made made : known.makes()) {
            for (String key : keys(properties, made.each())) {
                String name = resolve(made.id(), id, substitution.apply(key), properties);
                if (name != null) {
                    names.put(name, made.type());
                }
            }
        }
        return names;
    }

    /// The keys that `*` of a path stands for; one empty text when it has none.
    private static List<String> keys(@Nullable Node node, List<String> path) {
        if (!path.contains("*")) {
            return List.of("");
        }
        Node at = node;
        for (String segment : path) {
            if (segment.equals("*")) {
                break;
            }
            at = at instanceof Mapping mapping ? mapping.get(segment) : null;
        }
        List<String> keys = new ArrayList<>();
        if (at instanceof Mapping mapping) {
            mapping.entries().forEach((entry) -> keys.add(entry.name()));
        }
        return keys;
    }

    private static @Nullable String resolve(String pattern, String id, String key, @Nullable Node properties) {
        String name = resolve(pattern, id, key, Map.of());
        int start = name.indexOf("${");
        if (start < 0) {
            return name;
        }
        String property = name.substring(start + 2, name.indexOf('}', start));
        Node value = properties instanceof Mapping mapping ? mapping.get(property) : null;
        boolean plain = value instanceof Scalar scalar && scalar.tag() == null && !scalar.text().isEmpty()
                && scalar.text().chars().allMatch(Character::isLetterOrDigit);
        return plain && value instanceof Scalar scalar ? resolve(name, id, key, Map.of(property, scalar.text())) : null;
    }

    /// A logical id by its pattern; what is not given stays as it is.
    static String resolve(String pattern, String id, String key, Map<String, String> properties) {
        String name = pattern.replace("${id}", id).replace("${key}", key);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            name = name.replace("${" + property.getKey() + "}", property.getValue());
        }
        return name;
    }

}
