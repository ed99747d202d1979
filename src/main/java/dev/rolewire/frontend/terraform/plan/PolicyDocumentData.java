package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.frontend.terraform.plan.Resolution.Candidate;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Absent;
import dev.rolewire.model.Value.Field;
import dev.rolewire.model.Value.ListValue;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.model.Value.ObjectValue;
import org.jspecify.annotations.Nullable;

/// Makes the policy that an `aws_iam_policy_document` data source will give, from its arguments: the plan has no text of
/// it when some part is unknown.
final class PolicyDocumentData {

    private static final List<String> MERGED = List.of("source_policy_documents", "override_policy_documents",
            "source_json", "override_json");

    private PolicyDocumentData() {
    }

    static boolean is(PlannedResource resource) {
        return resource.block().data() && resource.block().type().equals("aws_iam_policy_document");
    }

    /// Whether an attribute is the text of the policy.
    static boolean isText(Candidate candidate) {
        return is(candidate.resource())
                && (candidate.attribute().equals("json") || candidate.attribute().equals("minified_json"));
    }

    /// The policy.
    /// @param arguments the lowered arguments of the data source
    static Value document(ObjectValue arguments) {
        Origin origin = arguments.origin();
        for (String merged : MERGED) {
            if (!isEmpty(arguments.get(merged))) {
                return Value.Unknown.of(Reason.DATA_SOURCE, "`" + merged + "`", origin);
            }
        }
        Value version = arguments.get("version");
        List<Field> fields = new ArrayList<>();
        fields.add(field("Version", orDefault(version, "2012-10-17", origin), origin));
        Value statements = arguments.get("statement");
        if (statements instanceof ListValue list) {
            List<Value> items = list.items().stream().map(PolicyDocumentData::statement).toList();
            fields.add(field("Statement", new ListValue(items, list.origin()), origin));
        }
        else if (statements != null && !isEmpty(statements)) {
            fields.add(field("Statement", statements, origin));
        }
        return new ObjectValue(fields, origin);
    }

    private static Value statement(Value value) {
        if (!(value instanceof ObjectValue block)) {
            return value;
        }
        Origin origin = block.origin();
        List<Field> fields = new ArrayList<>();
        Value effect = block.get("effect");
        fields.add(field("Effect", orDefault(effect, "Allow", origin), origin));
        copy(block, "sid", "Sid", fields);
        copy(block, "actions", "Action", fields);
        copy(block, "not_actions", "NotAction", fields);
        copy(block, "resources", "Resource", fields);
        copy(block, "not_resources", "NotResource", fields);
        principals(block, "principals", "Principal", fields);
        principals(block, "not_principals", "NotPrincipal", fields);
        conditions(block, fields);
        return new ObjectValue(fields, origin);
    }

    private static void copy(ObjectValue block, String from, String to, List<Field> fields) {
        Field field = block.field(from);
        if (field != null && !isEmpty(field.value())) {
            fields.add(new Field(to, field.keyOrigin(), field.value()));
        }
    }

    private static void principals(ObjectValue block, String from, String to, List<Field> fields) {
        Field field = block.field(from);
        if (field == null || isEmpty(field.value())) {
            return;
        }
        if (!(field.value() instanceof ListValue blocks)) {
            fields.add(new Field(to, field.keyOrigin(), field.value()));
            return;
        }
        SequencedMap<String, List<Value>> byType = new LinkedHashMap<>();
        for (Value item : blocks.items()) {
            String type = item instanceof ObjectValue principal ? text(principal.get("type")) : null;
            if (type == null) {
                Value unknown = Value.Unknown.of(Reason.DATA_SOURCE, "a principal", item.origin());
                fields.add(new Field(to, field.keyOrigin(), unknown));
                return;
            }
            Value identifiers = ((ObjectValue) item).get("identifiers");
            List<Value> all = byType.computeIfAbsent(type, (_) -> new ArrayList<>());
            if (identifiers instanceof ListValue list) {
                all.addAll(list.items());
            }
            else if (identifiers != null) {
                all.add(identifiers);
            }
        }
        fields.add(new Field(to, field.keyOrigin(), principal(byType, blocks.origin())));
    }

    private static Value principal(SequencedMap<String, List<Value>> byType, Origin origin) {
        List<Value> anyone = byType.get("*");
        if (anyone != null && byType.size() == 1) {
            return Literal.of("*", origin);
        }
        List<Field> fields = new ArrayList<>();
        byType.forEach((type, identifiers) -> fields
            .add(field(type, new ListValue(List.copyOf(identifiers), origin), origin)));
        return new ObjectValue(fields, origin);
    }

    private static void conditions(ObjectValue block, List<Field> fields) {
        Field field = block.field("condition");
        if (field == null || isEmpty(field.value())) {
            return;
        }
        if (!(field.value() instanceof ListValue blocks)) {
            fields.add(new Field("Condition", field.keyOrigin(), field.value()));
            return;
        }
        SequencedMap<String, List<Field>> byTest = new LinkedHashMap<>();
        for (Value item : blocks.items()) {
            ObjectValue condition = item instanceof ObjectValue object ? object : null;
            String test = condition == null ? null : text(condition.get("test"));
            String variable = condition == null ? null : text(condition.get("variable"));
            Value values = condition == null ? null : condition.get("values");
            if (test == null || variable == null || values == null) {
                Value unknown = Value.Unknown.of(Reason.DATA_SOURCE, "a condition", item.origin());
                fields.add(new Field("Condition", field.keyOrigin(), unknown));
                return;
            }
            byTest.computeIfAbsent(test, (_) -> new ArrayList<>()).add(field(variable, values, item.origin()));
        }
        List<Field> tests = new ArrayList<>();
        byTest.forEach((test, variables) -> tests
            .add(field(test, new ObjectValue(variables, blocks.origin()), blocks.origin())));
        fields.add(new Field("Condition", field.keyOrigin(), new ObjectValue(tests, blocks.origin())));
    }

    private static Field field(String key, Value value, Origin origin) {
        return new Field(key, origin, value);
    }

    private static @Nullable String text(@Nullable Value value) {
        return value instanceof Literal literal ? literal.text() : null;
    }

    private static Value orDefault(@Nullable Value value, String otherwise, Origin origin) {
        return value == null || isEmpty(value) ? Literal.of(otherwise, origin) : value;
    }

    private static boolean isEmpty(@Nullable Value value) {
        return value == null || value instanceof Absent || (value instanceof ListValue list && list.items().isEmpty())
                || (value instanceof Literal literal && literal.text().isEmpty());
    }

}
