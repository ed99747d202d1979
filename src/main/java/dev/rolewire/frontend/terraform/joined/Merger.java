package dev.rolewire.frontend.terraform.joined;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.frontend.terraform.plan.PlannedVariables;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Absent;
import dev.rolewire.model.Value.Choice;
import dev.rolewire.model.Value.Concat;
import dev.rolewire.model.Value.Field;
import dev.rolewire.model.Value.ListValue;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.model.Value.ObjectValue;
import dev.rolewire.model.Value.Reference;
import dev.rolewire.model.Value.Unknown;
import org.jspecify.annotations.Nullable;

/// Puts the values of a plan and of its configuration together.
///
/// A value that the plan knows is so, wherever it comes from; what it refers to is what the configuration says when that
/// holds the same. Of what is known only after apply the configuration says more: functions and locals around a
/// reference are not in a plan. Where the two contradict each other, the plan counts, at its own place.
final class Merger {

    private static final int MAX_DEPTH = 100;

    private final Likeness likeness;

    private final Settler settler;

    private boolean changed;

    Merger(Template plan, Addresses instances) {
        this.likeness = new Likeness(plan);
        this.settler = new Settler(plan, instances);
    }

    /// The properties of a resource.
    ///
    /// @param changed whether plan and configuration contradict each other
    record Result(ObjectValue properties, boolean changed) {

    }

    /// Merges the properties of a resource.
    Result merge(Resource planned, Resource written) {
        this.changed = false;
        this.likeness.restart();
        Value settled = this.settler.settle(written.properties());
        ObjectValue properties = settled instanceof ObjectValue object ? object(planned.properties(), object, 0)
                : planned.properties();
        return new Result(properties, this.changed);
    }

    private Value merge(Value plan, Value written, int depth) {
        if (depth > MAX_DEPTH) {
            return Moved.to(plan, written.origin());
        }
        if (written instanceof Choice choice) {
            return choice(plan, choice, depth);
        }
        return switch (plan) {
            case Literal literal -> literal(literal, written, depth);
            case Reference reference -> reference(reference, written);
            case Unknown unknown -> unknown(unknown, written);
            case ListValue list -> list(list, written, depth);
            case ObjectValue object -> object(object, written, depth);
            case Absent _ -> new Absent(written.origin());
            case Concat _, Choice _ -> Moved.to(plan, written.origin());
        };
    }

    /// The alternative that the plan took, when it tells.
    private Value choice(Value plan, Choice choice, int depth) {
        List<Value> alternatives = new ArrayList<>();
        flatten(choice, alternatives);
        Value best = null;
        Likeness.Degree degree = Likeness.Degree.CONTRARY;
        for (Value each : alternatives) {
            Likeness.Degree like = this.likeness.of(plan, each);
            if (like.compareTo(degree) > 0) {
                degree = like;
                best = each;
            }
        }
        if (best != null && degree == Likeness.Degree.SAME) {
            return merge(plan, best, depth + 1);
        }
        if (plan instanceof Unknown unknown && !PlannedVariables.isSensitive(unknown)) {
            return choice;
        }
        return Moved.to(plan, choice.origin());
    }

    private static void flatten(Value value, List<Value> into) {
        if (value instanceof Choice choice && into.size() < MAX_DEPTH) {
            flatten(choice.then(), into);
            flatten(choice.otherwise(), into);
        }
        else {
            into.add(value);
        }
    }

    private Value literal(Literal plan, Value written, int depth) {
        Origin origin = written.origin();
        Value document = plan.document();
        Value theirs = document(written);
        if (document != null && theirs != null) {
            return new Literal(plan.text(), plan.kind(), origin, merge(document, theirs, depth + 1));
        }
        boolean same = this.likeness.of(plan, written) == Likeness.Degree.SAME;
        return switch (written) {
            case Literal _ when !same -> plan;
            case Reference _, Concat _ when same -> written;
            case Literal _, Reference _, Concat _, Choice _, ListValue _, ObjectValue _, Unknown _, Absent _ ->
                Moved.to(plan, origin);
        };
    }

    /// The document that a value is the text of.
    private static @Nullable Value document(Value value) {
        return switch (value) {
            case Literal literal -> literal.document();
            case Concat concat -> concat.document();
            case ObjectValue _, ListValue _ -> value;
            case Reference _, Choice _, Unknown _, Absent _ -> null;
        };
    }

    private Value reference(Reference plan, Value written) {
        return switch (written) {
            case Reference other -> this.likeness.of(plan, other) == Likeness.Degree.SAME ? other : contradiction(plan);
            case Concat concat -> mentions(concat, plan) ? concat : contradiction(plan);
            case Unknown unknown -> unknown.reason() != Reason.BUDGET && mentions(unknown, plan) ? unknown
                    : Moved.to(plan, written.origin());
            case ObjectValue _, ListValue _ -> written;
            case Literal _ when this.likeness.isData(plan) -> written;
            case Literal _, Absent _ -> contradiction(plan);
            case Choice _ -> Moved.to(plan, written.origin());
        };
    }

    private Value contradiction(Value plan) {
        this.changed = true;
        return plan;
    }

    private static boolean mentions(Value value, Reference reference) {
        return switch (value) {
            case Reference other -> other.address().equals(reference.address());
            case Concat concat -> concat.parts().stream().anyMatch((part) -> mentions(part, reference));
            case Unknown unknown -> unknown.operands().stream().anyMatch((operand) -> mentions(operand, reference));
            case Choice choice -> mentions(choice.then(), reference) || mentions(choice.otherwise(), reference);
            case Literal _, ListValue _, ObjectValue _, Absent _ -> false;
        };
    }

    private Value unknown(Unknown plan, Value written) {
        if (PlannedVariables.isSensitive(plan)) {
            return written instanceof Reference ? written : Moved.to(plan, written.origin());
        }
        return switch (written) {
            case Reference _, Concat _, ListValue _, ObjectValue _, Literal _, Absent _, Choice _ -> written;
            case Unknown unknown -> switch (unknown.reason()) {
                case REMOTE_MODULE, PARAMETER, BUDGET -> Moved.to(plan, written.origin());
                case IMPORT, DYNAMIC_REFERENCE, MACRO, KNOWN_AFTER_APPLY, EXTERNAL_NAME, DATA_SOURCE -> written;
            };
        };
    }

    private Value object(ObjectValue plan, Value written, int depth) {
        if (written instanceof ObjectValue object) {
            return object(plan, object, depth);
        }
        boolean text = written instanceof Concat concat && concat.document() != null
                || written instanceof Literal literal && literal.document() != null;
        return text ? written : Moved.to(plan, written.origin());
    }

    private ObjectValue object(ObjectValue plan, ObjectValue written, int depth) {
        List<Field> fields = new ArrayList<>(plan.fields().size());
        for (Field field : plan.fields()) {
            Field other = written.field(field.key());
            fields
                .add(other == null ? new Field(field.key(), written.origin(), Moved.to(field.value(), written.origin()))
                        : new Field(field.key(), other.keyOrigin(), merge(field.value(), other.value(), depth + 1)));
        }
        return new ObjectValue(List.copyOf(fields), plan.kind(), written.origin());
    }

    private Value list(ListValue plan, Value written, int depth) {
        if (!(written instanceof ListValue list)) {
            return Moved.to(plan, written.origin());
        }
        List<@Nullable Value> partners = this.likeness.partners(plan.items(), list.items());
        List<Value> items = new ArrayList<>(plan.items().size());
        for (int i = 0; i < plan.items().size(); i++) {
            Value partner = partners.get(i);
            Value item = plan.items().get(i);
            items.add(partner == null ? Moved.to(item, list.origin()) : merge(item, partner, depth + 1));
        }
        return new ListValue(List.copyOf(items), plan.kind(), list.origin());
    }

}
