package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.Step;
import org.jspecify.annotations.Nullable;

/// References: `var.x`, `local.x[0]`, `module.m.out`, `aws_iam_role.r[*].arn`.
final class Traversals {

    private static final String WORKSPACE = "terraform.workspace";

    private final Evaluation evaluation;

    private final Evaluator evaluator;

    private final Steps steps;

    Traversals(Evaluation evaluation, Evaluator evaluator) {
        this.evaluation = evaluation;
        this.evaluator = evaluator;
        this.steps = new Steps(evaluation);
    }

    /// A name by itself: bound by `for` or a block, else nothing.
    Value variable(Expression.Variable variable, Scope scope) {
        Value bound = scope.name(variable.name());
        Origin origin = scope.origin(variable.span());
        return bound != null ? place(bound, scope, origin)
                : this.evaluation.failures().of("`" + variable.name() + "` is no reference", origin);
    }

    Value evaluate(Expression.Traversal traversal, Scope scope) {
        Origin origin = scope.origin(traversal.span());
        if (!(traversal.root() instanceof Expression.Variable variable) || scope.name(variable.name()) != null) {
            return place(apply(this.evaluator.evaluate(traversal.root(), scope), traversal.steps(), 0, scope, origin),
                    scope, origin);
        }
        ModuleInstance module = scope.module();
        if (module == null) {
            return this.evaluation.failures().of("`" + variable.name() + "` is not known here", origin);
        }
        return place(absolute(module, variable.name(), traversal.steps(), scope, origin), scope, origin);
    }

    /// The value as it is used here, without what cannot be when the expression is
    /// evaluated at all.
    private Value place(Value whole, Scope scope, Origin origin) {
        Value value = this.evaluation.choices().under(scope.guard(), whole);
        return this.evaluation.failures().mayFail(value) ? value : value.at(origin);
    }

    private Value absolute(ModuleInstance module, String root, List<Step> steps, Scope scope, Origin origin) {
        String name = name(steps, 0);
        if (name == null) {
            return this.evaluation.failures().of("`" + root + "` by itself is no value", origin);
        }
        return switch (root) {
            case "var" -> apply(module.variable(name, origin), steps, 1, scope, origin);
            case "local" -> apply(module.local(name, origin), steps, 1, scope, origin);
            case "module" -> apply(module.calls().value(name, origin), steps, 1, scope, origin);
            case "path" -> path(module, name, origin);
            case "terraform", "tofu" -> name.equals("workspace") ? workspace(origin)
                    : Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, root + "." + name, origin);
            case "each", "count", "self" -> Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, root + "." + name, origin);
            case "ephemeral" -> Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "ephemeral." + name, origin);
            case "data" -> {
                String second = name(steps, 1);
                yield second == null ? this.evaluation.failures().of("`data` by itself is no value", origin) : apply(
                        module.resources().value("data." + name + "." + second, origin), steps, 2, scope, origin);
            }
            default -> apply(module.resources().value(root + "." + name, origin), steps, 1, scope, origin);
        };
    }

    /// The workspace is chosen beside the configuration, as a variable is.
    private Value workspace(Origin origin) {
        String given = this.evaluation.options().parameters().get(WORKSPACE);
        return given != null ? Values.string(given, origin) : Value.Unknown.of(Reason.PARAMETER, WORKSPACE, origin);
    }

    private static @Nullable String name(List<Step> steps, int index) {
        return index < steps.size() && steps.get(index) instanceof Step.GetAttribute attribute ? attribute.name().text()
                : null;
    }

    private Value path(ModuleInstance module, String name, Origin origin) {
        return switch (name) {
            case "module" -> Values.string(module.path(), origin);
            case "root" -> Values.string(".", origin);
            default -> Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "path." + name, origin);
        };
    }

    /// Takes steps from a value.
    Value apply(Value value, List<Step> all, int from, Scope scope, Origin origin) {
        Value at = value;
        for (int i = from; i < all.size(); i++) {
            if (!this.evaluation.budget().take(1)) {
                return Values.outOfBudget(origin);
            }
            at = switch (all.get(i)) {
                case Step.GetAttribute attribute -> this.steps.attribute(at, attribute.name().text(), origin);
                case Step.GetIndex index -> this.steps.index(at, this.evaluator.evaluate(index.key(), scope), origin);
                case Step.Splat splat -> splat(at, splat, scope, origin);
            };
        }
        return at;
    }

    private Value splat(Value value, Step.Splat splat, Scope scope, Origin origin) {
        return this.evaluation.choices().map(value, (each) -> {
            Value known = this.evaluation.isObject(each) ? each : this.evaluation.known(each);
            return switch (known) {
                case Value.ListValue list -> {
                    List<Value> items = new ArrayList<>(list.items().size());
                    list.items().forEach((item) -> items.add(apply(item, splat.each(), 0, scope, origin)));
                    yield items.stream()
                        .filter(this.evaluation.failures()::contains)
                        .findFirst()
                        .orElseGet(() -> new Value.ListValue(items, origin));
                }
                case Value.Absent _ -> new Value.ListValue(List.of(), origin);
                case Value.Unknown _ -> this.evaluation.failures().contains(known) ? known
                        : Values.unknown(List.of(known), "a splat of what is not known", origin);
                case Value.Reference reference when !this.evaluation.isObject(reference) -> Values.unknown(
                        List.of(apply(this.evaluation.representative(reference), splat.each(), 0, scope, origin)),
                        "a splat of what is not known", origin);
                case Value.Reference _, Value.ObjectValue _, Value.Literal _, Value.Concat _, Value.Choice _ -> {
                    Value only = apply(known, splat.each(), 0, scope, origin);
                    yield this.evaluation.failures().contains(only) ? only : new Value.ListValue(List.of(only), origin);
                }
            };
        });
    }

    Steps steps() {
        return this.steps;
    }

}
