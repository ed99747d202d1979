package dev.rolewire.frontend.terraform.hcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Field;
import dev.rolewire.model.Value.Reference;
import org.jspecify.annotations.Nullable;

/// The instances of a block: none, one, or by `count` or `for_each`.
final class Expander {

    private final Evaluation evaluation;

    private final GuardSpace guards;

    private final String base;

    private final ConfigBlock block;

    private final Scope scope;

    private final Origin origin;

    private Expander(Evaluation evaluation, String base, ConfigBlock block, Scope scope) {
        this.evaluation = evaluation;
        this.guards = evaluation.guards();
        this.base = base;
        this.block = block;
        this.scope = scope;
        this.origin = block.header(scope.pointer());
    }

    /// One instance.
    ///
    /// @param address its address
    /// @param key what stands between the brackets, or null
    /// @param scope the scope of its arguments
    record Instance(String address, @Nullable String key, Scope scope) {

    }

    /// All instances.
    ///
    /// @param all the instances that there may be, in the order of their keys; each
    /// exists under the guard of its scope
    /// @param value the block as an expression sees it
    record Instances(List<Instance> all, Value value) {

    }

    /// Finds the instances of a block.
    /// @param base its address without key
    static Instances expand(Evaluation evaluation, String base, ConfigBlock block, Scope scope) {
        return new Expander(evaluation, base, block, scope).expand();
    }

    private Instances expand() {
        Part.Argument count = this.block.argument("count");
        Part.Argument forEach = this.block.argument("for_each");
        if (count == null && forEach == null) {
            Guard enabled = enabled();
            if (enabled == Guard.FALSE) {
                return new Instances(List.of(), new Value.Absent(this.origin));
            }
            Instance only = new Instance(this.base, null, this.scope.under(enabled).keyed(this.base));
            return new Instances(List.of(only), reference(this.base));
        }
        Part.Argument by = forEach != null ? forEach : count;
        Value value = by == null ? new Value.Absent(this.origin)
                : this.evaluation.evaluator().evaluate(by.value(), this.scope.in(by.source()));
        Value known = this.evaluation.choices().map(value, this.evaluation::known);
        SequencedMap<String, Keyed> found = forEach != null ? new TreeMap<>(KeyOrder::compare) : new LinkedHashMap<>();
        List<Open> open = new ArrayList<>();
        for (Alternatives.Alternative each : Alternatives.of(this.guards, this.scope.guard(), known)) {
            if (forEach != null) {
                forEach(each, found, open);
            }
            else {
                count(each, found, open);
            }
        }
        if (!open.isEmpty()) {
            return open(open, found, forEach != null);
        }
        if (!this.evaluation.budget().takeInstances(found.size())) {
            return tooMany(found.size(), forEach != null);
        }
        List<Instance> instances = new ArrayList<>();
        found.forEach((key, keyed) -> instances.add(instance(key, keyed, forEach != null)));
        return new Instances(List.copyOf(instances),
                this.evaluation.choices().map(known, (each) -> whole(each, forEach != null)));
    }

    /// When OpenTofu's `enabled` of `lifecycle` lets the block have its instance.
    private Guard enabled() {
        for (Part.Nested lifecycle : this.block.nested("lifecycle")) {
            for (Part part : ConfigBlock.parts(lifecycle.source(), lifecycle.block().body())) {
                if (part instanceof Part.Argument argument && argument.name().equals("enabled")) {
                    return enabled(argument);
                }
            }
        }
        return this.scope.guard();
    }

    private Guard enabled(Part.Argument argument) {
        Value value = this.evaluation.evaluator().evaluate(argument.value(), this.scope.in(argument.source()));
        Value known = this.evaluation.choices().map(value, this.evaluation::known);
        Guard enabled = Guard.FALSE;
        for (Alternatives.Alternative each : Alternatives.of(this.guards, this.scope.guard(), known)) {
            boolean off = each.value() instanceof Value.Literal literal && literal.text().equals("false");
            enabled = off ? enabled : this.guards.or(enabled, each.guard());
        }
        return enabled;
    }

    /// An instance on its way.
    private record Keyed(Guard guard, Value value) {

    }

    /// A case in which the instances are not known.
    private record Open(Guard guard, Value value) {

    }

    private void count(Alternatives.Alternative each, SequencedMap<String, Keyed> found, List<Open> open) {
        BigDecimal number = Values.number(each.value());
        if (number == null) {
            if (!(each.value() instanceof Value.Absent)) {
                open.add(new Open(each.guard(), each.value()));
            }
            return;
        }
        int limit = this.evaluation.budget().instancesLeft();
        if (number.compareTo(BigDecimal.valueOf(limit)) > 0) {
            tooMany(number, each.value().origin());
            open.add(new Open(each.guard(), Values.outOfBudget(each.value().origin())));
            return;
        }
        for (int i = 0; i < number.intValue(); i++) {
            add(found, Integer.toString(i), each.guard(), Values.number(i, each.value().origin()));
        }
    }

    private void forEach(Alternatives.Alternative each, SequencedMap<String, Keyed> found, List<Open> open) {
        List<Field> fields = fields(each.value());
        if (fields == null) {
            if (!(each.value() instanceof Value.Absent)) {
                open.add(new Open(each.guard(), each.value()));
            }
            return;
        }
        fields.forEach((field) -> add(found, field.key(), each.guard(), field.value()));
    }

    /// The keys with their values; null when some key is not known.
    private @Nullable List<Field> fields(Value value) {
        if (value instanceof Value.ObjectValue object) {
            return KeyOrder.sorted(object.fields());
        }
        if (!(value instanceof Value.ListValue list)) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        for (Value item : list.items()) {
            Value known = this.evaluation.known(item);
            String text = Values.text(known);
            if (text == null) {
                return null;
            }
            fields.add(new Field(text, item.origin(), item));
        }
        return KeyOrder.sorted(fields);
    }

    private void add(SequencedMap<String, Keyed> found, String key, Guard guard, Value value) {
        found.merge(key, new Keyed(guard, value),
                (known, more) -> new Keyed(this.guards.or(known.guard(), more.guard()),
                        this.evaluation.choices().choice(more.guard(), more.value(), known.value(), this.origin)));
    }

    private Instance instance(String key, Keyed keyed, boolean forEach) {
        String rendered = forEach ? ResourceAddress.quote(key) : key;
        String address = this.base + "[" + rendered + "]";
        Scope inside = this.scope.under(keyed.guard()).keyed(address);
        if (!forEach) {
            return new Instance(address, rendered, inside.with("count", object("index", keyed.value())));
        }
        Value each = new Value.ObjectValue(List.of(new Field("key", this.origin, Values.string(key, this.origin)),
                new Field("value", this.origin, keyed.value())), this.origin);
        return new Instance(address, rendered, inside.with("each", each));
    }

    private Value object(String name, Value value) {
        return new Value.ObjectValue(List.of(new Field(name, this.origin, value)), this.origin);
    }

    /// The block as an expression sees it, for one alternative of its `count` or
    /// `for_each`.
    private Value whole(Value value, boolean forEach) {
        if (!forEach) {
            BigDecimal number = Values.number(value);
            List<Value> items = new ArrayList<>();
            for (int i = 0; number != null && i < number.intValue(); i++) {
                items.add(reference(this.base + "[" + i + "]"));
            }
            return new Value.ListValue(items, this.origin);
        }
        List<Field> fields = fields(value);
        List<Field> references = new ArrayList<>();
        for (Field field : fields == null ? List.<Field>of() : fields) {
            references.add(new Field(field.key(), this.origin,
                    reference(this.base + "[" + ResourceAddress.quote(field.key()) + "]")));
        }
        return new Value.ObjectValue(references, this.origin);
    }

    /// One instance stands for those that are not known.
    private Instances open(List<Open> open, SequencedMap<String, Keyed> found, boolean forEach) {
        Guard guard = Guard.FALSE;
        for (Open each : open) {
            guard = this.guards.or(guard, this.guards.and(each.guard(), exists(each.value(), forEach)));
        }
        for (Keyed keyed : found.values()) {
            guard = this.guards.or(guard, keyed.guard());
        }
        Value from = open.getFirst().value();
        String address = this.base + "[*]";
        this.evaluation.registerCollection(this.base, address);
        Scope inside = this.scope.under(guard).keyed(address);
        String by = forEach ? "each" : "count";
        Value index = Values.unknown(List.of(from), by + ".index", this.origin);
        Value each = new Value.ObjectValue(
                List.of(new Field("key", this.origin, Values.unknown(List.of(from), "each.key", this.origin)),
                        new Field("value", this.origin, Values.unknown(List.of(from), "each.value", this.origin))),
                this.origin);
        Scope bound = forEach ? inside.with("each", each) : inside.with("count", object("index", index));
        return new Instances(List.of(new Instance(address, "*", bound)), reference(this.base));
    }

    /// When there is an instance although it is not known how many.
    private Guard exists(Value value, boolean forEach) {
        if (value instanceof Value.Unknown unknown && unknown.reason() == Reason.PARAMETER
                && Conditions.isParameter(unknown)) {
            return this.guards.equal(this.evaluation.conditions().parameter(unknown.detail()),
                    forEach ? "not empty" : "1");
        }
        return this.guards.opaque("instances of " + this.base);
    }

    private Instances tooMany(long count, boolean forEach) {
        tooMany(BigDecimal.valueOf(count), this.origin);
        return open(List.of(new Open(this.scope.guard(), Values.outOfBudget(this.origin))), new LinkedHashMap<>(),
                forEach);
    }

    private void tooMany(BigDecimal count, Origin where) {
        this.evaluation.problems()
            .add(ModelProblem.Kind.LIMIT, "`" + this.base + "` has " + Values.text(count)
                    + " instances, which are too many to look at; one stands for all", where);
    }

    private Value reference(String address) {
        return new Reference(address, "", this.origin);
    }

}
