package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// `Fn::ForEach`: the entries of a mapping with its loops written out.
final class Loops {

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
    /// @param complete false when some loop could not be written out, or only for a
    /// parameter's default
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
    private record Collection(List<String> items, Guard guard) {

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
        Collection collection = collection(this.lowering.evaluator().lower(arguments.get(1), site.argument(1)));
        if (collection.guard() != Guard.TRUE) {
            open.add(entry.key());
        }
        Site body = site.argument(2).under(this.lowering.guards().and(site.guard(), collection.guard()));
        for (String item : collection.items()) {
            if (!this.lowering.budget().take(1)) {
                open.add(entry.key());
                return;
            }
            add((Mapping) arguments.get(2), body.binding(identifier, item), depth + 1, entries, open);
        }
    }

    /// The items of a list of literals; for a parameter that has a default those of the
    /// default.
    private static Collection collection(Value value) {
        if (value instanceof Value.Choice(var guard, var then, var _, var _)) {
            Collection first = collection(then);
            return first.guard() == Guard.TRUE ? new Collection(first.items(), guard)
                    : new Collection(List.of(), Guard.FALSE);
        }
        if (value instanceof Value.ListValue(var items, var _, var _)
                && items.stream().allMatch(Value.Literal.class::isInstance)) {
            return new Collection(items.stream().map((item) -> ((Value.Literal) item).text()).toList(), Guard.TRUE);
        }
        return new Collection(List.of(), Guard.FALSE);
    }

    /// Puts the values of the loop identifiers into a text. `&{X}` leaves out what no
    /// logical id may contain.
    static String substitute(String text, SequencedMap<String, String> bindings) {
        String result = text;
        if (text.indexOf('{') >= 0) {
            for (var binding : bindings.entrySet()) {
                result = result.replace("${" + binding.getKey() + "}", binding.getValue())
                    .replace("&{" + binding.getKey() + "}", binding.getValue().replaceAll("[^A-Za-z0-9]", ""));
            }
        }
        return result;
    }

}
