package dev.rolewire.frontend.cloudformation;

import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.frontend.cloudformation.serverless.ServerlessConnectors;
import dev.rolewire.frontend.cloudformation.serverless.ServerlessExpansion;
import dev.rolewire.frontend.cloudformation.serverless.ServerlessGlobals;
import dev.rolewire.frontend.cloudformation.serverless.ServerlessNames;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// What the SAM transform does to one template: shared properties, and the resources that it adds.
final class ServerlessLowering {

    private final Lowering lowering;

    private final ServerlessGlobals globals = new ServerlessGlobals();

    private final ServerlessExpansion expansion;

    private final ServerlessConnectors connectors;

    ServerlessLowering(Lowering lowering, Mapping root) {
        this.lowering = lowering;
        this.expansion = new ServerlessExpansion(lowering.guards(), lowering.scope().prefix(), lowering.scope().guard(),
                lowering.resources().declared());
        this.connectors = new ServerlessConnectors(lowering.resources()::typeOf);
        Node section = root.get("Globals");
        if (section != null && lowering.transforms().isServerless()) {
            readGlobals(section);
        }
    }

    private void readGlobals(Node section) {
        Site site = Site.of(Pointer.ROOT.child("Globals"));
        if (!(section instanceof Mapping sections) || Call.of(section) != null) {
            unrecognised("`Globals` is " + Shapes.describe(section) + ", but a map is expected", site, section);
            return;
        }
        for (Mapping.Entry entry : sections.entries()) {
            Site at = site.argument(entry.name());
            if (!ServerlessGlobals.isSection(entry.name())) {
                unrecognised("`Globals` has the section `" + entry.name()
                        + "`, but the SAM transform knows no type of that name", at, entry.key());
            }
            else if (this.lowering.evaluator().lower(entry.value(), at) instanceof Value.ObjectValue properties) {
                this.globals.add(entry.name(), properties);
                checkProperties(entry, at);
            }
            else {
                unrecognised("`" + entry.name() + "` of `Globals` is " + Shapes.describe(entry.value())
                        + ", but a map of properties is expected", at, entry.value());
            }
        }
    }

    private void checkProperties(Mapping.Entry section, Site site) {
        if (section.value() instanceof Mapping properties) {
            for (Mapping.Entry property : properties.entries()) {
                if (ServerlessGlobals.isRefused(section.name(), property.name())) {
                    unrecognised(
                            "`" + property.name() + "` stands in `" + section.name()
                                    + "` of `Globals`, where the SAM transform refuses it",
                            site.argument(property.name()), property.key());
                }
            }
        }
    }

    /// The properties of a resource with what `Globals` shares. When the budget is used
    /// up they stay as they are, and the resource is marked as not complete.
    Value.ObjectValue withGlobals(Subject subject, Mapping body, Value.ObjectValue properties) {
        int size = this.globals.size(subject.type());
        if (size == 0) {
            return properties;
        }
        if (!this.lowering.budget().take(size / 8)) {
            subject.markRewritten();
            return properties;
        }
        return this.globals.apply(subject.type(), properties, ignored(body.get("IgnoreGlobals")));
    }

    private static Set<String> ignored(@Nullable Node node) {
        Set<String> names = new LinkedHashSet<>();
        if (node instanceof Scalar scalar) {
            names.add(scalar.text());
        }
        else if (node instanceof Sequence sequence) {
            sequence.items().forEach((item) -> names.addAll(ignored(item)));
        }
        return names;
    }

    /// A resource with what the transform gives it.
    Resource expand(Resource resource) {
        if (ServerlessNames.isServerless(resource.type()) && !ServerlessNames.isKnown(resource.type())) {
            this.lowering.problem(ModelProblem.Kind.NOTICE, "`" + resource.type() + "` of `" + resource.address()
                    + "` is not a type of the SAM transform that is known, so what is made of it is not looked at",
                    Site.of(resource.typeOrigin().pointer()).of(new Subject(resource.address(), resource.type())),
                    resource.typeOrigin());
        }
        this.connectors.explicit(resource).forEach(this::add);
        return this.expansion.expand(resource);
    }

    /// Makes what the connectors lead to that stand in a resource.
    void connect(Resource resource, Mapping body, Site site) {
        Node connectors = body.get("Connectors");
        if (connectors != null && this.lowering.transforms().isServerless()) {
            Value value = this.lowering.evaluator().lower(connectors, site.argument("Connectors"));
            this.connectors.embedded(resource, value).forEach(this::add);
        }
    }

    private void add(Resource made) {
        if (!this.lowering.resources().declared().contains(this.lowering.scope().nameOf(made.address()))) {
            this.expansion.made().putIfAbsent(made.address(), made);
        }
    }

    /// What the transform has made of the resources so far, by logical id.
    SequencedMap<String, Resource> made() {
        return this.expansion.made();
    }

    private void unrecognised(String message, Site site, Node node) {
        this.lowering.problem(ModelProblem.Kind.UNRECOGNISED, message, site, node);
    }

}
