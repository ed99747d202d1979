package dev.rolewire.frontend.terraform.hcl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.terraform.function.Context;
import dev.rolewire.frontend.terraform.function.Files;
import dev.rolewire.frontend.terraform.function.Operations;
import dev.rolewire.frontend.terraform.function.Outcome;
import dev.rolewire.frontend.terraform.function.Templates;
import dev.rolewire.frontend.terraform.function.Type;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Reference;
import dev.rolewire.syntax.hcl.Expression;
import org.jspecify.annotations.Nullable;

/// What the evaluation of one root module shares: its bounds, its guards, and what each address stands for.
///
/// A reference without attribute is a whole object: an instance of a resource or module. One whose address is that of
/// a block with instances that are not known is the collection of these.
final class Evaluation {

    private final Bundle bundle;

    private final ModuleTree moduleTree;

    private final String root;

    private final FrontendOptions options;

    private final Facts facts;

    private final Budget budget = new Budget();

    private final GuardSpace guards = new GuardSpace();

    private final Choices choices = new Choices(this.guards, this.budget);

    private final Conditions conditions = new Conditions(this.guards);

    private final Failures failures = new Failures();

    private final Problems problems = new Problems();

    private final Map<String, ResourceInstance> resources = new HashMap<>();

    private final Map<String, ModuleInstance> modules = new HashMap<>();

    private final Map<String, String> collections = new HashMap<>();

    private final dev.rolewire.frontend.terraform.function.Budget functionBudget = new dev.rolewire.frontend.terraform.function.Budget();

    private final Files files;

    private final Templates renderer;

    private final Evaluator evaluator;

    private final Providers providers = new Providers(this);

    /// Starts an evaluation.
    /// @param root the directory of the root module
    Evaluation(Bundle bundle, ModuleTree moduleTree, String root, FrontendOptions options, Facts facts) {
        this.bundle = bundle;
        this.moduleTree = moduleTree;
        this.root = root;
        this.options = options;
        this.facts = facts;
        this.evaluator = new Evaluator(this);
        this.files = new BundleFiles(bundle, root);
        this.renderer = new TemplateFiles(this);
    }

    Bundle bundle() {
        return this.bundle;
    }

    FrontendOptions options() {
        return this.options;
    }

    Facts facts() {
        return this.facts;
    }

    ModuleTree modules() {
        return this.moduleTree;
    }

    /// A value in the type of a variable.
    Value convert(Value value, Type type) {
        Context context = new Context(value.origin(), this.guards, Guard.TRUE, this.functionBudget, this.files,
                this.renderer);
        Outcome outcome = Operations.convert(value, type, context);
        return outcome.succeeds() ? outcome.value() : value;
    }

    /// The name of the directory that Terraform runs in, for `basename(path.cwd)`: that
    /// of the root; null for another
    /// call, or when the root has no name in the bundle.
    @Nullable String workingDirectory(Expression.Call call) {
        boolean asked = call.arguments().size() == 1
                && call.arguments().getFirst() instanceof Expression.Traversal(var start, var steps, var _)
                && start instanceof Expression.Variable variable && variable.name().equals("path")
                && "cwd".equals(ReferenceWalk.name(steps, 0));
        return !asked || this.root.isEmpty() ? null : this.root.substring(this.root.lastIndexOf('/') + 1);
    }

    /// The path in the bundle of a path that is relative to the root module.
    Optional<String> bundlePath(String path) {
        return Bundle.resolve(this.root, path);
    }

    Budget budget() {
        return this.budget;
    }

    GuardSpace guards() {
        return this.guards;
    }

    Choices choices() {
        return this.choices;
    }

    Conditions conditions() {
        return this.conditions;
    }

    Failures failures() {
        return this.failures;
    }

    Problems problems() {
        return this.problems;
    }

    dev.rolewire.frontend.terraform.function.Budget functionBudget() {
        return this.functionBudget;
    }

    Files files() {
        return this.files;
    }

    Templates renderer() {
        return this.renderer;
    }

    Evaluator evaluator() {
        return this.evaluator;
    }

    /// The AWS providers of the modules.
    Providers providers() {
        return this.providers;
    }

    void register(ResourceInstance instance) {
        this.resources.put(instance.address(), instance);
    }

    void register(ModuleInstance instance) {
        this.modules.put(instance.address(), instance);
    }

    /// Takes note that the instances of a block are not known.
    /// @param address the address of the block
    /// @param representative the address of the instance that stands for all
    void registerCollection(String address, String representative) {
        this.collections.put(address, representative);
    }

    /// Whether a value is one instance of a resource or module as a whole.
    boolean isObject(Value value) {
        return value instanceof Reference reference && reference.attribute().isEmpty()
                && !this.collections.containsKey(reference.address());
    }

    /// The instance that stands for all of a collection, or the reference itself.
    Reference representative(Reference reference) {
        String address = reference.attribute().isEmpty() ? this.collections.get(reference.address()) : null;
        return address == null ? reference : new Reference(address, "", reference.origin());
    }

    /// An attribute of an object or of another attribute.
    Value attribute(Reference reference, String name, Origin origin) {
        if (!reference.attribute().isEmpty()) {
            return new Reference(reference.address(), reference.attribute() + "." + name, origin);
        }
        ModuleInstance module = this.modules.get(reference.address());
        if (module != null) {
            return module.output(name, origin);
        }
        ResourceInstance resource = this.resources.get(reference.address());
        if (resource == null) {
            return this.failures.of("instances without a key have no attribute `" + name + "`", origin);
        }
        Value given = resource.given(name, origin);
        return given != null ? given : new Reference(reference.address(), name, origin);
    }

    /// An item of a collection, an object or an attribute.
    Value item(Reference reference, Value key, Origin origin) {
        if (!reference.attribute().isEmpty()) {
            return new Reference(reference.address(), reference.attribute() + "[" + Steps.rendered(key) + "]", origin);
        }
        Reference representative = representative(reference);
        if (representative != reference) {
            return new Reference(representative.address(), "", origin);
        }
        String name = Values.text(key);
        boolean number = key instanceof Value.Literal literal && literal.kind() == Value.Literal.Kind.NUMBER;
        return name == null || number ? this.failures.of("it has no instances", origin)
                : attribute(reference, name, origin);
    }

    /// What a value is known to be: the argument that an attribute repeats, in place of
    /// the reference to it.
    Value known(Value value) {
        if (!(value instanceof Reference reference) || reference.attribute().isEmpty()) {
            return value;
        }
        ResourceInstance resource = this.resources.get(reference.address());
        if (resource == null || !this.budget.enter()) {
            return value;
        }
        Value found = argument(resource, reference);
        this.budget.leave();
        return found == null ? value : found;
    }

    private @Nullable Value argument(ResourceInstance resource, Reference reference) {
        List<String> path = AttributePath.parse(reference.attribute());
        if (path.isEmpty()) {
            return null;
        }
        Value found = whole(resource, path.getFirst(), reference.origin());
        for (String step : path.subList(1, path.size())) {
            found = found == null ? null : part(known(found), step);
        }
        if (found == null || found instanceof Value.Absent || this.failures.contains(found)
                || found instanceof Value.Choice choice && mayBeNull(choice)) {
            return null;
        }
        return known(found).at(reference.origin());
    }

    private @Nullable Value whole(ResourceInstance resource, String name, Origin origin) {
        Value own = resource.argument(name);
        Value fact = own == null || own instanceof Value.Unknown ? this.facts.attribute(resource.address(), name)
                : null;
        return fact == null ? own : Relocated.to(fact, origin);
    }

    /// A choice of nothing is a value that the provider may choose.
    private static boolean mayBeNull(Value.Choice choice) {
        return isNull(choice.then()) || isNull(choice.otherwise());
    }

    private static boolean isNull(Value value) {
        return value instanceof Value.Absent || value instanceof Value.Choice choice && mayBeNull(choice);
    }

    private static @Nullable Value part(Value value, String step) {
        return switch (value) {
            case Value.ObjectValue object -> object.get(step);
            case Value.ListValue list -> {
                int index = AttributePath.index(step);
                yield index >= 0 && index < list.items().size() ? list.items().get(index) : null;
            }
            case Value.Literal _, Reference _, Value.Concat _, Value.Choice _, Value.Unknown _, Value.Absent _ -> null;
        };
    }

    /// What a value is known to be all through.
    Value knownDeeply(Value value) {
        return knownDeeply(value, 0);
    }

    private Value knownDeeply(Value value, int depth) {
        if (depth > 40 || !this.budget.take(1)) {
            return value;
        }
        Value known = known(value);
        return switch (known) {
            case Value.ListValue list ->
                new Value.ListValue(list.items().stream().map((item) -> knownDeeply(item, depth + 1)).toList(),
                        list.kind(), list.origin());
            case Value.ObjectValue object -> new Value.ObjectValue(object.fields()
                .stream()
                .map((field) -> new Value.Field(field.key(), field.keyOrigin(), knownDeeply(field.value(), depth + 1)))
                .toList(), object.kind(), object.origin());
            case Value.Concat concat -> concat.document() != null ? concat : Values
                .concat(concat.parts().stream().map((part) -> knownDeeply(part, depth + 1)).toList(), concat.origin());
            case Value.Choice choice -> this.choices.choice(choice.guard(), knownDeeply(choice.then(), depth + 1),
                    knownDeeply(choice.otherwise(), depth + 1), choice.origin());
            case Value.Literal _, Reference _, Value.Unknown _, Value.Absent _ -> known;
        };
    }

}
