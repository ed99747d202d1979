package dev.rolewire.frontend.cloudformation.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Parameter values that a file gives for one deployment.
///
/// @param file the file
/// @param environment which part of the file, or null when it is all one
/// @param template the path of the template that the file names, or null when it names none
/// @param values the values
/// @param stackName the stack's name, or null
/// @param region where the stack goes, or null
record ParameterSet(BundleFile file, @Nullable String environment, @Nullable String template,
        SequencedMap<String, String> values, @Nullable String stackName, @Nullable String region) {

    /// Reads a JSON or YAML file: the CLI's list of `ParameterKey` and `ParameterValue`
    /// or of `Key=Value`, CodePipeline's template configuration, the deployment file of
    /// Git sync.
    /// @return null when it is none of them
    static @Nullable ParameterSet of(BundleFile file) {
        Node tree = file.tree();
        if (tree instanceof Sequence list) {
            SequencedMap<String, String> values = ofList(list);
            return values == null ? null : new ParameterSet(file, null, null, values, null, null);
        }
        if (!(tree instanceof Mapping root)) {
            return null;
        }
        String template = Trees.text(root, "template-file-path");
        if (template != null) {
            return new ParameterSet(file, null, template, Trees.texts(Trees.mapping(root, "parameters")), null, null);
        }
        boolean configuration = root.get("Parameters") instanceof Mapping && root.get("Resources") == null
                && root.entries().stream().allMatch((entry) -> CONFIGURATION.contains(entry.name()));
        Mapping parameters = Trees.mapping(root, "Parameters");
        boolean plain = parameters.entries().stream().allMatch((entry) -> entry.value() instanceof Scalar);
        return configuration && plain ? new ParameterSet(file, null, null, Trees.texts(parameters), null, null) : null;
    }

    private static final List<String> CONFIGURATION = List.of("Parameters", "Tags", "StackPolicy");

    private static @Nullable SequencedMap<String, String> ofList(Sequence list) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (Node item : list.items()) {
            if (item instanceof Scalar scalar && scalar.text().indexOf('=') > 0) {
                int equals = scalar.text().indexOf('=');
                values.put(scalar.text().substring(0, equals), scalar.text().substring(equals + 1));
                continue;
            }
            String key = Trees.text(item, "ParameterKey");
            if (key == null) {
                return null;
            }
            String value = Trees.text(item, "ParameterValue");
            if (value != null) {
                values.put(key, value);
            }
        }
        return values.isEmpty() ? null : values;
    }

    /// What a witness calls it.
    String name() {
        return this.environment == null ? this.file.uri() : this.file.uri() + " [" + this.environment + "]";
    }

}
