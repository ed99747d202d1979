package dev.rolewire.frontend.terraform.hcl;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
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

/// Making values and asking them.
final class Values {

    private static final int MAX_OPERANDS = 32;

    private static final int MAX_DIGITS = 400;

    private static final int MAX_COMPARED = 10_000;

    private static final int MAX_LOOKED_AT = 10_000;

    private Values() {
    }

    /// A text as Terraform holds it: in normalisation form C.
    static String normal(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC) ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static Value string(String text, Origin origin) {
        return Literal.of(normal(text), origin);
    }

    static Value bool(boolean value, Origin origin) {
        return new Literal(Boolean.toString(value), Literal.Kind.BOOLEAN, origin, null);
    }

    static Value number(BigDecimal value, Origin origin) {
        return new Literal(text(value), Literal.Kind.NUMBER, origin, null);
    }

    static Value number(long value, Origin origin) {
        return new Literal(Long.toString(value), Literal.Kind.NUMBER, origin, null);
    }

    /// A number as Terraform prints it.
    static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return Math.abs((long) stripped.scale()) > MAX_DIGITS ? stripped.toString() : stripped.toPlainString();
    }

    static Value outOfBudget(Origin origin) {
        return Unknown.of(Reason.BUDGET, "too much to evaluate", origin);
    }

    /// The text of a known scalar, or null.
    static @Nullable String text(@Nullable Value value) {
        return value instanceof Literal literal ? literal.text() : null;
    }

    /// A known boolean; texts count as Terraform converts them.
    static @Nullable Boolean bool(Value value) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case "1" -> isString(value) ? Boolean.TRUE : null;
            case "0" -> isString(value) ? Boolean.FALSE : null;
            default -> null;
        };
    }

    private static boolean isString(Value value) {
        return value instanceof Literal literal && literal.kind() == Literal.Kind.STRING;
    }

    /// A known number; texts count when they are one.
    static @Nullable BigDecimal number(Value value) {
        if (!(value instanceof Literal literal) || literal.kind() == Literal.Kind.BOOLEAN
                || literal.text().length() > MAX_DIGITS) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(literal.text());
            return Math.abs((long) number.scale()) > 2L * MAX_DIGITS ? null : number;
        }
        catch (NumberFormatException _) {
            return null;
        }
    }

    /// Whether two values are surely the same; of large ones it is not looked at to the
    /// end.
    static boolean same(Value left, Value right) {
        return same(left, right, new int[] { MAX_COMPARED });
    }

    private static boolean same(Value left, Value right, int[] budget) {
        if (left == right) {
            return true;
        }
        if (budget[0]-- <= 0) {
            return false;
        }
        return switch (left) {
            case Literal literal ->
                right instanceof Literal other && literal.text().equals(other.text()) && literal.kind() == other.kind();
            case Reference reference -> right instanceof Reference other && reference.address().equals(other.address())
                    && reference.attribute().equals(other.attribute());
            case Absent _ -> right instanceof Absent;
            case ListValue list -> right instanceof ListValue other && sameItems(list.items(), other.items(), budget);
            case ObjectValue object -> right instanceof ObjectValue other && sameFields(object, other, budget);
            case Concat concat -> right instanceof Concat other && sameItems(concat.parts(), other.parts(), budget);
            case Choice choice -> right instanceof Choice other && choice.guard() == other.guard()
                    && same(choice.then(), other.then(), budget) && same(choice.otherwise(), other.otherwise(), budget);
            case Unknown unknown -> right instanceof Unknown other && unknown.reason() == Reason.PARAMETER
                    && other.reason() == Reason.PARAMETER && unknown.detail().equals(other.detail());
        };
    }

    private static boolean sameItems(List<Value> left, List<Value> right, int[] budget) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i), budget)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameFields(ObjectValue left, ObjectValue right, int[] budget) {
        if (left.fields().size() != right.fields().size()) {
            return false;
        }
        for (Field field : left.fields()) {
            Value other = right.get(field.key());
            if (other == null || !same(field.value(), other, budget)) {
                return false;
            }
        }
        return true;
    }

    /// Something that is computed from values and cannot be known.
    /// @param detail what it is, for people
    static Value unknown(List<Value> from, String detail, Origin origin) {
        Reason reason = null;
        String first = null;
        SequencedSet<Reference> operands = new LinkedHashSet<>();
        int[] left = { MAX_LOOKED_AT };
        for (Value value : from) {
            collect(value, operands, left);
            Unknown unknown = firstUnknown(value, left);
            if (unknown != null && (reason == null || rank(unknown.reason()) < rank(reason))) {
                reason = unknown.reason();
                first = unknown.detail();
            }
        }
        if (reason == null) {
            boolean data = !operands.isEmpty()
                    && operands.stream().allMatch((operand) -> ResourceAddress.isData(operand.address()));
            reason = data ? Reason.DATA_SOURCE : Reason.KNOWN_AFTER_APPLY;
        }
        return new Unknown(reason, first == null ? detail : first, List.copyOf(operands), origin);
    }

    /// What a user can do something about comes first.
    private static int rank(Reason reason) {
        return switch (reason) {
            case BUDGET -> 0;
            case PARAMETER -> 1;
            case REMOTE_MODULE -> 2;
            case DATA_SOURCE -> 3;
            case IMPORT, DYNAMIC_REFERENCE, MACRO, EXTERNAL_NAME -> 4;
            case KNOWN_AFTER_APPLY -> 5;
        };
    }

    private static @Nullable Unknown firstUnknown(Value value, int[] left) {
        if (left[0]-- <= 0) {
            return null;
        }
        List<Value> inside = switch (value) {
            case Unknown _ -> List.of();
            case Concat concat -> concat.parts();
            case ListValue list -> list.items();
            case ObjectValue object -> object.fields().stream().map(Field::value).toList();
            case Choice choice -> List.of(choice.then(), choice.otherwise());
            case Literal _, Reference _, Absent _ -> List.of();
        };
        if (value instanceof Unknown unknown) {
            return unknown;
        }
        for (Value part : inside) {
            Unknown found = firstUnknown(part, left);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static void collect(Value value, SequencedSet<Reference> operands, int[] left) {
        if (operands.size() >= MAX_OPERANDS || left[0]-- <= 0) {
            return;
        }
        switch (value) {
            case Reference reference -> operands.add(reference);
            case Unknown unknown -> unknown.operands().stream().limit(MAX_OPERANDS).forEach(operands::add);
            case Concat concat -> concat.parts().forEach((part) -> collect(part, operands, left));
            case ListValue list -> list.items().forEach((item) -> collect(item, operands, left));
            case ObjectValue object -> object.fields().forEach((field) -> collect(field.value(), operands, left));
            case Choice choice -> {
                collect(choice.then(), operands, left);
                collect(choice.otherwise(), operands, left);
            }
            case Literal _, Absent _ -> {
            }
        }
    }

    /// The texts of some values one after the other: a literal when all are, else their
    /// concatenation.
    static Value concat(List<Value> pieces, Origin origin) {
        List<Value> parts = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (Value piece : pieces) {
            switch (piece) {
                case Literal literal -> open.append(literal.text());
                case Concat concat -> concat.parts().forEach((part) -> append(parts, open, part, origin));
                case Reference _, Choice _, ListValue _, ObjectValue _, Unknown _, Absent _ ->
                    append(parts, open, piece, origin);
            }
        }
        if (parts.isEmpty()) {
            return Literal.of(open.toString(), origin);
        }
        flush(parts, open, origin);
        return parts.size() == 1 ? parts.getFirst().at(origin) : new Concat(List.copyOf(parts), origin, null);
    }

    private static void append(List<Value> parts, StringBuilder open, Value piece, Origin origin) {
        if (piece instanceof Literal literal) {
            open.append(literal.text());
            return;
        }
        flush(parts, open, origin);
        parts.add(piece);
    }

    private static void flush(List<Value> parts, StringBuilder open, Origin origin) {
        if (!open.isEmpty()) {
            parts.add(Literal.of(open.toString(), origin));
            open.setLength(0);
        }
    }

}
