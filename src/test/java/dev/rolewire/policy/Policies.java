package dev.rolewire.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardSpace.Kind;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes values of JSON written with single quotes. `${AWS::Region}` is a reference, `${?P}` an unknown parameter,
/// `${!X}` an unknown import; `{'If': ['Env=prod', a, b]}` is a choice, `{'None': 1}` is absence, `{'Json': a}` a text
/// that holds a document.
final class Policies {

    private static final Pattern PART = Pattern.compile("\\$\\{([^}]*)}");

    private static final SourceFile SOURCE = SourceFile.of("policy.json", "");

    private final GuardSpace guards;

    private Policies(GuardSpace guards) {
        this.guards = guards;
    }

    static Value parse(String json, GuardSpace guards) {
        return new Policies(guards).value(JsonMapper.shared().readTree(json.replace('\'', '"')), Pointer.ROOT);
    }

    static Guard guard(String equation, GuardSpace guards) {
        String[] sides = equation.split("=", 2);
        return guards.equal(guards.declare(sides[0], Kind.PARAMETER, List.of(), false, null), sides[1]);
    }

    private static Origin at(Pointer pointer) {
        return new Origin(SOURCE, Span.at(0), pointer);
    }

    private Value value(JsonNode node, Pointer pointer) {
        Origin origin = at(pointer);
        if (node.isArray()) {
            return new Value.ListValue(list(node, pointer), origin);
        }
        if (node.isObject()) {
            return object(node, pointer);
        }
        return text(node.asString(), origin);
    }

    private List<Value> list(JsonNode node, Pointer pointer) {
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(value(node.get(i), pointer.child(i)));
        }
        return items;
    }

    private Value object(JsonNode node, Pointer pointer) {
        Origin origin = at(pointer);
        if (node.has("None")) {
            return new Value.Absent(origin);
        }
        if (node.has("If")) {
            List<Value> arms = list(node.get("If"), pointer);
            Guard guard = guard(node.get("If").get(0).asString(), this.guards);
            return new Value.Choice(guard, arms.get(1), arms.get(2), origin);
        }
        if (node.has("Json")) {
            return new Value.Literal("{}", Value.Literal.Kind.STRING, origin, value(node.get("Json"), pointer));
        }
        List<Value.Field> fields = new ArrayList<>();
        node.properties().forEach((entry) -> {
            Pointer at = pointer.child(entry.getKey());
            fields.add(new Value.Field(entry.getKey(), at(at), value(entry.getValue(), at)));
        });
        return new Value.ObjectValue(fields, origin);
    }

    private static Value text(String text, Origin origin) {
        List<Value> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        int start = 0;
        while (matcher.find()) {
            if (matcher.start() > start) {
                parts.add(Value.Literal.of(text.substring(start, matcher.start()), origin));
            }
            parts.add(part(matcher.group(1), origin));
            start = matcher.end();
        }
        if (start < text.length() || parts.isEmpty()) {
            parts.add(Value.Literal.of(text.substring(start), origin));
        }
        return parts.size() == 1 ? parts.getFirst() : new Value.Concat(parts, origin, null);
    }

    private static Value part(String name, Origin origin) {
        return switch (name.charAt(0)) {
            case '?' -> Value.Unknown.of(Reason.PARAMETER, name.substring(1), origin);
            case '!' -> Value.Unknown.of(Reason.IMPORT, name.substring(1), origin);
            default -> {
                int dot = name.indexOf('.');
                yield dot < 0 ? new Value.Reference(name, "Ref", origin)
                        : new Value.Reference(name.substring(0, dot), name.substring(dot + 1), origin);
            }
        };
    }

}
