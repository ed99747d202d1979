package dev.rolewire.frontend.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.cloudformation.stack.StackSettings;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
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
        new Deployments(bundle, options).lower(receiver);
    }

    /// Lowers one template alone.
    static Template lower(SourceFile source, Node tree, FrontendOptions options) {
        Deployment alone = new Deployment(null, new StackLimits(), null);
        return lower(Scope.root(alone, null, StackSettings.of(options)), source, tree);
    }

    /// Lowers a template with the stacks nested in it.
    static Template lower(Scope scope, SourceFile source, Node tree) {
        Deployment deployment = scope.deployment();
        FrontendOptions options = scope.settings().options();
        Mapping root = tree instanceof Mapping mapping ? mapping : Mapping.of(List.of(), tree.span(), null);
        Lowering lowering = new Lowering(scope, source, root);
        Mapping whole = lowering.root();
        StackResources resources = new StackResources();
        if (!(tree instanceof Mapping)) {
            unrecognised(lowering,
                    "the document is " + Shapes.describe(tree) + ", but a template is a map with `Resources`",
                    Pointer.ROOT, tree);
        }
        else {
            checkParameters(lowering, whole, options);
            new ParameterValues(lowering, options).check(whole);
            lowering.conditions().evaluateAll();
            resources.add(lowering);
        }
        Imports imports = deployment.imports();
        return new Template(Dialect.CLOUDFORMATION, deployment.sources(), resources.all(),
                imports == null ? new LinkedHashMap<>() : imports.resources(), resources.labels(), deployment.guards(),
                resources.assumption(deployment.guards()), List.copyOf(deployment.problems()),
                new Template.Environment(options.region(), options.accountId()), 0, new LinkedHashMap<>(),
                deployment.handedOut(), deployment.isRewritten());
    }

    /// Reports what of the parts of a template has not the shape that it needs.
    static void checkShape(Lowering lowering) {
        ForeignTool tool = lowering.transforms().tool();
        if (tool != null) {
            lowering.problem(ModelProblem.Kind.NOTICE,
                    tool.what() + ", which CloudFormation does not know: this is a module or the input of another"
                            + " tool, so names that it does not define and functions that CloudFormation refuses are"
                            + " not reported",
                    Site.of(Pointer.ROOT), tool.node());
        }
        lowering.includes().report(lowering);
        checkResources(lowering, lowering.root());
        checkSections(lowering, lowering.root());
        new StaticSections(lowering).check(lowering.root());
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
            Origin origin = lowering.origin(at.span(), entry != null ? Pointer.ROOT.child("Parameters") : Pointer.ROOT);
            lowering.problem(ModelProblem.Kind.NOTICE,
                    "the request gives a value for parameter `" + name + "`, which the template does not declare",
                    Site.of(Pointer.ROOT), origin);
        }
    }

    private static void unrecognised(Lowering lowering, String message, Pointer pointer, Node node) {
        lowering.problem(ModelProblem.Kind.UNRECOGNISED, message, Site.of(pointer), node);
    }

}
