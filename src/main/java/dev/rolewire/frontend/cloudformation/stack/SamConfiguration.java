package dev.rolewire.frontend.cloudformation.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.toml.TomlReader;
import org.jspecify.annotations.Nullable;

/// Reads `samconfig.toml`: each environment has a table of parameters for each command of the SAM CLI, those of `global`
/// hold for all ("AWS SAM CLI configuration file" of the SAM Developer Guide).
final class SamConfiguration {

    /// `Key=Value`, the value in quotes when it has blanks; also the CLI's older
    /// `ParameterKey=Key,ParameterValue=Value`.
    private static final Pattern OVERRIDE = Pattern.compile("(?:ParameterKey=)?([A-Za-z0-9]+)(?:,ParameterValue)?="
            + "(\"(?:\\\\.|[^\\\\\"])*\"|'[^']*'|(?:\\\\.|\\S)*)");

    private SamConfiguration() {
    }

    /// Whether a file is one by its name.
    static boolean isOne(BundleFile file) {
        return file.uri().equals("samconfig.toml") || file.uri().endsWith("/samconfig.toml");
    }

    /// The parameters of each environment; none when the file is not TOML.
    static List<ParameterSet> read(BundleFile file) {
        List<ParameterSet> sets = new ArrayList<>();
        if (TomlReader.read(file.source().text()).orElse(null) instanceof Mapping root) {
            for (Mapping.Entry environment : root.entries()) {
                Mapping deploy = Trees.mapping(Trees.mapping(environment.value(), "deploy"), "parameters");
                Mapping global = Trees.mapping(Trees.mapping(environment.value(), "global"), "parameters");
                if (!deploy.entries().isEmpty() || !global.entries().isEmpty()) {
                    sets.add(set(file, environment.name(), global, deploy));
                }
            }
        }
        return sets;
    }

    private static ParameterSet set(BundleFile file, String environment, Mapping global, Mapping deploy) {
        String template = text(global, deploy, "template_file");
        return new ParameterSet(file, environment, template != null ? template : text(global, deploy, "template"),
                overrides(setting(global, deploy, "parameter_overrides")), text(global, deploy, "stack_name"),
                text(global, deploy, "region"));
    }

    private static @Nullable Node setting(Mapping global, Mapping deploy, String key) {
        Node own = deploy.get(key);
        return own != null ? own : global.get(key);
    }

    private static @Nullable String text(Mapping global, Mapping deploy, String key) {
        return setting(global, deploy, key) instanceof Scalar scalar ? scalar.text() : null;
    }

    private static SequencedMap<String, String> overrides(@Nullable Node node) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        switch (node) {
            case null -> {
            }
            case Scalar scalar -> add(scalar.text(), values);
            case Sequence list -> list.items().forEach((item) -> {
                if (item instanceof Scalar scalar) {
                    add(scalar.text(), values);
                }
            });
            case Mapping mapping -> values.putAll(Trees.texts(mapping));
        }
        return values;
    }

    private static void add(String text, SequencedMap<String, String> values) {
        Matcher matcher = OVERRIDE.matcher(text);
        while (matcher.find()) {
            values.put(matcher.group(1), unquoted(matcher.group(2)));
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        String text = quoted ? value.substring(1, value.length() - 1) : value;
        return text.replaceAll("\\\\(.)", "$1");
    }

}
