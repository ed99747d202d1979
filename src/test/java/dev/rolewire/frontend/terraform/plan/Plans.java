package dev.rolewire.frontend.terraform.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.json.JsonParser;
import org.jspecify.annotations.Nullable;

/// Lowers plans for tests and writes values down briefly: `'text'`, `&address#attribute`, `?REASON(operands)`, `absent`.
final class Plans {

    static final FrontendOptions NO_OPTIONS = new FrontendOptions(new LinkedHashMap<>(), null, null);

    private Plans() {
    }

    /// Lowers a plan of the test resources.
    static Template fixture(String path) {
        return lower(Dialect.TERRAFORM_PLAN, read("/terraform/plan/" + path), NO_OPTIONS);
    }

    static String read(String resource) {
        try (InputStream stream = Plans.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Template plan(String json) {
        return lower(Dialect.TERRAFORM_PLAN, json, NO_OPTIONS);
    }

    static Template state(String json) {
        return lower(Dialect.TERRAFORM_STATE, json, NO_OPTIONS);
    }

    static Template lower(Dialect dialect, String json, FrontendOptions options) {
        SourceFile source = SourceFile.of("plan.json", json);
        Node tree = Objects.requireNonNull(JsonParser.parse(source, ParseLimits.DEFAULT).value());
        return TerraformPlanFrontend.lower(dialect, source, tree, options);
    }

    /// A plan that creates resources.
    /// @param changes the entries of `resource_changes`, with commas
    /// @param configuration the content of the root module in `configuration`, without
    /// braces
    static Template plan(String changes, String configuration) {
        return plan("""
                {"format_version": "1.2", "resource_changes": [%s], "configuration": {"root_module": {%s}}}
                """.formatted(changes, configuration));
    }

    /// One entry of `resource_changes`.
    static String create(String address, String after, String unknown) {
        return change(address, "\"create\"", after, unknown);
    }

    static String change(String address, String actions, String after, String unknown) {
        ResourceAddress parsed = Objects.requireNonNull(ResourceAddress.parse(address));
        return """
                {"address": "%s", "mode": "%s", "type": "%s", "name": "%s",
                 "provider_name": "registry.terraform.io/hashicorp/%s",
                 "change": {"actions": [%s], "after": %s, "after_unknown": %s}}
                """.formatted(address.replace("\"", "\\\""), parsed.block().data() ? "data" : "managed",
                parsed.block().type(), parsed.block().name(), parsed.block().type().split("_", 2)[0], actions, after,
                unknown);
    }

    static Resource resource(Template template, String address) {
        return Objects.requireNonNull(template.resources().get(address),
                () -> address + " is not among " + template.resources().keySet());
    }

    /// A property, written down. The path has names of objects and indices of lists.
    static String value(Template template, String address, String... path) {
        return describe(find(template, address, path));
    }

    static Value find(Template template, String address, String... path) {
        Value at = resource(template, address).properties();
        for (String step : path) {
            at = Objects.requireNonNull(step(at, step), () -> step + " of " + address);
        }
        return at;
    }

    private static @Nullable Value step(Value at, String step) {
        return switch (at) {
            case Value.ObjectValue object -> object.get(step);
            case Value.ListValue list -> list.items().get(Integer.parseInt(step));
            case Value.Literal literal when literal.document() != null -> step(literal.document(), step);
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _, Value.Absent _ ->
                null;
        };
    }

    static String describe(Value value) {
        return switch (value) {
            case Value.Literal literal when literal.kind() == Value.Literal.Kind.STRING -> "'" + literal.text() + "'";
            case Value.Literal literal -> literal.text();
            case Value.Reference reference -> "&" + reference.address() + "#" + reference.attribute();
            case Value.Unknown unknown -> "?" + unknown.reason()
                    + unknown.operands().stream().map(Plans::describe).collect(Collectors.joining(", ", "(", ")"));
            case Value.Absent _ -> "absent";
            case Value.ListValue list ->
                list.items().stream().map(Plans::describe).collect(Collectors.joining(", ", "[", "]"));
            case Value.ObjectValue object -> object.fields()
                .stream()
                .map((field) -> field.key() + ": " + describe(field.value()))
                .collect(Collectors.joining(", ", "{", "}"));
            case Value.Concat _, Value.Choice _ -> throw new AssertionError("not in a plan: " + value);
        };
    }

}
