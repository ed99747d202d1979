package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// The stacks nested in one template whose own templates are in the bundle. Each is opened when its outputs are first
/// asked for, or at the end.
final class NestedStacks {

    static final String OUTPUTS = "Outputs.";

    private final Lowering lowering;

    private final Map<String, Optional<NestedStack>> known = new HashMap<>();

    private final Set<String> inWork = new HashSet<>();

    private final Set<String> reported = new HashSet<>();

    NestedStacks(Lowering lowering) {
        this.lowering = lowering;
    }

    /// Whether resources of a type are stacks.
    static boolean isStack(@Nullable String type) {
        return "AWS::CloudFormation::Stack".equals(type) || "AWS::Serverless::Application".equals(type);
    }

    /// The stacks that could be opened, in the order of their resources.
    List<NestedStack> all() {
        List<NestedStack> stacks = new ArrayList<>();
        for (Loops.Entry entry : this.lowering.resources().entries()) {
            if (isStack(this.lowering.resources().typeOf(entry.name()))) {
                NestedStack stack = open(entry.name());
                if (stack != null) {
                    stacks.add(stack);
                }
            }
        }
        return stacks;
    }

    /// The templates of all stacks, as far as they are in the bundle.
    Set<BundleFile> files() {
        Set<BundleFile> files = new LinkedHashSet<>();
        for (Loops.Entry entry : this.lowering.resources().entries()) {
            if (isStack(this.lowering.resources().typeOf(entry.name())) && entry.node() instanceof Mapping body) {
                StackTemplate.Located located = this.lowering
                    .muted(() -> new StackTemplate(this.lowering, entry, body).locate());
                if (located != null) {
                    files.add(located.file());
                }
            }
        }
        return files;
    }

    /// What an output of a nested stack holds.
    /// @param reference the stack's attribute
    /// @param name the stack's logical id
    /// @param site where it is used
    Value output(Value.Reference reference, String name, Site site) {
        Origin origin = reference.origin();
        Subject subject = site.subject();
        if (subject != null) {
            subject.dependOn(reference.address());
        }
        String detail = name + "." + reference.attribute();
        Value unknown = new Value.Unknown(Reason.REMOTE_MODULE, detail, List.of(reference), origin);
        NestedStack stack = open(name);
        if (stack == null) {
            return unknown;
        }
        String output = reference.attribute().substring(OUTPUTS.length());
        Outputs.Output found = stack.lowering().outputs().get(output);
        if (found == null) {
            if (stack.isWhole()) {
                report(stack, "`" + detail + "` is not defined: `" + stack.uri() + "` has no output `" + output + "`",
                        site, site.guard(), origin);
            }
            return stack.isWhole() ? Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, detail, origin) : unknown;
        }
        Guard absent = this.lowering.guards().not(found.exists());
        Guard missed = this.lowering.guards().and(site.guard(), absent);
        if (missed != Guard.FALSE) {
            report(stack, "`" + detail + "` is used also when the condition under which `" + stack.uri()
                    + "` has that output does not hold", site, missed, origin);
        }
        Value value = found.value() == null ? unknown : moved(found.value(), origin);
        return this.lowering.alternatives().choice(found.exists(), value, unknown, origin);
    }

    /// A value that is written in another template, as it is used at a place of this one.
    Value moved(Value value, Origin origin) {
        return new Movement(this.lowering.budget(), origin).of(value);
    }

    /// Opens a nested stack.
    /// @return null when its template is not in the bundle, or cannot be told
    private @Nullable NestedStack open(String name) {
        Optional<NestedStack> done = this.known.get(name);
        if (done != null) {
            return done.orElse(null);
        }
        if (this.lowering.scope().file() == null || !this.inWork.add(name)) {
            return null;
        }
        NestedStack stack = this.lowering.muted(() -> opened(name));
        this.inWork.remove(name);
        this.known.put(name, Optional.ofNullable(stack));
        return stack;
    }

    private @Nullable NestedStack opened(String name) {
        Loops.Entry entry = this.lowering.resources().entry(name);
        if (entry == null || !(entry.node() instanceof Mapping body)) {
            return null;
        }
        StackTemplate.Located located = new StackTemplate(this.lowering, entry, body).locate();
        if (located == null) {
            return null;
        }
        BundleFile file = located.file();
        Scope scope = this.lowering.scope();
        Site site = entry.site().outsideProperties();
        if (scope.ancestors().contains(file)) {
            problem(ModelProblem.Kind.CYCLIC_REFERENCE, name, "nested stack `" + scope.address(name) + "` opens `"
                    + file.uri() + "`, which it is itself a part of, without end", located);
            return null;
        }
        if (!scope.deployment().limits(scope).take(file, scope.ancestors())) {
            problem(ModelProblem.Kind.LIMIT, name, "nested stack `" + scope.address(name)
                    + "` is not looked at: too many stacks are nested in each other", located);
            return null;
        }
        Node condition = body.get("Condition");
        Guard own = condition == null ? site.guard() : this.lowering.guards()
            .and(site.guard(), this.lowering.conditions().named(condition, site.argument("Condition")));
        Guard exists = this.lowering.guards().and(scope.guard(), own);
        Site parameters = site.argument("Properties").field("Parameters").under(own);
        return NestedStack.open(scope.nested(name, exists, file, arguments(body, parameters)), name, entry, located);
    }

    private void problem(ModelProblem.Kind kind, String name, String message, StackTemplate.Located located) {
        Site site = located.site();
        String type = this.lowering.resources().typeOf(name);
        Site owned = type == null ? site : site.of(new Subject(this.lowering.scope().address(name), type));
        this.lowering.always(() -> this.lowering.problem(kind, message, owned, located.origin()));
    }

    /// The parameters by name; not all of them when a macro may add some.
    private Map<String, Value> arguments(Mapping body, Site site) {
        SequencedMap<String, Value> arguments = new LinkedHashMap<>();
        Node node = body.get("Properties") instanceof Mapping properties ? properties.get("Parameters") : null;
        if (node != null) {
            Value value = this.lowering.evaluator().lower(node, site);
            Value.ObjectValue none = new Value.ObjectValue(List.of(), value.origin());
            for (Value.Field field : Objects.merged(value, site, none).fields()) {
                arguments.put(field.key(), field.value());
            }
        }
        return arguments;
    }

    /// Reports what is wrong, once for each place.
    private void report(NestedStack stack, String message, Site site, Guard guard, Origin origin) {
        if (this.reported.add(message + origin.span() + origin.source().uri())) {
            this.lowering.problem(ModelProblem.Kind.UNDEFINED_REFERENCE, message,
                    site.under(this.lowering.guards().and(guard, stack.certainty())), origin);
        }
    }

}
