package dev.rolewire.frontend.terraform.joined;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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

/// Whether a value of the configuration can be what the plan has.
final class Likeness {

    private static final int MAX_DEPTH = 30;

    /// Lists that are longer are compared item by item in their order.
    private static final int MAX_ITEMS = 64;

    private static final int MAX_DIGITS = 40;

    /// Comparisons that are made for one resource; beyond them everything is possible.
    private static final int BUDGET = 100_000;

    private final Template plan;

    private int left;

    Likeness(Template plan) {
        this.plan = plan;
    }

    /// Starts with the next resource.
    void restart() {
        this.left = BUDGET;
    }

    /// How alike two values are.
    enum Degree {

        /// They contradict each other.
        CONTRARY,
        /// They may be the same.
        POSSIBLE,
        /// They are the same.
        SAME;

        private Degree least(Degree other) {
            return compareTo(other) <= 0 ? this : other;
        }

    }

    /// Compares a value of the plan with one of the configuration.
    Degree of(Value plan, Value written) {
        return of(plan, written, 0);
    }

    private Degree of(Value plan, Value written, int depth) {
        if (depth > MAX_DEPTH || --this.left < 0 || written instanceof Unknown) {
            return Degree.POSSIBLE;
        }
        if (written instanceof Choice choice) {
            Degree then = of(plan, choice.then(), depth + 1);
            Degree otherwise = of(plan, choice.otherwise(), depth + 1);
            return then.compareTo(otherwise) >= 0 ? then : otherwise;
        }
        return switch (plan) {
            case Literal literal -> literal(literal, written, depth);
            case Reference reference -> reference(reference, written);
            case Unknown _ -> Degree.POSSIBLE;
            case ObjectValue object -> written instanceof ObjectValue other ? object(object, other, depth)
                    : written instanceof Absent ? Degree.CONTRARY : Degree.POSSIBLE;
            case ListValue list -> written instanceof ListValue other ? list(list, other, depth)
                    : written instanceof Absent ? degree(list.items().isEmpty()) : Degree.POSSIBLE;
            case Absent _ -> written instanceof Absent ? Degree.SAME : Degree.CONTRARY;
            case Concat _, Choice _ -> Degree.POSSIBLE;
        };
    }

    private static Degree degree(boolean same) {
        return same ? Degree.SAME : Degree.CONTRARY;
    }

    private Degree literal(Literal plan, Value written, int depth) {
        Value document = plan.document();
        return switch (written) {
            case Literal other -> {
                boolean same = plan.text().equals(other.text()) || equalNumbers(plan, other);
                yield same || document == null || other.document() == null ? degree(same)
                        : of(document, other.document(), depth + 1);
            }
            case Reference reference -> {
                String text = known(reference, 0);
                yield text == null ? Degree.CONTRARY : degree(text.equals(plan.text()));
            }
            case Concat concat -> {
                String text = known(concat);
                Value other = concat.document();
                yield text != null && text.equals(plan.text()) ? Degree.SAME : document != null && other != null
                        ? of(document, other, depth + 1) : text == null ? Degree.POSSIBLE : Degree.CONTRARY;
            }
            case ObjectValue _, ListValue _ -> document == null ? Degree.CONTRARY : of(document, written, depth + 1);
            case Absent _ -> degree(plan.text().isEmpty());
            case Unknown _, Choice _ -> Degree.POSSIBLE;
        };
    }

    private static boolean equalNumbers(Literal left, Literal right) {
        if (left.kind() != Literal.Kind.NUMBER || left.text().length() > MAX_DIGITS
                || right.text().length() > MAX_DIGITS) {
            return false;
        }
        try {
            return new BigDecimal(left.text()).compareTo(new BigDecimal(right.text())) == 0;
        }
        catch (NumberFormatException _) {
            return false;
        }
    }

    private Degree reference(Reference plan, Value written) {
        return switch (written) {
            case Reference other when other.address().equals(plan.address()) -> {
                String text = known(plan, 0);
                yield degree(
                        other.attribute().equals(plan.attribute()) || text != null && text.equals(known(other, 0)));
            }
            case Concat concat -> concat.parts()
                .stream()
                .anyMatch((part) -> part instanceof Reference reference && reference.address().equals(plan.address()))
                        ? Degree.SAME : Degree.CONTRARY;
            case ObjectValue _, ListValue _ -> Degree.POSSIBLE;
            case Literal _ -> isData(plan) ? Degree.POSSIBLE : Degree.CONTRARY;
            case Reference _, Unknown _, Choice _, Absent _ -> Degree.CONTRARY;
        };
    }

    private Degree object(ObjectValue plan, ObjectValue written, int depth) {
        Degree all = Degree.SAME;
        for (Field field : written.fields()) {
            Value own = plan.get(field.key());
            Degree each = own == null ? field.value() instanceof Absent ? Degree.SAME : Degree.POSSIBLE
                    : of(own, field.value(), depth + 1);
            all = all.least(each);
        }
        return all;
    }

    private Degree list(ListValue plan, ListValue written, int depth) {
        List<Value> items = written.items().stream().filter((item) -> !(item instanceof Absent)).toList();
        boolean certain = items.stream().noneMatch((item) -> item instanceof Unknown || item instanceof Choice);
        if (items.size() != plan.items().size()) {
            return certain ? Degree.CONTRARY : Degree.POSSIBLE;
        }
        Degree all = Degree.SAME;
        List<@Nullable Value> partners = partners(plan.items(), items, depth + 1);
        for (int i = 0; i < items.size(); i++) {
            Value partner = partners.get(i);
            all = all.least(partner == null ? Degree.CONTRARY : of(plan.items().get(i), partner, depth + 1));
        }
        return all;
    }

    /// The item of the configuration for each of the plan's, which may be in another
    /// order; null where there is none.
    List<@Nullable Value> partners(List<Value> plan, List<Value> written) {
        return partners(plan, written, 0);
    }

    private List<@Nullable Value> partners(List<Value> plan, List<Value> written, int depth) {
        List<Value> left = new ArrayList<>(written.stream().filter((item) -> !(item instanceof Absent)).toList());
        List<@Nullable Value> partners = new ArrayList<>(plan.size());
        boolean inOrder = left.size() > MAX_ITEMS || plan.size() > MAX_ITEMS || depth > MAX_DEPTH;
        for (int i = 0; i < plan.size(); i++) {
            partners.add(inOrder && left.size() == plan.size() ? left.get(i) : null);
        }
        if (inOrder) {
            return partners;
        }
        for (Degree wanted : List.of(Degree.SAME, Degree.POSSIBLE)) {
            for (int i = 0; i < plan.size(); i++) {
                if (partners.get(i) == null) {
                    Value item = plan.get(i);
                    Value found = left.stream()
                        .filter((each) -> of(item, each, depth + 1) == wanted)
                        .findFirst()
                        .orElse(null);
                    partners.set(i, found);
                    if (found != null) {
                        left.remove(indexOf(left, found));
                    }
                }
            }
        }
        return partners;
    }

    private static int indexOf(List<Value> values, Value wanted) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// Whether a reference is to a data source: where it is deployed, the configuration
    /// may know as well.
    boolean isData(Reference reference) {
        Resource resource = this.plan.resource(reference.address());
        return resource != null && resource.mode() == Resource.Mode.DATA;
    }

    /// The text that the plan knows of an attribute; null when it does not.
    private @Nullable String known(Reference reference, int depth) {
        Resource resource = this.plan.resource(reference.address());
        Value value = resource == null ? null : resource.properties().get(reference.attribute());
        return switch (value) {
            case Literal literal -> literal.text();
            case Reference other when depth < MAX_DEPTH -> known(other, depth + 1);
            case null -> null;
            case Reference _, Concat _, Choice _, ListValue _, ObjectValue _, Unknown _, Absent _ -> null;
        };
    }

    private @Nullable String known(Concat concat) {
        StringBuilder text = new StringBuilder();
        for (Value part : concat.parts()) {
            String known = part instanceof Literal literal ? literal.text()
                    : part instanceof Reference reference ? known(reference, 0) : null;
            if (known == null) {
                return null;
            }
            text.append(known);
        }
        return text.toString();
    }

}
