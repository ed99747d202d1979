package dev.rolewire.frontend.terraform.hcl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Lowers configuration for tests and writes values down briefly: `'text'`, `&address#attribute`, `?REASON(detail)`,
/// `absent`, `(then | otherwise)`, `<part, part>` for a text with parts.
final class Configurations {

    private final List<BundleFile> files = new ArrayList<>();

    private final SequencedMap<String, String> parameters = new LinkedHashMap<>();

    private @Nullable String region;

    private @Nullable String accountId;

    private Configurations() {
    }

    /// A root of one file, with another one beside it so that nothing is taken to be
    /// missing.
    static Configurations main(String text) {
        return new Configurations().file("main.tf", text).file("versions.tf", "terraform {}\n");
    }

    static Configurations none() {
        return new Configurations();
    }

    Configurations file(String path, String text) {
        this.files.add(new BundleFile(path, text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Configurations parameter(String name, String value) {
        this.parameters.put(name, value);
        return this;
    }

    Configurations in(String newRegion, String newAccount) {
        this.region = newRegion;
        this.accountId = newAccount;
        return this;
    }

    List<Template> templates() {
        List<Template> found = new ArrayList<>();
        new TerraformHclFrontend().lower(new Bundle(this.files),
                new FrontendOptions(this.parameters, this.region, this.accountId), new Frontend.Receiver() {

                    @Override
                    public void template(Template template) {
                        found.add(template);
                    }

                    @Override
                    public void auxiliary(BundleFile file, String as) {
                        // Tests of the analysis look at these.
                    }

                });
        return found;
    }

    Template template() {
        return templates().getFirst();
    }

    /// What a local value of the root yields, by way of an argument.
    static String local(String locals) {
        Template template = main("locals {\n" + locals + "\n}\nresource \"aws_x\" \"y\" {\n  z = local.it\n}\n")
            .template();
        return value(template, "aws_x.y", "z");
    }

    static Resource resource(Template template, String address) {
        return Objects.requireNonNull(template.resources().get(address),
                () -> address + " is not among " + template.resources().keySet());
    }

    static String value(Template template, String address, String... path) {
        Value at = resource(template, address).properties();
        for (String step : path) {
            at = Objects.requireNonNull(step(at, step), () -> step + " of " + address);
        }
        return describe(at);
    }

    private static @Nullable Value step(Value at, String step) {
        return switch (at) {
            case Value.ObjectValue object -> object.get(step);
            case Value.ListValue list -> list.items().get(Integer.parseInt(step));
            case Value.Literal literal when literal.document() != null -> step(literal.document(), step);
            case Value.Concat concat when concat.document() != null -> step(concat.document(), step);
            case Value.Literal _, Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _, Value.Absent _ ->
                null;
        };
    }

    static String describe(Value value) {
        return switch (value) {
            case Value.Literal literal when literal.kind() == Value.Literal.Kind.STRING -> "'" + literal.text() + "'";
            case Value.Literal literal -> literal.text();
            case Value.Reference reference -> "&" + reference.address() + "#" + reference.attribute();
            case Value.Unknown unknown -> "?" + unknown.reason() + "(" + unknown.detail() + ")";
            case Value.Absent _ -> "absent";
            case Value.ListValue list ->
                list.items().stream().map(Configurations::describe).collect(Collectors.joining(", ", "[", "]"));
            case Value.ObjectValue object -> object.fields()
                .stream()
                .map((field) -> field.key() + ": " + describe(field.value()))
                .collect(Collectors.joining(", ", "{", "}"));
            case Value.Concat concat ->
                concat.parts().stream().map(Configurations::describe).collect(Collectors.joining(", ", "<", ">"));
            case Value.Choice choice -> "(" + describe(choice.then()) + " | " + describe(choice.otherwise()) + ")";
        };
    }

    static List<String> problems(Template template) {
        return template.problems().stream().map((problem) -> problem.kind() + " " + problem.message()).toList();
    }

}
