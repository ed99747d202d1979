package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.json.JsonParser;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/// Lowers templates and writes values down in one line.
final class Templates {

    static final FrontendOptions NOTHING_GIVEN = new FrontendOptions(new LinkedHashMap<>(), null, null);

    private Templates() {
    }

    static Template lower(String text) {
        return lower(text, NOTHING_GIVEN);
    }

    static Template lower(String text, FrontendOptions options) {
        SourceFile source = SourceFile.of("template", text);
        Parsed<@Nullable Node> parsed = text.stripLeading().startsWith("{")
                ? JsonParser.parse(source, ParseLimits.DEFAULT) : YamlParser.parse(source, ParseLimits.DEFAULT);
        Node tree = parsed.value();
        if (tree == null || !parsed.isComplete()) {
            throw new IllegalArgumentException("no document: " + parsed.problems());
        }
        return CloudFormationFrontend.lower(source, tree, options);
    }

    static FrontendOptions given(String... namesAndValues) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new FrontendOptions(parameters, null, null);
    }

    static FrontendOptions at(@Nullable String region, @Nullable String account) {
        return new FrontendOptions(new LinkedHashMap<>(), region, account);
    }

    static Resource resource(Template template, String address) {
        Resource resource = template.resources().get(address);
        if (resource == null) {
            throw new IllegalArgumentException("no resource " + address + " in " + template.resources().keySet());
        }
        return resource;
    }

    static Value property(Template template, String address, String key) {
        Value value = resource(template, address).properties().get(key);
        if (value == null) {
            throw new IllegalArgumentException("no property " + key);
        }
        return value;
    }

    /// The property `P` of resource `X`, written down.
    static String x(Template template) {
        return show(property(template, "X", "P"));
    }

    static String text(Origin origin) {
        return origin.source().textAt(origin.span());
    }

    /// The problems as `KIND address property | text at the origin | message`.
    static List<String> problems(Template template) {
        List<String> lines = new ArrayList<>();
        for (ModelProblem problem : template.problems()) {
            lines.add(problem.kind() + " " + problem.address() + " " + problem.property() + " | "
                    + text(problem.origin()) + " | " + problem.message());
        }
        return lines;
    }

    /// Literals as they are, `${A.B}` references, `<a|b>` concatenations, `(guard ? a :
    /// b)` choices, `?reason detail` unknowns, `-` absence.
    static String show(Value value) {
        return switch (value) {
            case Value.Literal literal -> literal.text();
            case Value.Reference reference -> "${" + reference.address() + "." + reference.attribute() + "}";
            case Value.Concat concat ->
                "<" + String.join("|", concat.parts().stream().map(Templates::show).toList()) + ">";
            case Value.Choice choice ->
                "(" + choice.guard() + " ? " + show(choice.then()) + " : " + show(choice.otherwise()) + ")";
            case Value.ListValue list -> list.items().stream().map(Templates::show).toList().toString();
            case Value.ObjectValue object -> "{"
                    + String.join(", ",
                            object.fields().stream().map((field) -> field.key() + ": " + show(field.value())).toList())
                    + "}";
            case Value.Unknown unknown -> "?" + unknown.reason().id() + " " + unknown.detail();
            case Value.Absent _ -> "-";
        };
    }

}
