package dev.rolewire.catalog.maintenance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Reads the arguments of a Terraform resource from its generated JavaScript binding.
///
/// The binding has a function `...ToHclTerraform` for each nested block and a method for the resource; in each, `const
/// attrs` lists the arguments with their Terraform names, whether they are blocks and how they are stored. Attributes that
/// are only computed are not in it.
final class TerraformBinding {

    private static final Pattern TYPE = Pattern.compile("static tfResourceType = \"(\\w+)\"");

    private static final Pattern FUNCTION = Pattern.compile("^function (\\w+)ToHclTerraform\\(");

    private static final Pattern ARGUMENT = Pattern.compile("^\\s+(\\w+): \\{$");

    private static final Pattern BLOCK = Pattern.compile("(?<!\\.)\\b(\\w+)ToHclTerraform\\b");

    private static final Pattern FIELD = Pattern.compile("^\\s+(isBlock|type|storageClassType): \"?(\\w+)\"?,$");

    private static final String RESOURCE = "";

    private final Map<String, List<Argument>> structs = new LinkedHashMap<>();

    private final List<SchemaProperty> found = new ArrayList<>();

    private String type = "";

    /// An argument of a struct.
    ///
    /// @param name its name in Terraform
    /// @param struct the struct of a block, null of anything else
    /// @param kind `simple`, `list`, `set`, `map` or `struct`
    /// @param storage `string`, `stringList` and so on
    private record Argument(String name, @Nullable String struct, String kind, String storage) {

    }

    private TerraformBinding() {
    }

    /// Reads a binding; nothing when the text is none of a resource.
    static List<SchemaProperty> read(String javaScript) {
        Matcher type = TYPE.matcher(javaScript);
        if (!type.find()) {
            return List.of();
        }
        TerraformBinding binding = new TerraformBinding();
        binding.type = type.group(1);
        binding.readStructs(javaScript);
        binding.walk(RESOURCE, List.of(), List.of());
        return List.copyOf(binding.found);
    }

    private void readStructs(String javaScript) {
        String struct = RESOURCE;
        List<Argument> arguments = null;
        List<String> argument = new ArrayList<>();
        for (String line : javaScript.split("\n", -1)) {
            Matcher function = FUNCTION.matcher(line);
            if (function.find()) {
                struct = function.group(1);
            }
            else if (line.contains("synthesizeHclAttributes()")) {
                struct = RESOURCE;
            }
            else if (line.strip().equals("const attrs = {")) {
                arguments = new ArrayList<>();
                this.structs.put(struct, arguments);
            }
            else if (arguments != null && line.strip().equals("};")) {
                arguments = null;
            }
            else if (arguments != null && line.strip().equals("},")) {
                arguments.add(argument(argument));
                argument.clear();
            }
            else if (arguments != null) {
                argument.add(line);
            }
        }
    }

    private static Argument argument(List<String> lines) {
        String name = "";
        String value = "";
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher start = ARGUMENT.matcher(line);
            Matcher field = FIELD.matcher(line);
            if (start.find()) {
                name = start.group(1);
            }
            else if (field.find()) {
                fields.put(field.group(1), field.group(2));
            }
            else if (line.strip().startsWith("value: ")) {
                value = line;
            }
        }
        Matcher block = BLOCK.matcher(value);
        boolean isBlock = "true".equals(fields.get("isBlock"));
        return new Argument(name, (isBlock && block.find()) ? block.group(1) : null,
                fields.getOrDefault("type", "simple"), fields.getOrDefault("storageClassType", ""));
    }

    private void walk(String struct, List<String> path, List<String> around) {
        for (Argument argument : this.structs.getOrDefault(struct, List.of())) {
            List<String> at = new ArrayList<>(path);
            at.add(argument.name());
            boolean simple = argument.kind().equals("simple");
            this.found.add(new SchemaProperty(this.type, at, simple && argument.storage().equals("string"),
                    simple || argument.struct() == null, ""));
            if (!simple && !argument.kind().equals("struct")) {
                at.add("*");
                this.found.add(new SchemaProperty(this.type, at, argument.storage().startsWith("string"),
                        argument.struct() == null, ""));
            }
            if (argument.struct() != null && !around.contains(argument.struct())) {
                List<String> inner = new ArrayList<>(around);
                inner.add(argument.struct());
                walk(argument.struct(), at, inner);
            }
        }
    }

}
