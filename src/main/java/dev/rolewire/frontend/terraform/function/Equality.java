package dev.rolewire.frontend.terraform.function;

import java.util.List;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;

/// Whether two values are equal, as far as it is known.
final class Equality {

    /// What is known of it.
    enum Answer {

        EQUAL, DIFFERENT, OPEN;

        Answer and(Answer other) {
            if (this == DIFFERENT || other == DIFFERENT) {
                return DIFFERENT;
            }
            return this == OPEN || other == OPEN ? OPEN : EQUAL;
        }

    }

    private Equality() {
    }

    /// Compares as `==` does; values of different types are different.
    static Answer of(Value first, Value second, Known known) {
        Value left = known.decided(first);
        Value right = known.decided(second);
        if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
            return Answer.OPEN;
        }
        if (left instanceof Value.Reference || right instanceof Value.Reference) {
            return left instanceof Value.Reference a && right instanceof Value.Reference b
                    && a.address().equals(b.address()) && a.attribute().equals(b.attribute()) ? Answer.EQUAL
                            : Answer.OPEN;
        }
        if (left instanceof Value.Absent || right instanceof Value.Absent) {
            return answer(left instanceof Value.Absent && right instanceof Value.Absent);
        }
        return ofKnownShapes(left, right, known);
    }

    private static Answer ofKnownShapes(Value left, Value right, Known known) {
        if (left instanceof Literal a && right instanceof Literal b) {
            return answer(a.kind() == b.kind() && Known.scalarText(a).equals(Known.scalarText(b)));
        }
        if (left instanceof Value.ListValue a && right instanceof Value.ListValue b) {
            return a.kind() == b.kind() ? ofItems(a.items(), b.items(), known) : Answer.DIFFERENT;
        }
        if (left instanceof Value.ObjectValue a && right instanceof Value.ObjectValue b) {
            return a.kind() == b.kind() ? ofFields(a, b, known) : Answer.DIFFERENT;
        }
        if (Types.of(left) == Type.STRING && Types.of(right) == Type.STRING) {
            return ofTexts(TextParts.of(left), TextParts.of(right), known);
        }
        return Answer.DIFFERENT;
    }

    private static Answer ofItems(List<? extends Value> left, List<? extends Value> right, Known known) {
        if (left.size() != right.size()) {
            return Answer.DIFFERENT;
        }
        known.take(left.size());
        Answer answer = Answer.EQUAL;
        for (int i = 0; i < left.size() && answer != Answer.DIFFERENT; i++) {
            answer = answer.and(of(left.get(i), right.get(i), known));
        }
        return answer;
    }

    private static Answer ofFields(Value.ObjectValue left, Value.ObjectValue right, Known known) {
        if (left.fields().size() != right.fields().size()) {
            return Answer.DIFFERENT;
        }
        known.take(left.fields().size());
        Answer answer = Answer.EQUAL;
        for (Value.Field field : left.fields()) {
            Value other = right.get(field.key());
            answer = answer.and(other == null ? Answer.DIFFERENT : of(field.value(), other, known));
        }
        return answer;
    }

    /// Texts of which one at least has open parts: the same parts are the same text, a
    /// different beginning is another
    /// one.
    private static Answer ofTexts(List<Value> left, List<Value> right, Known known) {
        if (left.size() == right.size() && ofItems(left, right, known) == Answer.EQUAL) {
            return Answer.EQUAL;
        }
        if (left.getFirst() instanceof Literal a && right.getFirst() instanceof Literal b) {
            boolean wholeA = left.size() == 1;
            boolean wholeB = right.size() == 1;
            boolean fits = (wholeB ? b.text().startsWith(a.text()) : !wholeA && a.text().startsWith(b.text()))
                    || (wholeA ? a.text().startsWith(b.text()) : !wholeB && b.text().startsWith(a.text()));
            return fits ? Answer.OPEN : Answer.DIFFERENT;
        }
        return Answer.OPEN;
    }

    private static Answer answer(boolean equal) {
        return equal ? Answer.EQUAL : Answer.DIFFERENT;
    }

}
