package dev.rolewire.frontend.terraform.hcl.differential;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.JsonParser;
import org.jspecify.annotations.Nullable;

/// Compares the addresses and values of a template with those of a plan.
final class Comparison {

    private final Plan plan;

    private final Template template;

    private final Tally tally;

    Comparison(Plan plan, Template template, Tally tally) {
        this.plan = plan;
        this.template = template;
        this.tally = tally;
    }

    void compare() {
        Set<String> remote = new LinkedHashSet<>();
        this.template.problems()
            .stream()
            .map((problem) -> problem.message())
            .filter((message) -> message.startsWith("module `"))
            .forEach((message) -> remote.add("module." + message.split("`")[1]));
        this.plan.resources().forEach((address, instance) -> {
            Resource resource = this.template.resources().get(address);
            String kind = instance.data() ? "data" : "managed";
            if (resource == null) {
                boolean away = remote.stream()
                    .anyMatch((module) -> address.contains(module + ".") || address.contains(module + "["));
                this.tally.count("addresses: only in the plan, " + kind + (away ? ", of a remote module" : ""),
                        away ? null : address);
            }
            else {
                this.tally.count("addresses: in both, " + kind, null);
                if (resource.condition() != Guard.TRUE) {
                    this.tally.count("addresses: with a condition, " + kind, address + " " + resource.condition());
                }
                if (instance.type().startsWith("aws_")) {
                    compare(address, resource.properties(), instance);
                }
            }
        });
        this.template.resources().forEach((address, resource) -> {
            if (!this.plan.resources().containsKey(address)) {
                this.tally.count("addresses: only in the configuration, "
                        + (resource.mode() == Resource.Mode.DATA ? "data" : "managed"), address);
            }
        });
    }

    private void compare(String address, Value.ObjectValue ours, Plan.Instance instance) {
        for (Mapping.Entry entry : ((Mapping) instance.after()).entries()) {
            Node unknown = Plan.get(instance.unknown(), entry.name());
            Value own = ours.get(entry.name());
            if (own == null) {
                if (!isNothing(entry.value())) {
                    this.tally.count("values: not set in the configuration", null);
                    this.tally.unset(instance.type() + "." + entry.name());
                }
                continue;
            }
            Trial trial = new Trial(address + "." + entry.name());
            compare(own, entry.value(), unknown, trial, address + "." + entry.name());
            trial.into(this.tally);
        }
        for (Value.Field field : ours.fields()) {
            if (((Mapping) instance.after()).get(field.key()) == null
                    && !isTrue(Plan.get(instance.unknown(), field.key()))) {
                this.tally.count("values: of an argument that the plan does not have", address + "." + field.key());
            }
        }
    }

    private static boolean isNothing(Node node) {
        return node instanceof Scalar scalar && scalar.isNull()
                || node instanceof Sequence sequence && sequence.items().isEmpty();
    }

    private static boolean isTrue(@Nullable Node node) {
        return node instanceof Scalar scalar && scalar.text().equals("true");
    }

    private void compare(Value own, Node theirs, @Nullable Node unknown, Trial trial, String path) {
        Value value = known(own, 0);
        if (isTrue(unknown)) {
            trial.count(value instanceof Value.Literal ? "values: known only to us" : "values: known to neither", null);
            return;
        }
        switch (value) {
            case Value.Unknown open -> unknownTo(theirs, "unknown, " + reason(open), trial, path + " " + open.detail());
            case Value.Choice _ -> unknownTo(theirs, "a choice", trial, path);
            case Value.Reference reference -> unknownTo(theirs, reference(reference), trial,
                    path + " " + reference.address() + "." + reference.attribute());
            case Value.Concat concat -> {
                Value.Unknown open = concat.parts()
                    .stream()
                    .filter(Value.Unknown.class::isInstance)
                    .map(Value.Unknown.class::cast)
                    .findFirst()
                    .orElse(null);
                unknownTo(theirs, open == null ? "a text with references" : "unknown, " + reason(open), trial, path);
            }
            case Value.Literal literal -> literal(literal, theirs, trial, path);
            case Value.Absent _ -> {
                boolean nothing = isNothing(theirs);
                trial.count(nothing ? "values: equal" : "values: set to null, the provider chooses",
                        nothing ? null : path + " " + show(theirs));
            }
            case Value.ListValue list -> list(list, theirs, unknown, trial, path);
            case Value.ObjectValue object -> object(object, theirs, unknown, trial, path);
        }
    }

    private static String reason(Value.Unknown unknown) {
        return unknown.reason() == Reason.KNOWN_AFTER_APPLY ? "known-after-apply" : unknown.reason().id();
    }

    private static String reference(Value.Reference reference) {
        return reference.address().contains("data.") ? "an attribute of a data source"
                : "an attribute that the provider sets";
    }

    private void unknownTo(Node theirs, String how, Trial trial, String detail) {
        boolean string = theirs instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING;
        trial.count((string ? "strings: " : "values: ") + how, detail);
    }

    private void literal(Value.Literal literal, Node theirs, Trial trial, String path) {
        boolean string = theirs instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING;
        boolean equal = theirs instanceof Scalar scalar && (scalar.text().equals(literal.text())
                || scalar.kind() == Scalar.Kind.NUMBER && number(scalar.text(), literal.text())
                || string && sameJson(scalar.text(), literal.text()));
        if (!equal && theirs instanceof Sequence sequence && sequence.items().size() == 1) {
            literal(literal, sequence.items().getFirst(), trial, path);
            return;
        }
        if (!equal && literal.text().isEmpty() && isNothing(theirs)) {
            equal = true;
        }
        trial.count(
                string ? equal ? "strings: equal" : "strings: DIFFERENT"
                        : equal ? "values: equal" : "values: DIFFERENT",
                equal ? null : path + " theirs: " + show(theirs) + " ours: " + literal.text());
    }

    private static boolean number(String left, String right) {
        try {
            return new java.math.BigDecimal(left).compareTo(new java.math.BigDecimal(right)) == 0;
        }
        catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean sameJson(String left, String right) {
        if (!left.stripLeading().startsWith("{") && !left.stripLeading().startsWith("[")) {
            return false;
        }
        Node a = JsonParser.parse(SourceFile.of("", left), ParseLimits.DEFAULT).value();
        Node b = JsonParser.parse(SourceFile.of("", right), ParseLimits.DEFAULT).value();
        return a != null && b != null && same(a, b);
    }

    private static boolean same(Node left, Node right) {
        return switch (left) {
            case Scalar scalar -> right instanceof Scalar other && scalar.text().equals(other.text());
            case Sequence list -> right instanceof Sequence other && list.items().size() == other.items().size()
                    && list.items().stream().allMatch((a) -> other.items().stream().anyMatch((b) -> same(a, b)));
            case Mapping map -> right instanceof Mapping other && map.entries().size() == other.entries().size()
                    && map.entries().stream().allMatch((entry) -> {
                        Node value = other.get(entry.name());
                        return value != null && same(entry.value(), value);
                    });
        };
    }

    private void list(Value.ListValue list, Node theirs, @Nullable Node unknown, Trial trial, String path) {
        List<Value> items = list.items().stream().filter((item) -> !(item instanceof Value.Absent)).toList();
        if (!(theirs instanceof Sequence sequence)) {
            if (items.size() == 1) {
                compare(items.getFirst(), theirs, unknown, trial, path);
            }
            else if (items.isEmpty() && isNothing(theirs)) {
                trial.count("values: equal", null);
            }
            else {
                trial.count("values: DIFFERENT",
                        path + " theirs: " + show(theirs) + " ours: a list of " + items.size());
            }
            return;
        }
        if (sequence.items().size() != items.size()) {
            boolean open = items.stream()
                .anyMatch((item) -> item instanceof Value.Unknown || item instanceof Value.Choice);
            trial.count(open ? "values: a list with items that are not known" : "values: DIFFERENT",
                    path + " theirs: " + show(theirs) + " ours: " + items.size() + " items");
            return;
        }
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            left.add(i);
        }
        for (Value item : items) {
            Trial best = null;
            int chosen = -1;
            for (int index : left) {
                Trial attempt = new Trial(path);
                compare(item, sequence.items().get(index), item(unknown, index), attempt, path + "[" + index + "]");
                if (best == null || attempt.badness() < best.badness()) {
                    best = attempt;
                    chosen = index;
                }
                if (attempt.badness() == 0) {
                    break;
                }
            }
            left.remove(Integer.valueOf(chosen));
            Objects.requireNonNull(best).into(trial);
        }
    }

    private static @Nullable Node item(@Nullable Node unknown, int index) {
        return unknown instanceof Sequence sequence && index < sequence.items().size() ? sequence.items().get(index)
                : null;
    }

    private void object(Value.ObjectValue object, Node theirs, @Nullable Node unknown, Trial trial, String path) {
        if (theirs instanceof Sequence sequence && sequence.items().size() == 1) {
            object(object, sequence.items().getFirst(), item(unknown, 0), trial, path);
            return;
        }
        if (!(theirs instanceof Mapping mapping)) {
            boolean json = theirs instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING;
            trial.count(json ? "strings: a document" : "values: DIFFERENT",
                    path + " theirs: " + show(theirs) + " ours: an object");
            return;
        }
        for (Value.Field field : object.fields()) {
            Node other = mapping.get(field.key());
            Node mark = Plan.get(unknown, field.key());
            if (other == null && !isTrue(mark)) {
                boolean nothing = known(field.value(), 0) instanceof Value.Absent;
                trial.count(nothing ? "values: equal" : "values: of a key that the plan does not have",
                        nothing ? null : path + "." + field.key());
                continue;
            }
            compare(field.value(), other == null ? theirs : other, mark, trial, path + "." + field.key());
        }
        for (Mapping.Entry entry : mapping.entries()) {
            if (object.get(entry.name()) == null && !isNothing(entry.value())) {
                trial.count("values: not set in the configuration, in a block", null);
            }
        }
    }

    private static String show(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.isNull() ? "null" : scalar.text();
            case Sequence sequence -> "a list of " + sequence.items().size();
            case Mapping mapping -> "an object of " + mapping.entries().size();
        };
    }

    /// What a value is known to be, through references and texts.
    private Value known(Value value, int depth) {
        if (depth > 20) {
            return value;
        }
        return switch (value) {
            case Value.Reference reference -> {
                Value found = find(reference);
                Value known = found == null ? value : known(found, depth + 1);
                yield known instanceof Value.Absent ? value : known;
            }
            case Value.Concat concat -> {
                StringBuilder text = new StringBuilder();
                for (Value part : concat.parts()) {
                    if (!(known(part, depth + 1) instanceof Value.Literal literal)) {
                        yield value;
                    }
                    text.append(literal.text());
                }
                yield Value.Literal.of(text.toString(), value.origin());
            }
            case Value.Literal _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                value;
        };
    }

    private @Nullable Value find(Value.Reference reference) {
        Resource resource = this.template.resources().get(reference.address());
        Value at = resource == null ? null : resource.properties();
        for (String step : reference.attribute().replaceAll("\\[\"?([^\\]\"]*)\"?\\]", ".$1").split("\\.")) {
            at = switch (at) {
                case Value.ObjectValue object -> object.get(step);
                case Value.ListValue list when step.matches("\\d{1,6}")
                        && Integer.parseInt(step) < list.items().size() ->
                    list.items().get(Integer.parseInt(step));
                case null, default -> null;
            };
        }
        return at;
    }

}
