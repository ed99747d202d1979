package dev.rolewire.frontend.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SequencedMap;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import org.jspecify.annotations.Nullable;

/// Lowers CloudFormation templates.
///
/// Parameters, pseudo parameters, mappings and conditions are evaluated as far as template and request say; every
/// intrinsic function gives a symbolic value or an unknown with its reason. Total: any tree gives a template, what is
/// wrong with it becomes a problem. Holds no state.
public final class CloudFormationFrontend implements Frontend {

    private static final List<String> MAP_SECTIONS = List.of("Parameters", "Mappings", "Conditions", "Outputs");

    @Override
    public void lower(Bundle bundle, FrontendOptions options, Receiver receiver) {
        for (BundleFile file : bundle.files(Set.of(Dialect.CLOUDFORMATION))) {
            Node tree = file.tree();
            if (tree != null) {
                receiver.template(lower(file.source(), tree, options));
            }
        }
    }

    /// Lowers one template alone.
    static Template lower(SourceFile source, Node tree, FrontendOptions options) {
        Mapping root = tree instanceof Mapping mapping ? mapping : Mapping.of(List.of(), tree.span(), null);
        Lowering lowering = new Lowering(source, root, options);
        SequencedMap<String, Resource> resources = new LinkedHashMap<>();
        if (!(tree instanceof Mapping)) {
            unrecognised(lowering,
                    "the document is " + Shapes.describe(tree) + ", but a template is a map with `Resources`",
                    Pointer.ROOT, tree);
        }
        else {
            checkResources(lowering, root);
            checkSections(lowering, root);
            checkParameters(lowering, root, options);
            new StaticSections(lowering).check(root);
            lowering.conditions().evaluateAll();
            resources = new ResourceLowering(lowering, root).lower();
            new Outputs(lowering).check(root);
            new Cycles(lowering, resources).check();
        }
        return new Template(Dialect.CLOUDFORMATION, List.of(source), resources, lowering.guards(),
                new RuleAssertions(lowering).lower(root), List.copyOf(lowering.problems()),
                new Template.Environment(options.region(), options.accountId()));
    }

    private static void checkResources(Lowering lowering, Mapping root) {
        Mapping.Entry entry = root.entry("Resources");
        Node node = entry == null ? null : entry.value();
        if (lowering.transforms().mayAddNames()) {
            return;
        }
        if (node instanceof Mapping mapping && Call.of(node) == null) {
            if (mapping.entries().isEmpty()) {
                unrecognised(lowering, "`Resources` is empty, but a template has at least one resource",
                        Pointer.ROOT.child("Resources"), node);
            }
            return;
        }
        if (node == null) {
            Node at = root.entries().isEmpty() ? root : root.entries().getFirst().key();
            unrecognised(lowering, "the template has no `Resources`", Pointer.ROOT, at);
        }
        else {
            unrecognised(lowering,
                    "`Resources` is " + Shapes.describe(node) + ", but a map of resources by their names is expected",
                    Pointer.ROOT.child("Resources"), node);
        }
    }

    private static void checkSections(Lowering lowering, Mapping root) {
        for (String section : MAP_SECTIONS) {
            Node node = root.get(section);
            boolean empty = node instanceof Scalar scalar && scalar.isNull();
            if (node != null && !empty && !(node instanceof Mapping)) {
                unrecognised(lowering, "`" + section + "` is " + Shapes.describe(node) + ", but a map is expected",
                        Pointer.ROOT.child(section), node);
            }
        }
        if (root.get("Parameters") instanceof Mapping parameters) {
            for (Mapping.Entry entry : parameters.entries()) {
                if (!(entry.value() instanceof Mapping) && !entry.name().equals(Call.TRANSFORM)) {
                    unrecognised(lowering,
                            "parameter `" + entry.name() + "` is " + Shapes.describe(entry.value())
                                    + ", but a map with `Type` is expected",
                            Pointer.ROOT.child("Parameters").child(entry.name()), entry.value());
                }
            }
        }
    }

    private static void checkParameters(Lowering lowering, Mapping root, FrontendOptions options) {
        @Nullable Node section = root.get("Parameters");
        for (String name : Parameters.undeclared(section, options)) {
            Mapping.Entry entry = root.entry("Parameters");
            Node at = entry != null ? entry.key() : root.entries().isEmpty() ? root : root.entries().getFirst().key();
            Origin origin = new Origin(lowering.source(), at.span(),
                    entry != null ? Pointer.ROOT.child("Parameters") : Pointer.ROOT);
            lowering.problem(ModelProblem.Kind.NOTICE,
                    "the request gives a value for parameter `" + name + "`, which the template does not declare",
                    Site.of(Pointer.ROOT), origin);
        }
    }

    private static void unrecognised(Lowering lowering, String message, Pointer pointer, Node node) {
        lowering.problem(ModelProblem.Kind.UNRECOGNISED, message, Site.of(pointer), node);
    }

}
