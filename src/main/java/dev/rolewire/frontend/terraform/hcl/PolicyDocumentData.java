package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Field;
import dev.rolewire.model.Value.ListValue;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.model.Value.ObjectValue;
import org.jspecify.annotations.Nullable;

/// Makes the policy that an `aws_iam_policy_document` gives, as the provider does: lists sorted downwards, one item
/// without its list, principals and conditions as maps, other documents merged by `sid`.
///
/// Source: `internal/service/iam/policy_document_data_source.go` and `policy_model.go` of the provider.
final class PolicyDocumentData {

    private static final String VERSION = "2012-10-17";

    private final Evaluation evaluation;

    PolicyDocumentData(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /// The text of the policy; an object when its text cannot be written, yet something
    /// of it is known.
    /// @param arguments the arguments of the data source
    Value document(ObjectValue arguments) {
        Origin origin = arguments.origin();
        List<Field> fields = new ArrayList<>();
        fields.add(field("Version", orDefault(arguments.get("version"), VERSION, origin), origin));
        copy(arguments, "policy_id", "Id", fields, false);
        List<Value> statements = new ArrayList<>();
        for (String source : List.of("source_json", "source_policy_documents")) {
            documents(arguments.get(source)).forEach((document) -> add(statements, document, false));
        }
        if (arguments.get("statement") instanceof ListValue list) {
            for (Value block : list.items()) {
                statements.add(this.evaluation.choices().map(block, this::statement));
            }
        }
        for (String override : List.of("override_json", "override_policy_documents")) {
            for (Value document : documents(arguments.get(override))) {
                if (!add(statements, document, true)) {
                    return Values.unknown(List.of(document), "`" + override + "`", origin);
                }
            }
        }
        if (!statements.isEmpty()) {
            fields.add(field("Statement", new ListValue(List.copyOf(statements), origin), origin));
        }
        return new PolicyText(this.evaluation).text(new ObjectValue(List.copyOf(fields), origin));
    }

    /// The documents of an argument that takes a text or a list of texts.
    private static List<Value> documents(@Nullable Value value) {
        return switch (value) {
            case null -> List.of();
            case Value.Absent _ -> List.of();
            case ListValue list -> list.items();
            case Literal literal when literal.text().isEmpty() -> List.of();
            default -> List.of(value);
        };
    }

    /// Merges the statements of another document.
    /// @return false when an override is not known, which may replace any statement
    private boolean add(List<Value> statements, Value document, boolean override) {
        Value text = new EmbeddedText(document.origin().source(), document.origin()).withDocument(document);
        Value parsed = switch (text) {
            case Literal literal -> literal.document();
            case Value.Concat concat -> concat.document();
            case ObjectValue object -> object;
            case Value.Reference _, Value.Choice _, ListValue _, Value.Unknown _, Value.Absent _ -> null;
        };
        if (text instanceof Value.Absent || text instanceof Literal literal && literal.text().isBlank()) {
            return true;
        }
        Value found = parsed instanceof ObjectValue object ? object.get("Statement") : null;
        if (found == null) {
            statements.add(text instanceof Value.Choice ? this.evaluation.choices().map(text, this::statementsOf)
                    : Values.unknown(List.of(text), "a policy document", document.origin()));
            return !override;
        }
        List<Value> added = found instanceof ListValue list ? list.items() : List.of(found);
        for (Value statement : added) {
            String sid = sid(statement);
            int known = override && sid != null ? index(statements, sid) : -1;
            if (known >= 0) {
                statements.set(known, statement);
            }
            else {
                statements.add(statement);
            }
        }
        return true;
    }

    /// The statements of one of several documents.
    private Value statementsOf(Value document) {
        List<Value> statements = new ArrayList<>();
        return add(statements, document, false) ? new ListValue(statements, document.origin())
                : Values.unknown(List.of(document), "a policy document", document.origin());
    }

    private static @Nullable String sid(Value statement) {
        String sid = statement instanceof ObjectValue object ? Values.text(object.get("Sid")) : null;
        return sid == null || sid.isEmpty() ? null : sid;
    }

    private static int index(List<Value> statements, String sid) {
        for (int i = 0; i < statements.size(); i++) {
            if (sid.equals(sid(statements.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private Value statement(Value value) {
        if (!(value instanceof ObjectValue block)) {
            return value;
        }
        Origin origin = block.origin();
        List<Field> fields = new ArrayList<>();
        copy(block, "sid", "Sid", fields, false);
        Field effect = block.field("effect");
        fields.add(new Field("Effect", effect == null ? origin : effect.keyOrigin(),
                orDefault(effect == null ? null : effect.value(), "Allow", origin)));
        copy(block, "actions", "Action", fields, true);
        copy(block, "not_actions", "NotAction", fields, true);
        copy(block, "resources", "Resource", fields, true);
        copy(block, "not_resources", "NotResource", fields, true);
        principals(block, "principals", "Principal", fields);
        principals(block, "not_principals", "NotPrincipal", fields);
        conditions(block, fields);
        return new ObjectValue(List.copyOf(fields), origin);
    }

    private void copy(ObjectValue block, String from, String to, List<Field> fields, boolean list) {
        Field field = block.field(from);
        if (field != null && !isEmpty(field.value())) {
            fields.add(new Field(to, field.keyOrigin(), list ? oneOrMany(field.value(), true) : field.value()));
        }
    }

    /// One item for a list of one; the items sorted downwards when all are known.
    private Value oneOrMany(Value value, boolean sorted) {
        return this.evaluation.choices().map(value, (each) -> {
            if (!(each instanceof ListValue list)) {
                return each;
            }
            if (list.items().size() == 1) {
                return variables(list.items().getFirst());
            }
            List<Value> items = new ArrayList<>();
            list.items().forEach((item) -> items.add(variables(item)));
            if (sorted && items.stream().allMatch(Literal.class::isInstance)) {
                items.sort(Comparator.comparing(PolicyDocumentData::text, KeyOrder::compare).reversed());
            }
            return new ListValue(List.copyOf(items), list.origin());
        });
    }

    private static String text(Value value) {
        return String.valueOf(Values.text(value));
    }

    /// `&{aws:username}` is written for the policy variable `${aws:username}`.
    private static Value variables(Value value) {
        return value instanceof Literal literal && literal.text().contains("&{")
                ? Values.string(literal.text().replace("&{", "${"), literal.origin()) : value;
    }

    private void principals(ObjectValue block, String from, String to, List<Field> fields) {
        Field field = block.field(from);
        if (field == null || isEmpty(field.value())) {
            return;
        }
        if (!(field.value() instanceof ListValue blocks)) {
            fields.add(new Field(to, field.keyOrigin(), field.value()));
            return;
        }
        Value whole = this.evaluation.choices()
            .expand(blocks.items(), blocks.origin(), (chosen) -> principal(chosen, blocks.origin()));
        fields.add(new Field(to, field.keyOrigin(), whole));
    }

    private Value principal(List<Value> blocks, Origin origin) {
        SequencedMap<String, List<Value>> byType = new LinkedHashMap<>();
        for (Value item : blocks) {
            if (item instanceof Value.Absent) {
                continue;
            }
            String type = item instanceof ObjectValue block ? Values.text(block.get("type")) : null;
            if (type == null) {
                return Values.unknown(List.of(item), "a principal", origin);
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
        if (byType.isEmpty()) {
            return new Value.Absent(origin);
        }
        List<Value> anyone = byType.get("*");
        if (anyone != null && byType.size() == 1 && anyone.stream().allMatch((item) -> "*".equals(text(item)))) {
            return Literal.of("*", origin);
        }
        List<Field> fields = new ArrayList<>();
        byType.forEach((type, all) -> fields
            .add(field(type, oneOrMany(new ListValue(List.copyOf(all), origin), true), origin)));
        return new ObjectValue(KeyOrder.sorted(fields), origin);
    }

    private void conditions(ObjectValue block, List<Field> fields) {
        Field field = block.field("condition");
        if (field == null || isEmpty(field.value())) {
            return;
        }
        if (!(field.value() instanceof ListValue blocks)) {
            fields.add(new Field("Condition", field.keyOrigin(), field.value()));
            return;
        }
        Value whole = this.evaluation.choices()
            .expand(blocks.items(), blocks.origin(), (chosen) -> condition(chosen, blocks.origin()));
        fields.add(new Field("Condition", field.keyOrigin(), whole));
    }

    private Value condition(List<Value> blocks, Origin origin) {
        SequencedMap<String, SequencedMap<String, Value>> byTest = new LinkedHashMap<>();
        for (Value item : blocks) {
            if (item instanceof Value.Absent) {
                continue;
            }
            ObjectValue block = item instanceof ObjectValue object ? object : null;
            String test = block == null ? null : Values.text(block.get("test"));
            String variable = block == null ? null : Values.text(block.get("variable"));
            Value values = block == null ? null : block.get("values");
            if (test == null || variable == null || values == null) {
                return Value.Unknown.of(Reason.DATA_SOURCE, "a condition", item.origin());
            }
            byTest.computeIfAbsent(test, (_) -> new LinkedHashMap<>()).put(variable, oneOrMany(values, false));
        }
        if (byTest.isEmpty()) {
            return new Value.Absent(origin);
        }
        List<Field> tests = new ArrayList<>();
        byTest.forEach((test, variables) -> {
            List<Field> found = new ArrayList<>();
            variables.forEach((variable, value) -> found.add(field(variable, value, value.origin())));
            tests.add(field(test, new ObjectValue(KeyOrder.sorted(found), origin), origin));
        });
        return new ObjectValue(KeyOrder.sorted(tests), origin);
    }

    private static Field field(String key, Value value, Origin origin) {
        return new Field(key, origin, value);
    }

    private static Value orDefault(@Nullable Value value, String otherwise, Origin origin) {
        return value == null || isEmpty(value) ? Literal.of(otherwise, origin) : value;
    }

    private static boolean isEmpty(@Nullable Value value) {
        return value == null || value instanceof Value.Absent
                || (value instanceof ListValue list && list.items().isEmpty())
                || (value instanceof Literal literal && literal.text().isEmpty());
    }

}
