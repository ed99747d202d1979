package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Lowers the entries of `Resources`, and says of those that are none what was expected.
final class ResourceLowering {

    private static final List<String> ATTRIBUTES = List.of("CreationPolicy", "UpdatePolicy", "Metadata",
            "DeletionPolicy", "UpdateReplacePolicy");

    private final Lowering lowering;

    private final ServerlessLowering serverless;

    ResourceLowering(Lowering lowering, Mapping root) {
        this.lowering = lowering;
        this.serverless = new ServerlessLowering(lowering, root);
    }

    SequencedMap<String, Resource> lower() {
        SequencedMap<String, Resource> resources = new LinkedHashMap<>();
        for (Loops.Entry entry : this.lowering.resources().entries()) {
            Resource resource = resource(entry);
            if (resource != null) {
                resources.put(resource.address(), this.serverless.expand(resource));
            }
        }
        this.serverless.made().forEach(resources::putIfAbsent);
        this.lowering.uses().settle(this.serverless.made());
        return resources;
    }

    /// Lowers one of the resources.
    /// @return null when there is none of that name
    @Nullable Resource lower(String name) {
        Loops.Entry entry = this.lowering.resources().entry(name);
        return entry == null ? null : resource(entry);
    }

    private @Nullable Resource resource(Loops.Entry entry) {
        Site site = entry.site().outsideProperties();
        if (Call.of(entry.node()) != null) {
            this.lowering.evaluator().lower(entry.node(), site);
            notice(entry, "is made by a macro");
            return null;
        }
        if (!(entry.node() instanceof Mapping body)) {
            unrecognised("resource `" + entry.name() + "` is " + Shapes.describe(entry.node())
                    + ", but a map with `Type` is expected", site, entry.node());
            return null;
        }
        Node type = body.get("Type");
        Scalar text = type instanceof Scalar scalar && !scalar.isNull() && Call.of(type) == null ? scalar : null;
        if (text == null) {
            typeless(entry, body, type);
            return null;
        }
        return lower(entry, body, text);
    }

    private void typeless(Loops.Entry entry, Mapping body, @Nullable Node type) {
        boolean rewritten = body.get(Call.TRANSFORM) != null || this.lowering.transforms().mayAddNames()
                || (type != null && Call.of(type) instanceof Call call && !call.isFunction());
        if (rewritten) {
            notice(entry, "gets its `Type` from a macro");
        }
        else if (type == null) {
            unrecognised("resource `" + entry.name() + "` has no `Type`", entry.site().outsideProperties(),
                    entry.key());
        }
        else {
            unrecognised(
                    "`Type` of resource `" + entry.name() + "` is " + Shapes.describe(type)
                            + ", but a text such as `AWS::IAM::Role` is expected",
                    entry.site().outsideProperties().argument("Type"), type);
        }
    }

    private Resource lower(Loops.Entry entry, Mapping body, Scalar type) {
        String name = Loops.substitute(type.text(), entry.site().bindings());
        Subject subject = new Subject(this.lowering.scope().address(entry.name()), name);
        Site outer = entry.site().outsideProperties().of(subject);
        Guard condition = condition(body, outer);
        Site site = outer.under(condition);
        Origin origin = this.lowering.origin(entry.key(), site);
        List<String> dependencies = dependencies(body.get("DependsOn"), site.argument("DependsOn"));
        attributes(body, site, dependencies);
        boolean readable = isReadable(body.get("Properties"));
        Value.ObjectValue properties = properties(body.get("Properties"), site.argument("Properties"), origin,
                entry.name());
        Value.ObjectValue merged = this.serverless.withGlobals(subject, body, properties);
        dependencies.addAll(subject.dependencies());
        Guard exists = this.lowering.guards().and(this.lowering.scope().guard(), condition);
        boolean complete = readable && !subject.isRewritten() && !this.lowering.transforms().mayChangeResources()
                && !name.endsWith("::MODULE") && body.get(Call.TRANSFORM) == null;
        Resource resource = new Resource(subject.address(), name, Resource.Mode.MANAGED, Resource.Change.APPLIED,
                exists, merged, complete, dependencies, origin, this.lowering.origin(type, site.argument("Type")),
                null);
        this.serverless.connect(resource, body, outer);
        return resource;
    }

    private static boolean isReadable(@Nullable Node properties) {
        return properties == null || properties instanceof Mapping
                || (properties instanceof Scalar scalar && scalar.isNull());
    }

    private Guard condition(Mapping body, Site site) {
        Node node = body.get("Condition");
        if (node == null) {
            return site.guard();
        }
        Site at = site.argument("Condition");
        this.lowering.functions().notAllowed(node, "as `Condition` of a resource", at);
        if (!(node instanceof Scalar) && Call.of(node) == null) {
            unrecognised("`Condition` of a resource is " + Shapes.describe(node)
                    + ", but the name of a condition is expected", at, node);
        }
        return this.lowering.guards().and(site.guard(), this.lowering.conditions().named(node, at));
    }

    private List<String> dependencies(@Nullable Node node, Site site) {
        List<String> names = new ArrayList<>();
        if (node instanceof Sequence sequence && Call.of(node) == null) {
            for (int i = 0; i < sequence.items().size(); i++) {
                dependency(sequence.items().get(i), site.argument(i), names);
            }
        }
        else if (node != null) {
            dependency(node, site, names);
        }
        return names;
    }

    /// Reads the attributes that are no properties: what they refer to must exist, and is
    /// made first.
    private void attributes(Mapping body, Site site, List<String> dependencies) {
        for (String attribute : ATTRIBUTES) {
            Node node = body.get(attribute);
            if (node != null) {
                this.lowering.evaluator().lower(node, site.apartFromProperties().argument(attribute));
            }
        }
        Subject subject = site.subject();
        if (subject != null) {
            this.lowering.uses()
                .namesOf(this.lowering.scope().nameOf(subject.address()))
                .stream()
                .map(this.lowering.scope()::address)
                .filter((name) -> !dependencies.contains(name))
                .forEach(dependencies::add);
        }
    }

    private void dependency(Node node, Site site, List<String> names) {
        if (!(node instanceof Scalar scalar) || Call.of(node) != null) {
            this.lowering.functions().notAllowed(node, "in `DependsOn`", site);
            return;
        }
        if (scalar.isNull()) {
            return;
        }
        String name = Loops.substitute(scalar.text(), site.bindings());
        names.add(this.lowering.scope().address(name));
        this.lowering.uses().record(name, site, this.lowering.origin(node, site));
        if (!this.lowering.resources().contains(name) && !this.lowering.resources().mayBeAdded(name)) {
            this.lowering.problem(ModelProblem.Kind.UNDEFINED_REFERENCE,
                    "`" + name + "` is not defined: the template has no resource of that name", site.always(), name,
                    this.lowering.origin(node, site));
        }
    }

    private Value.ObjectValue properties(@Nullable Node node, Site site, Origin origin, String name) {
        Value.ObjectValue none = new Value.ObjectValue(List.of(), origin);
        if (node == null || (node instanceof Scalar scalar && scalar.isNull())) {
            return none;
        }
        if (Call.of(node) == null && !(node instanceof Mapping)) {
            unrecognised(
                    "`Properties` of resource `" + name + "` is " + Shapes.describe(node) + ", but a map is expected",
                    site, node);
            return none;
        }
        if (node instanceof Mapping mapping && Call.of(node) == null) {
            return this.lowering.evaluator().object(mapping, site);
        }
        Value value = this.lowering.evaluator().lower(node, site);
        return Objects.merged(value, site, none);
    }

    private void unrecognised(String message, Site site, Node node) {
        this.lowering.problem(ModelProblem.Kind.UNRECOGNISED, message, site, node);
    }

    private void notice(Loops.Entry entry, String what) {
        this.lowering.problem(ModelProblem.Kind.NOTICE,
                "resource `" + entry.name() + "` " + what + ", so it is not looked at",
                entry.site().outsideProperties(), entry.key());
    }

}
