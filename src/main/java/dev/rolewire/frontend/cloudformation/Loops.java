package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// `Fn::ForEach`: the entries of a mapping with its loops written out.
final class Loops {

    /// CloudFormation takes templates of at most a million bytes, loops written out.
    static final int MAX_TEXT = 1 << 20;

    private static final int MAX_NESTING = 20;

    private final Lowering lowering;

    Loops(Lowering lowering) {
        this.lowering = lowering;
    }

    /// One entry of a mapping, loops written out.
    ///
    /// @param name its key, loop identifiers replaced
    /// @param key the key as written
    /// @param node the value
    /// @param site where the value stands; its guard is when the loop has this entry
    record Entry(String name, Scalar key, Node node, Site site) {

    }

    /// The entries of one mapping.
    ///
    /// @param entries the entries in source order
    /// @param complete false when some loop could not be written out, or not for all
    /// values of a parameter
    /// @param open the keys of those loops
    record Entries(List<Entry> entries, boolean complete, List<Scalar> open) {

        /// The last entry of each name.
        SequencedMap<String, Entry> byName() {
            SequencedMap<String, Entry> named = new LinkedHashMap<>();
            this.entries.forEach((entry) -> named.put(entry.name(), entry));
            return named;
        }

    }

    /// What a loop runs over.
    private final class Collection {

        /// Each item with when it is one.
        private final SequencedMap<String, Guard> items = new LinkedHashMap<>();

        private boolean complete = true;

        /// Adds the items of each alternative of a list.
        private void addList(Value value, Guard guard) {
            switch (value) {
                case Value.ListValue list -> list.items().forEach((item) -> addItem(item, guard));
                case Value.Choice choice when guard != Guard.FALSE && Loops.this.lowering.budget().take(1) -> {
                    addList(choice.then(), with(guard, choice));
                    addList(choice.otherwise(), without(guard, choice));
                }
                case Value.Absent _, Value.Literal _, Value.Reference _, Value.Concat _, Value.Choice _,
                        Value.ObjectValue _, Value.Unknown _ ->
                    this.complete &= guard == Guard.FALSE;
            }
        }

        private void addItem(Value written, Guard guard) {
            Value item = Loops.this.lowering.comparison().spread(written);
            switch (item) {
                case Value.Literal literal when guard != Guard.FALSE ->
                    this.items.merge(literal.text(), guard, Loops.this.lowering.guards()::or);
                case Value.Choice choice when guard != Guard.FALSE && Loops.this.lowering.budget().take(1) -> {
                    addItem(choice.then(), with(guard, choice));
                    addItem(choice.otherwise(), without(guard, choice));
                }
                case Value.Absent _ -> {
                }
                case Value.ListValue list -> addList(list, guard);
                case Value.Literal _, Value.Choice _, Value.Reference _, Value.Concat _, Value.ObjectValue _,
                        Value.Unknown _ ->
                    this.complete &= guard == Guard.FALSE;
            }
        }

        private Guard with(Guard guard, Value.Choice choice) {
            return Loops.this.lowering.guards().and(guard, choice.guard());
        }

        private Guard without(Guard guard, Value.Choice choice) {
            GuardSpace guards = Loops.this.lowering.guards();
            return guards.and(guard, guards.not(choice.guard()));
        }

    }

    static boolean isLoop(String key) {
        return Call.isLong(key) && key.startsWith(Call.LOOP);
    }

    /// Writes out the loops of a section or of a property's value.
    /// @param node the mapping; anything else has no entries
    /// @param site where it stands
    Entries entries(@Nullable Node node, Site site) {
        List<Entry> entries = new ArrayList<>();
        List<Scalar> open = new ArrayList<>();
        if (node instanceof Mapping mapping) {
            add(mapping, site, 0, entries, open);
        }
        return new Entries(entries, open.isEmpty(), open);
    }

    private void add(Mapping mapping, Site site, int depth, List<Entry> entries, List<Scalar> open) {
        for (Mapping.Entry entry : mapping.entries()) {
            if (isLoop(entry.name())) {
                loop(entry, site.argument(entry.name()), depth, entries, open);
            }
            else if (site.bindings().isEmpty()) {
                entries.add(new Entry(entry.name(), entry.key(), entry.value(), site.field(entry.name())));
            }
            else if (this.lowering.budget().takeText(entry.name().length())) {
                String name = substitute(entry.name(), site.bindings());
                entries.add(new Entry(name, entry.key(), entry.value(), new Site(site.subject(), site.guard(),
                        site.pointer().child(entry.name()), site.down(name), site.bindings())));
            }
            else {
                open.add(entry.key());
                return;
            }
        }
    }

    private void loop(Mapping.Entry entry, Site site, int depth, List<Entry> entries, List<Scalar> open) {
        this.lowering.functions().loop(entry, site);
        boolean shaped = entry.value() instanceof Sequence sequence && sequence.items().size() >= 3
                && sequence.items().get(0) instanceof Scalar && sequence.items().get(2) instanceof Mapping;
        if (!shaped || depth >= MAX_NESTING) {
            open.add(entry.key());
            return;
        }
        List<Node> arguments = ((Sequence) entry.value()).items();
        String identifier = ((Scalar) arguments.get(0)).text();
        Collection collection = new Collection();
        collection.addList(this.lowering.evaluator().lower(arguments.get(1), site.argument(1)), Guard.TRUE);
        if (!collection.complete) {
            open.add(entry.key());
        }
        for (Map.Entry<String, Guard> item : collection.items.entrySet()) {
            Guard reached = this.lowering.guards().and(site.guard(), item.getValue());
            if (!this.lowering.budget().take(1)) {
                open.add(entry.key());
                return;
            }
            if (reached != Guard.FALSE) {
                Site body = site.argument(2).under(reached).binding(identifier, item.getKey());
                add((Mapping) arguments.get(2), body, depth + 1, entries, open);
            }
        }
    }

    /// Puts the values of the loop identifiers into a text. `&{X}` leaves out what no
    /// logical id may contain. What is put in is not looked into again.
    /// @return the text, not continued much beyond [#MAX_TEXT] characters
    static String substitute(String text, SequencedMap<String, String> bindings) {
        int open = bindings.isEmpty() ? -1 : text.indexOf('{');
        if (open < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (; open >= 0 && result.length() <= MAX_TEXT; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            char sign = open > from ? text.charAt(open - 1) : ' ';
            String value = close < 0 || (sign != '$' && sign != '&') ? null
                    : bindings.get(text.substring(open + 1, close));
            if (value != null) {
                result.append(text, from, open - 1).append(sign == '$' ? value : value.replaceAll("[^A-Za-z0-9]", ""));
                from = close + 1;
                open = close;
            }
        }
        return result.append(text, from, text.length()).toString();
    }

}
