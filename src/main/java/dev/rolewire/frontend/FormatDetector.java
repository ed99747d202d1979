package dev.rolewire.frontend;

import java.util.List;
import java.util.Optional;

import dev.rolewire.model.Dialect;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// Tells the dialect of a document by its shape, never by its name.
public final class FormatDetector {

    private static final List<String> TEMPLATE_SECTIONS = List.of("AWSTemplateFormatVersion", "Transform", "Parameters",
            "Mappings", "Conditions", "Outputs", "Metadata", "Rules");

    /// What a saved plan is, and what to send instead.
    static final String SAVED_PLAN = "this is the inside of a saved Terraform plan; run `terraform show -json` on the"
            + " saved plan, and send its output";

    private FormatDetector() {
    }

    /// Tells what a tree is.
    /// @param tree the syntax tree of a JSON or YAML document, possibly partial
    public static Detected detect(Node tree) {
        return switch (tree) {
            case Mapping mapping -> ofMapping(mapping);
            case Sequence sequence -> Detected.none(ForeignDocuments.ofList(sequence));
            case Scalar _ -> Detected.none("the document is a single value");
        };
    }

    private static Detected ofMapping(Mapping root) {
        if (root.get("AWSTemplateFormatVersion") != null) {
            return Detected.of(Dialect.CLOUDFORMATION, "it has `AWSTemplateFormatVersion`");
        }
        if (root.get("format_version") instanceof Scalar) {
            return ofTerraform(root);
        }
        if (isTemplate(root)) {
            return Detected.of(Dialect.CLOUDFORMATION, "it has `Resources`");
        }
        if (root.get("planned_values") != null || root.get("resource_changes") != null) {
            return Detected.of(Dialect.TERRAFORM_PLAN, "it has the parts of a plan, without `format_version`");
        }
        return Detected.none(ForeignDocuments.ofMapping(root).orElse("the document is of no kind that is known here"));
    }

    private static Detected ofTerraform(Mapping root) {
        for (String part : List.of("planned_values", "resource_changes", "configuration", "resource_drift")) {
            if (root.get(part) != null) {
                return Detected.of(Dialect.TERRAFORM_PLAN, "it has `format_version` and `" + part + "`");
            }
        }
        if (root.get("values") != null) {
            return Detected.of(Dialect.TERRAFORM_STATE, "it has `format_version` and `values`");
        }
        for (String part : List.of("provider_schemas", "diagnostics", "valid", "test")) {
            if (root.get(part) != null) {
                return Detected.none("this is the JSON output of another Terraform command (it has `" + part
                        + "`); run `terraform show -json plan.out` and send its output");
            }
        }
        return Detected.of(Dialect.TERRAFORM_STATE, "it has `format_version` and nothing else: an empty state");
    }

    private static boolean isTemplate(Mapping root) {
        Node resources = root.get("Resources");
        boolean template = root.get("Transform") != null && (root.get("Resources") != null || includes(root));
        if (resources instanceof Mapping mapping) {
            template |= mapping.entries().isEmpty()
                    || mapping.entries().stream().anyMatch((entry) -> isResource(entry.value()))
                    || mapping.entries().stream().anyMatch((entry) -> entry.name().startsWith("Fn::"));
        }
        boolean sections = TEMPLATE_SECTIONS.stream().anyMatch((section) -> root.get(section) != null);
        boolean alone = root.entries().size() == 1;
        return template || (resources != null && (sections || (alone && resources instanceof Mapping)));
    }

    /// Whether all that a template needs may stand in a file that it includes.
    private static boolean includes(Mapping root) {
        Node transform = root.get("Transform");
        List<Node> items = transform instanceof Sequence list ? list.items()
                : transform == null ? List.of() : List.of(transform);
        return items.stream()
            .anyMatch((item) -> item instanceof Mapping mapping && mapping.get("Name") instanceof Scalar name
                    && name.text().equals("AWS::Include"));
    }

    private static boolean isResource(Node node) {
        return node instanceof Mapping body && (body.get("Type") != null || body.get("Properties") != null);
    }

    /// Tells what a text is that is neither JSON nor YAML.
    /// @param head the start of the text, decoded in any way; some thousand characters do
    /// @return what it looks like and what to send instead, or empty when it looks like
    /// nothing known
    public static Optional<String> describe(String head) {
        return ForeignDocuments.ofText(head);
    }

}
