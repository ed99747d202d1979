package dev.rolewire.frontend.terraform.hcl.differential;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.JsonParser;
import org.jspecify.annotations.Nullable;

/// The JSON of a plan.
///
/// @param options what the plan was made with
/// @param resources the resources and data sources by address
record Plan(String name, byte[] bytes, FrontendOptions options, SequencedMap<String, Instance> resources) {

    /// One resource or data source.
    ///
    /// @param after its planned values
    /// @param unknown the marks of what is not known of them
    record Instance(String type, boolean data, Node after, @Nullable Node unknown) {

    }

    static Plan read(String name, byte[] bytes) {
        SourceFile source = SourceFile.of(name, new String(bytes, StandardCharsets.UTF_8));
        Mapping root = (Mapping) Objects.requireNonNull(JsonParser.parse(source, ParseLimits.DEFAULT).value());
        SequencedMap<String, Instance> resources = new LinkedHashMap<>();
        if (root.get("resource_changes") instanceof Sequence changes) {
            for (Node entry : changes.items()) {
                Mapping change = (Mapping) Objects.requireNonNull(((Mapping) entry).get("change"));
                Node after = change.get("after");
                if (after instanceof Mapping) {
                    resources.put(text(entry, "address"), new Instance(text(entry, "type"),
                            text(entry, "mode").equals("data"), after, change.get("after_unknown")));
                }
            }
        }
        values(get(get(root, "prior_state"), "values"), resources);
        return new Plan(name, bytes, options(root, source), resources);
    }

    private static void values(@Nullable Node values, SequencedMap<String, Instance> resources) {
        module(get(values, "root_module"), resources);
    }

    private static void module(@Nullable Node module, SequencedMap<String, Instance> resources) {
        if (get(module, "resources") instanceof Sequence list) {
            for (Node entry : list.items()) {
                Node known = get(entry, "values");
                if (known != null) {
                    resources.putIfAbsent(text(entry, "address"),
                            new Instance(text(entry, "type"), text(entry, "mode").equals("data"), known, null));
                }
            }
        }
        if (get(module, "child_modules") instanceof Sequence children) {
            children.items().forEach((child) -> module(child, resources));
        }
    }

    private static FrontendOptions options(Mapping root, SourceFile source) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        if (root.get("variables") instanceof Mapping variables) {
            for (Mapping.Entry entry : variables.entries()) {
                Node value = get(entry.value(), "value");
                if (value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
                    parameters.put(entry.name(), scalar.text());
                }
                else if (value != null && !(value instanceof Scalar scalar && scalar.isNull())) {
                    parameters.put(entry.name(), source.textAt(value.span()).replace("${", "$${").replace("%{", "%%{"));
                }
            }
        }
        parameters.put("terraform.workspace", "default");
        return new FrontendOptions(parameters, region(root), "123456789012");
    }

    /// The Region that the resources of the plan are in.
    private static @Nullable String region(Mapping root) {
        if (root.get("resource_changes") instanceof Sequence changes) {
            for (Node entry : changes.items()) {
                Node region = get(get(get(entry, "change"), "after"), "region");
                if (region instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
                    return scalar.text();
                }
            }
        }
        return null;
    }

    static @Nullable Node get(@Nullable Node node, String key) {
        return node instanceof Mapping mapping ? mapping.get(key) : null;
    }

    private static String text(Node node, String key) {
        return get(node, key) instanceof Scalar scalar ? scalar.text() : "";
    }

}
