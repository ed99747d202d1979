package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.rolewire.frontend.Interest;
import dev.rolewire.frontend.Interest.Attributes;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Reads `configuration` without what matters to nothing: of an argument that is not looked at only its references are
/// kept, which order the resources.
final class StreamedConfiguration {

    /// Where the references of arguments that are not looked at are kept.
    private static final String OTHERS = "other_references";

    private static final Set<String> BLOCK = Set.of("mode", "type", "name", "depends_on", "count_expression",
            "for_each_expression", "provider_config_key");

    /// Stands for a value that was stepped over.
    private static final Node CONSUMED = Mapping.of(List.of(), Span.at(0), null);

    private final JsonReader reader;

    private final Interest interest;

    private final Referred referred;

    private final Map<String, Scalar> keys = new HashMap<>();

    StreamedConfiguration(JsonReader reader, Interest interest, Referred referred) {
        this.reader = reader;
        this.interest = interest;
        this.referred = referred;
    }

    /// Reads all of it.
    Node read() {
        return object((key) -> switch (key) {
            case "root_module" -> module("");
            case "provider_config" -> this.reader.unlocated();
            default -> null;
        });
    }

    private interface Field {

        /// Reads the value of a key, or gives null to have it skipped.
        @Nullable Node read(String key);

    }

    private Node object(Field field) {
        if (!this.reader.isObject()) {
            return this.reader.node();
        }
        int start = this.reader.offset();
        List<Mapping.Entry> entries = new ArrayList<>();
        this.reader.enter();
        for (String key = this.reader.nextKey(); key != null; key = this.reader.nextKey()) {
            Node value = field.read(key);
            if (value == null) {
                this.reader.skip();
            }
            else if (value != CONSUMED) {
                entries.add(new Mapping.Entry(key(key), value));
            }
        }
        return Mapping.of(List.copyOf(entries), this.reader.spanFrom(start), null);
    }

    private Node list(Supplier<Node> item) {
        if (!this.reader.isList()) {
            return this.reader.node();
        }
        int start = this.reader.offset();
        List<Node> items = new ArrayList<>();
        this.reader.enter();
        while (this.reader.nextItem()) {
            items.add(item.get());
        }
        return new Sequence(List.copyOf(items), this.reader.spanFrom(start), null);
    }

    private Scalar key(String name) {
        return this.keys.computeIfAbsent(name,
                (text) -> new Scalar(text, Scalar.Kind.STRING, Scalar.Style.DOUBLE_QUOTED, Span.at(0), null));
    }

    private Node module(String path) {
        return object((key) -> switch (key) {
            case "resources" -> list(() -> block(path));
            case "module_calls" -> object((name) -> call(path.isEmpty() ? name : path + "." + name));
            case "variables" ->
                object((_) -> object((part) -> part.equals("sensitive") ? this.reader.unlocated() : null));
            case "outputs" -> object((_) -> object((part) -> switch (part) {
                case "expression" -> expression();
                case "depends_on" -> this.reader.unlocated();
                default -> null;
            }));
            default -> null;
        });
    }

    private Node call(String path) {
        return object((key) -> switch (key) {
            case "expressions" -> object((_) -> argument());
            case "count_expression", "for_each_expression" -> expression();
            case "depends_on", "source" -> this.reader.unlocated();
            case "module" -> module(path);
            default -> null;
        });
    }

    /// An expression whose constant is not looked at.
    private Node expression() {
        return object((key) -> key.equals("constant_value") ? null : this.reader.unlocated());
    }

    /// An argument of a call; one without references is as good as none.
    private Node argument() {
        Node expression = expression();
        return expression instanceof Mapping mapping && mapping.entries().isEmpty() ? CONSUMED : expression;
    }

    private Node block(String module) {
        if (!this.reader.isObject()) {
            return this.reader.node();
        }
        int start = this.reader.offset();
        List<Mapping.Entry> entries = new ArrayList<>();
        Set<String> others = new TreeSet<>();
        Map<String, String> head = new HashMap<>();
        List<Runnable> later = new ArrayList<>();
        this.reader.enter();
        for (String key = this.reader.nextKey(); key != null; key = this.reader.nextKey()) {
            if (BLOCK.contains(key)) {
                Node value = this.reader.unlocated();
                if (value instanceof Scalar scalar) {
                    head.put(key, scalar.text());
                }
                entries.add(new Mapping.Entry(key(key), value));
            }
            else if (key.equals("expressions")) {
                long place = this.reader.mark();
                if (head.containsKey("type") && head.containsKey("name")) {
                    entries.add(new Mapping.Entry(key(key), expressions(module, head, others)));
                }
                else {
                    later.add(() -> {
                        this.reader.back(place);
                        entries.add(new Mapping.Entry(key("expressions"), expressions(module, head, others)));
                    });
                    this.reader.skip();
                }
            }
            else {
                references(others, 0);
            }
        }
        if (!later.isEmpty()) {
            long end = this.reader.mark();
            later.forEach(Runnable::run);
            this.reader.back(end);
        }
        if (!others.isEmpty()) {
            entries.add(new Mapping.Entry(key(OTHERS), others(others)));
        }
        return Mapping.of(List.copyOf(entries), this.reader.spanFrom(start), null);
    }

    private Node others(Set<String> others) {
        List<Node> items = new ArrayList<>(others.size());
        others.forEach((text) -> items.add(key(text)));
        Node references = new Sequence(List.copyOf(items), Span.at(0), null);
        return Mapping.of(List.of(new Mapping.Entry(key("references"), references)), Span.at(0), null);
    }

    private Node expressions(String module, Map<String, String> head, Set<String> others) {
        String type = head.getOrDefault("type", "");
        boolean data = "data".equals(head.get("mode"));
        Attributes attributes = this.referred.attributes(
                new Referred.Key(module, data, type, head.getOrDefault("name", "")),
                this.interest.attributes(type, data));
        return object((key) -> {
            if (attributes != null && attributes.has(key)) {
                return this.reader.unlocated();
            }
            references(others, 0);
            return CONSUMED;
        });
    }

    /// Collects the references of the value that comes next, and steps over it.
    private void references(Set<String> found, int depth) {
        if (this.reader.isList()) {
            this.reader.enter();
            while (this.reader.nextItem()) {
                references(found, depth + 1);
            }
            return;
        }
        if (!this.reader.isObject()) {
            this.reader.skip();
            return;
        }
        this.reader.enter();
        for (String key = this.reader.nextKey(); key != null; key = this.reader.nextKey()) {
            if (key.equals("references") && this.reader.isList()) {
                found.addAll(Expression.longest(texts()));
            }
            else if (key.equals("constant_value")) {
                this.reader.skip();
            }
            else {
                references(found, depth + 1);
            }
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        this.reader.enter();
        while (this.reader.nextItem()) {
            if (this.reader.isString()) {
                texts.add(this.reader.name());
            }
            else {
                this.reader.skip();
            }
        }
        return texts;
    }

}
