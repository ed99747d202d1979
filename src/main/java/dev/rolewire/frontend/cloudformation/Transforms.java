package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// What the `Transform` section and its like may do to a template before CloudFormation reads it.
final class Transforms {

    private static final String EXTENSIONS = "AWS::LanguageExtensions";

    private static final String SERVERLESS = "AWS::Serverless-2016-10-31";

    /// Those that add no name that a template could refer to, but for SAM and Secrets
    /// Manager, whose names start with
    /// known ones. Others are macros of which nothing is known.
    private static final List<String> HARMLESS = List.of(EXTENSIONS, SERVERLESS, "AWS::SecretsManager-2020-07-23",
            "AWS::SecretsManager-2024-09-16", "AWS::CodeDeployBlueGreen", "AWS::ServiceCatalog");

    /// Sections that tools other than CloudFormation replace by resources.
    private static final List<String> FOREIGN_SECTIONS = List.of("Modules", "Packages", "Rain", "Constants");

    private final List<String> names = new ArrayList<>();

    private boolean unnamed;

    private final Mapping root;

    private final boolean included;

    /// Reads what a template says.
    /// @param root the template, what it includes in its place
    Transforms(Mapping root, Includes includes) {
        this.included = includes.any();
        this.unnamed = includes.isDoubtful();
        read(root.get("Transform"));
        this.root = root;
        for (String section : List.of("Resources", "Parameters", "Mappings", "Conditions")) {
            this.unnamed |= root.get(section) instanceof Mapping mapping && mapping.get(Call.TRANSFORM) != null;
        }
        this.unnamed |= root.get(Call.TRANSFORM) != null
                || FOREIGN_SECTIONS.stream().anyMatch((section) -> root.get(section) != null);
    }

    private void read(@Nullable Node node) {
        switch (node) {
            case null -> {
            }
            case Scalar scalar -> this.names.add(scalar.text());
            case Sequence sequence -> sequence.items().forEach(this::read);
            case Mapping mapping -> {
                this.unnamed = true;
                mapping.entries().forEach((entry) -> {
                    if (entry.name().equals("Name") && entry.value() instanceof Scalar name) {
                        this.names.add(name.text());
                    }
                });
            }
        }
    }

    /// Whether a macro that is not known rewrites the template: then nothing is missing
    /// for certain.
    boolean mayAddNames() {
        return this.unnamed || !this.names.stream().allMatch((name) -> HARMLESS.contains(name));
    }

    /// Whether anything but the functions of CloudFormation rewrites the template.
    boolean rewrite() {
        return !this.names.isEmpty() || this.unnamed || this.included || isServerless();
    }

    /// Whether the language extensions of AWS are on: more functions, and functions in
    /// more
    /// places.
    boolean isExtended() {
        return this.names.contains(EXTENSIONS);
    }

    /// Whether Secrets Manager adds a nested stack for each rotation schedule, named
    /// after it.
    boolean addsRotationStacks() {
        return this.names.stream().anyMatch((name) -> name.startsWith("AWS::SecretsManager-"));
    }

    /// Whether SAM adds resources. Its types say so too: some tools add the transform
    /// later.
    boolean isServerless() {
        return this.names.contains(SERVERLESS) || hasServerlessType(this.root.get("Resources"));
    }

    private static boolean hasServerlessType(@Nullable Node resources) {
        return resources instanceof Mapping mapping && mapping.entries()
            .stream()
            .anyMatch((entry) -> entry.value() instanceof Mapping body && body.get("Type") instanceof Scalar type
                    && type.text().startsWith("AWS::Serverless::"));
    }

}
