package dev.rolewire.policy;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.policy.PolicyDocument.Gap;
import org.jspecify.annotations.Nullable;

/// Lowers one policy value to statements.
final class PolicyLowering {

    private static final List<String> PRINCIPAL_TYPES = List.of("AWS", "Service", "Federated", "CanonicalUser");

    private final GuardSpace guards;

    private final List<PolicyStatement> statements = new ArrayList<>();

    private final List<Gap> gaps = new ArrayList<>();

    PolicyLowering(GuardSpace guards) {
        this.guards = guards;
    }

    PolicyDocument lower(Value value) {
        policy(value, Guard.TRUE);
        return new PolicyDocument(List.copyOf(this.statements), List.copyOf(this.gaps), value.origin());
    }

    private void policy(Value value, Guard guard) {
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, Guard.TRUE, value)) {
            Guard when = this.guards.and(guard, leaf.guard());
            Value document = documentOf(leaf.value());
            if (document != null) {
                policy(document, when);
            }
            else if (leaf.value() instanceof Value.ObjectValue object) {
                object(object, when);
            }
            else {
                gap(leaf.value(), when);
            }
        }
    }

    /// The object or list inside a text; null when the value is none or holds none.
    private static @Nullable Value documentOf(Value value) {
        return switch (value) {
            case Value.Literal literal -> literal.document();
            case Value.Concat concat -> concat.document();
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                null;
        };
    }

    private void gap(Value value, Guard guard) {
        if (guard != Guard.FALSE) {
            this.gaps.add(new Gap(guard, Doubt.reasonOf(value), value.origin()));
        }
    }

    private void object(Value.ObjectValue policy, Guard guard) {
        Found statement = find(policy, "Statement");
        if (statement == null) {
            gap(policy, guard);
            return;
        }
        statements(statement.value(), guard, statement.regular());
    }

    private void statements(Value value, Guard guard, boolean regular) {
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, Guard.TRUE, value)) {
            Guard when = this.guards.and(guard, leaf.guard());
            switch (leaf.value()) {
                case Value.ListValue list -> list.items().forEach((item) -> statements(item, when, regular));
                case Value.ObjectValue object -> statement(object, when, regular);
                case Value.Absent _ -> {
                }
                case Value.Literal _, Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _ ->
                    gap(leaf.value(), when);
            }
        }
    }

    private void statement(Value.ObjectValue object, Guard guard, boolean regular) {
        if (guard == Guard.FALSE) {
            return;
        }
        this.statements.add(new PolicyStatement(guard, element(object, "Effect", regular, false),
                element(object, "Principal", regular, true), element(object, "NotPrincipal", regular, true),
                element(object, "Action", regular, false), element(object, "NotAction", regular, false),
                conditions(object), object.origin()));
    }

    private PolicyElement element(Value.ObjectValue statement, String name, boolean regular, boolean keyed) {
        Found found = find(statement, name);
        if (found == null) {
            return new PolicyElement(Guard.FALSE, List.of(), statement.origin());
        }
        Guard present = Guard.FALSE;
        List<PolicyItem> items = new ArrayList<>();
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, Guard.TRUE, found.value())) {
            if (leaf.value() instanceof Value.Absent) {
                continue;
            }
            present = this.guards.or(present, leaf.guard());
            boolean sound = regular && found.regular();
            if (keyed && leaf.value() instanceof Value.ObjectValue map) {
                principals(map, leaf.guard(), sound, items);
            }
            else {
                boolean list = leaf.value() instanceof Value.ListValue;
                items(leaf.value(), leaf.guard(), "", sound && !(keyed && list), items);
            }
        }
        return new PolicyElement(present, List.copyOf(items), found.value().origin());
    }

    private void principals(Value.ObjectValue map, Guard guard, boolean regular, List<PolicyItem> items) {
        for (Value.Field field : map.fields()) {
            String type = field.key();
            for (String known : PRINCIPAL_TYPES) {
                type = known.equalsIgnoreCase(type) ? known : type;
            }
            items(field.value(), guard, type, regular && type.equals(field.key()), items);
        }
    }

    private void items(Value value, Guard guard, String key, boolean regular, List<PolicyItem> items) {
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, Guard.TRUE, value)) {
            Guard when = this.guards.and(guard, leaf.guard());
            if (leaf.value() instanceof Value.ListValue list) {
                for (Value item : list.items()) {
                    items(item, when, key, regular && !(item instanceof Value.ListValue), items);
                }
            }
            else if (!(leaf.value() instanceof Value.Absent) && when != Guard.FALSE) {
                items.add(new PolicyItem(when, key, leaf.value(), regular));
            }
        }
    }

    private List<PolicyCondition> conditions(Value.ObjectValue statement) {
        Found found = find(statement, "Condition");
        List<PolicyCondition> conditions = new ArrayList<>();
        if (found != null) {
            level(found.value(), Guard.TRUE, conditions, (operator, guard) -> level(operator.value(), guard, conditions,
                    (key, when) -> conditions.add(condition(operator.key(), key, when))));
        }
        return List.copyOf(conditions);
    }

    /// Visits the fields of one level of a condition; what is no object is a test that
    /// cannot be read.
    private void level(Value value, Guard guard, List<PolicyCondition> conditions, FieldVisitor visitor) {
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, Guard.TRUE, value)) {
            Guard when = this.guards.and(guard, leaf.guard());
            if (leaf.value() instanceof Value.ObjectValue object) {
                object.fields().forEach((field) -> visitor.visit(field, when));
            }
            else if (!(leaf.value() instanceof Value.Absent) && when != Guard.FALSE) {
                PolicyItem part = new PolicyItem(Guard.TRUE, "", leaf.value(), false);
                conditions.add(new PolicyCondition(when, "", "", List.of(part), leaf.value().origin()));
            }
        }
    }

    private PolicyCondition condition(String operator, Value.Field key, Guard guard) {
        List<PolicyItem> values = new ArrayList<>();
        items(key.value(), Guard.TRUE, "", true, values);
        return new PolicyCondition(guard, operator, key.key(), List.copyOf(values), key.value().origin());
    }

    private static @Nullable Found find(Value.ObjectValue object, String name) {
        Value exact = object.get(name);
        if (exact != null) {
            return new Found(exact, true);
        }
        for (Value.Field field : object.fields()) {
            if (field.key().equalsIgnoreCase(name)) {
                return new Found(field.value(), false);
            }
        }
        return null;
    }

    private interface FieldVisitor {

        void visit(Value.Field field, Guard guard);

    }

    private record Found(Value value, boolean regular) {

    }

}
