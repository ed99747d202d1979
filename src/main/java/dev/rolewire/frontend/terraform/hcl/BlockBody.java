package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SequencedSet;
import java.util.function.Function;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Field;
import dev.rolewire.syntax.hcl.Body;
import org.jspecify.annotations.Nullable;

/// The content of a block as an object: arguments by name, nested blocks as lists, `dynamic` blocks written out.
final class BlockBody {

    private static final Set<String> META = Set.of("count", "for_each", "provider", "depends_on", "lifecycle",
            "provisioner", "connection", "timeouts", "_");

    private static final int MAX_DEPTH = 30;

    private final Evaluation evaluation;

    private final Scope scope;

    BlockBody(Evaluation evaluation, Scope scope) {
        this.evaluation = evaluation;
        this.scope = scope;
    }

    /// All parts of a block.
    /// @param argument gives a part by its name
    Value.ObjectValue properties(List<Part> parts, Function<String, @Nullable Value> argument, Origin origin) {
        List<Field> fields = new ArrayList<>();
        for (String name : names(parts)) {
            Value value = META.contains(name) ? null : argument.apply(name);
            if (value != null) {
                fields.add(new Field(name, keyOrigin(parts, name, origin), value));
            }
        }
        return new Value.ObjectValue(List.copyOf(fields), origin);
    }

    private static SequencedSet<String> names(List<Part> parts) {
        SequencedSet<String> names = new LinkedHashSet<>();
        parts.forEach((part) -> names.add(nameOf(part)));
        return names;
    }

    private static String nameOf(Part part) {
        boolean dynamic = part instanceof Part.Nested(var _, var block) && part.name().equals("dynamic")
                && !block.labels().isEmpty();
        return dynamic ? ((Part.Nested) part).block().labels().getFirst().text() : part.name();
    }

    private Origin keyOrigin(List<Part> parts, String name, Origin origin) {
        for (Part part : parts) {
            if (nameOf(part).equals(name)) {
                return switch (part) {
                    case Part.Argument argument -> argument.origin(this.scope.pointer().child(name));
                    case Part.Nested nested ->
                        new Origin(nested.source(), nested.block().headerSpan(), this.scope.pointer().child(name));
                };
            }
        }
        return origin;
    }

    /// The part of a name; null when there is none.
    @Nullable Value part(List<Part> parts, String name) {
        return part(parts, name, this.scope, 0);
    }

    private @Nullable Value part(List<Part> parts, String name, Scope within, int depth) {
        List<Value> blocks = new ArrayList<>();
        Origin first = null;
        for (Part part : parts) {
            if (!nameOf(part).equals(name)) {
                continue;
            }
            if (part instanceof Part.Argument argument) {
                return argument(argument, within);
            }
            Part.Nested nested = (Part.Nested) part;
            Scope inside = within.in(nested.source()).at(within.pointer().child(name));
            first = first == null ? inside.origin(nested.block().headerSpan()) : first;
            if (depth > MAX_DEPTH) {
                blocks.add(Values.outOfBudget(first));
            }
            else if (nested.name().equals("dynamic") && !nested.block().labels().isEmpty()) {
                dynamic(nested, inside, depth, blocks);
            }
            else {
                blocks.add(object(nested.source(), nested.block().body(), inside.origin(nested.block().span()), inside,
                        depth));
            }
        }
        return first == null ? null : new Value.ListValue(List.copyOf(blocks), first);
    }

    private Value argument(Part.Argument argument, Scope within) {
        Scope inside = within.in(argument.source()).at(within.pointer().child(argument.name()));
        Value value = this.evaluation.evaluator().evaluate(argument.value(), inside);
        return new PropertyValue(this.evaluation, inside).of(value);
    }

    private Value object(dev.rolewire.source.SourceFile source, Body body, Origin origin, Scope within, int depth) {
        List<Part> parts = ConfigBlock.parts(source, body);
        List<Field> fields = new ArrayList<>();
        for (String name : names(parts)) {
            Value value = part(parts, name, within, depth + 1);
            if (value != null) {
                fields.add(new Field(name, keyOrigin(parts, name, origin), value));
            }
        }
        return new Value.ObjectValue(List.copyOf(fields), origin);
    }

    /// Writes a `dynamic` block out.
    private void dynamic(Part.Nested nested, Scope within, int depth, List<Value> blocks) {
        ConfigBlock dynamic = ConfigBlock.of(nested.source(), nested.block());
        Part.Argument forEach = dynamic.argument("for_each");
        List<Part.Nested> contents = dynamic.nested("content");
        Origin origin = within.origin(nested.block().headerSpan());
        if (forEach == null || contents.isEmpty()) {
            return;
        }
        Part.Argument named = dynamic.argument("iterator");
        String iterator = named == null ? nested.block().labels().getFirst().text()
                : within.source().textAt(named.value().span()).replace("\"", "");
        Value collection = this.evaluation.evaluator().evaluate(forEach.value(), within);
        Body content = contents.getFirst().block().body();
        for (var each : dev.rolewire.model.Alternatives.of(this.evaluation.guards(), within.guard(),
                this.evaluation.choices().map(collection, this.evaluation::known))) {
            Loops loops = new Loops(this.evaluation, this.evaluation.evaluator());
            List<Loops.Item> items = each.value() instanceof Value.Absent ? List.of() : loops.items(each.value());
            boolean always = this.evaluation.guards()
                .and(within.guard(), this.evaluation.guards().not(each.guard())) == Guard.FALSE;
            if (items == null) {
                Value open = Values.unknown(List.of(each.value()), iterator, origin);
                Guard exists = this.evaluation.guards()
                    .opaque("blocks of " + within.key() + " " + nested.block().span().start());
                Value only = content(nested, content, within.under(each.guard()), iterator, new Loops.Item(open, open),
                        depth);
                blocks.add(this.evaluation.choices()
                    .choice(this.evaluation.guards().and(each.guard(), exists), only, new Value.Absent(origin),
                            origin));
                continue;
            }
            for (Loops.Item item : items) {
                Value block = content(nested, content, within.under(each.guard()), iterator, item, depth);
                blocks.add(always ? block
                        : this.evaluation.choices().choice(each.guard(), block, new Value.Absent(origin), origin));
            }
        }
    }

    private Value content(Part.Nested nested, Body content, Scope within, String iterator, Loops.Item item, int depth) {
        Origin origin = within.origin(content.span());
        boolean set = item.value() instanceof Value.Literal && Values.number(item.key()) != null;
        Value value = new Value.ObjectValue(
                List.of(new Field("key", origin, item.key()), new Field("value", origin, item.value())), origin);
        String text = Values.text(item.key());
        Scope bound = within.with(iterator, value)
            .keyed(within.key() + "/" + iterator + (text == null ? (set ? "#" : "?") : text));
        return object(nested.source(), content, origin, bound, depth);
    }

}
