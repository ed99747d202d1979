package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.frontend.terraform.function.Type;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardVariable;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.Step;

/// A variable of the root whose value is not given: one of those that its validation allows, true or false, or not
/// known at all.
final class OpenVariable {

    private static final int MAX_ALLOWED = 30;

    private final Evaluation evaluation;

    private final ConfigBlock block;

    private final String name;

    private final Type type;

    OpenVariable(Evaluation evaluation, ConfigBlock block, String name, Type type) {
        this.evaluation = evaluation;
        this.block = block;
        this.name = name;
        this.type = type;
    }

    Value value(Origin origin) {
        List<Value> allowed = this.type == Type.BOOL ? List.of(Values.bool(true, origin), Values.bool(false, origin))
                : allowed(origin);
        if (allowed.isEmpty()) {
            return Value.Unknown.of(Reason.PARAMETER, this.name, origin);
        }
        GuardVariable variable = this.evaluation.guards()
            .declare(this.name, GuardSpace.Kind.PARAMETER,
                    allowed.stream().map((value) -> String.valueOf(Values.text(value))).toList(), true, null);
        Value result = allowed.getLast();
        for (int i = allowed.size() - 2; i >= 0; i--) {
            Value each = allowed.get(i);
            result = this.evaluation.choices()
                .choice(this.evaluation.guards().equal(variable, String.valueOf(Values.text(each))), each, result,
                        origin);
        }
        return result;
    }

    /// The texts of `contains([...], var.name)` in a validation.
    private List<Value> allowed(Origin origin) {
        for (Part.Nested validation : this.block.nested("validation")) {
            var condition = validation.block().body().attribute("condition");
            if (condition != null && condition.value() instanceof Expression.Call call
                    && call.name().text().equals("contains") && call.arguments().size() == 2
                    && isItself(call.arguments().getLast())
                    && call.arguments().getFirst() instanceof Expression.Tuple tuple) {
                return constants(tuple, origin);
            }
        }
        return List.of();
    }

    private boolean isItself(Expression expression) {
        return expression instanceof Expression.Traversal traversal
                && traversal.root() instanceof Expression.Variable root && root.name().equals("var")
                && traversal.steps().size() == 1 && traversal.steps().getFirst() instanceof Step.GetAttribute step
                && step.name().text().equals(this.name);
    }

    private static List<Value> constants(Expression.Tuple tuple, Origin origin) {
        List<Value> found = new ArrayList<>();
        for (Expression item : tuple.items()) {
            String text = item instanceof Expression.Template template ? template.constant() : null;
            if (text == null || found.size() >= MAX_ALLOWED) {
                return List.of();
            }
            if (found.stream().noneMatch((known) -> text.equals(Values.text(known)))) {
                found.add(Values.string(text, origin));
            }
        }
        return found;
    }

}
