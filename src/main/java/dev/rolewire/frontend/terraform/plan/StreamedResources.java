package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rolewire.frontend.Interest;
import dev.rolewire.frontend.Interest.Attributes;
import dev.rolewire.frontend.terraform.plan.ResourceAddress.ModuleStep;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.DuplicateKeys;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Reads the resources of a plan or state one by one. Of one that matters the attributes that matter are kept; another
/// one is counted and left out. One that is not written as expected is kept, so that it can be named.
final class StreamedResources {

    private static final Attributes NOTHING = new Attributes(false, Set.of());

    private final Interest interest;

    private final Referred referred;

    private final AddressSet seen = new AddressSet();

    private int omitted;

    StreamedResources(Interest interest, Referred referred) {
        this.interest = interest;
        this.referred = referred;
    }

    int omitted() {
        return this.omitted;
    }

    /// An entry that is being read.
    private static final class Entry {

        private final List<Mapping.Entry> fields = new ArrayList<>();

        private @Nullable String address;

        private @Nullable String type;

        private @Nullable String name;

        private boolean data;

        private boolean deposed;

        private @Nullable String previous;

        /// Where the values begin: `change`, or `values`; -1 when there are none.
        private long body = -1;

        private long sensitive = -1;

        private long dependencies = -1;

        /// Whether the address is one of this type.
        boolean isRegular() {
            if (this.address == null || this.type == null) {
                return false;
            }
            if (isPlain(this.address)) {
                return true;
            }
            ResourceAddress parsed = ResourceAddress.parse(this.address);
            return parsed != null && parsed.block().type().equals(this.type);
        }

        /// Whether the address ends with type and name, and perhaps a key: nearly all do.
        private boolean isPlain(String text) {
            if (this.name == null || this.name.isEmpty()) {
                return false;
            }
            String block = (this.data ? "data." : "") + this.type + "." + this.name;
            int at = text.startsWith("module.") ? text.lastIndexOf(block) : 0;
            if (at < 0 || !text.startsWith(block, at) || (at > 0 && text.charAt(at - 1) != '.')) {
                return false;
            }
            return at + block.length() == text.length();
        }

    }

    /// Reads an entry of `resource_changes`.
    /// @return what is kept of it, or null when it is left out
    @Nullable Node change(JsonReader reader) {
        if (!reader.isObject()) {
            return reader.node();
        }
        int start = reader.offset();
        Entry entry = read(reader, "change");
        long end = reader.place();
        Attributes attributes = attributes(entry);
        if (attributes == null) {
            Boolean removed = entry.isRegular() ? removed(reader, entry) : null;
            if (removed != null) {
                omitChange(entry, removed);
                reader.back(end);
                return null;
            }
            attributes = NOTHING;
        }
        if (entry.address != null && !entry.deposed && entry.isRegular() && entry.body >= 0
                && isObject(reader, entry.body)) {
            this.seen.add(entry.address);
        }
        if (entry.body >= 0) {
            reader.back(entry.body);
            entry.fields.add(new Mapping.Entry(reader.sharedKey("change"), body(reader, attributes)));
        }
        reader.back(end);
        return Mapping.of(List.copyOf(entry.fields), reader.span(start, end), null);
    }

    private void omitChange(Entry entry, boolean removed) {
        if (entry.deposed || entry.address == null) {
            return;
        }
        if (entry.previous != null) {
            this.seen.add(entry.previous);
        }
        if (this.seen.add(entry.address) && !removed) {
            this.omitted++;
        }
    }

    /// Reads a resource of planned or prior values.
    /// @return what is kept of it, or null when it is left out
    @Nullable Node value(JsonReader reader) {
        if (!reader.isObject()) {
            return reader.node();
        }
        int start = reader.offset();
        Entry entry = read(reader, "values");
        long end = reader.place();
        Attributes attributes = attributes(entry);
        boolean regular = entry.isRegular() && isObjectOrNull(reader, entry.body);
        boolean isNew = regular && entry.body >= 0 && !entry.deposed && isObject(reader, entry.body)
                && this.seen.add(String.valueOf(entry.address));
        if (entry.dependencies >= 0) {
            reader.back(entry.dependencies);
            entry.fields.add(new Mapping.Entry(reader.sharedKey("depends_on"), reader.unlocated()));
        }
        if (attributes == null && regular) {
            this.omitted += isNew ? 1 : 0;
            reader.back(end);
            return entry.dependencies < 0 ? null : Mapping.of(List.copyOf(entry.fields), Span.at(start), null);
        }
        if (entry.body >= 0 && (isNew || !regular)) {
            Attributes kept = attributes == null ? NOTHING : attributes;
            reader.back(entry.body);
            entry.fields.add(new Mapping.Entry(reader.sharedKey("values"), located(reader, kept)));
            if (entry.sensitive >= 0) {
                reader.back(entry.sensitive);
                entry.fields.add(new Mapping.Entry(reader.sharedKey("sensitive_values"), marks(reader, kept)));
            }
        }
        reader.back(end);
        return Mapping.of(List.copyOf(entry.fields), reader.span(start, end), null);
    }

    private static boolean isObjectOrNull(JsonReader reader, long at) {
        return at < 0 || isObject(reader, at) || reader.isNull();
    }

    private static boolean isObject(JsonReader reader, long at) {
        reader.back(at);
        return reader.isObject();
    }

    private static Entry read(JsonReader reader, String body) {
        Entry entry = new Entry();
        reader.enter();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            switch (key) {
                case "address" -> entry.address = string(reader, entry, key);
                case "type" -> entry.type = string(reader, entry, key);
                case "previous_address" -> entry.previous = string(reader, entry, key);
                case "provider_name" -> string(reader, entry, key);
                case "deposed", "deposed_key" -> {
                    entry.deposed = !reader.isNull();
                    entry.fields.add(new Mapping.Entry(reader.sharedKey(key), reader.node()));
                }
                case "name" -> entry.name = name(reader);
                case "mode" -> entry.data = "data".equals(name(reader));
                case "sensitive_values" -> entry.sensitive = skipped(reader);
                case "depends_on" -> entry.dependencies = skipped(reader);
                default -> {
                    long at = skipped(reader);
                    entry.body = key.equals(body) ? at : entry.body;
                }
            }
        }
        return entry;
    }

    private static long skipped(JsonReader reader) {
        long at = reader.mark();
        reader.skip();
        return at;
    }

    private static @Nullable String name(JsonReader reader) {
        if (reader.isString()) {
            return reader.name();
        }
        reader.skip();
        return null;
    }

    private static @Nullable String string(JsonReader reader, Entry entry, String key) {
        boolean shared = reader.isString() && (key.equals("type") || key.equals("provider_name"));
        Node value = shared ? reader.unlocated() : reader.node();
        entry.fields.add(new Mapping.Entry(reader.sharedKey(key), value));
        return value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING ? scalar.text() : null;
    }

    private @Nullable Attributes attributes(Entry entry) {
        if (entry.type == null) {
            return null;
        }
        Attributes own = this.interest.attributes(entry.type, entry.data);
        if (!this.referred.mayHave(entry.type, entry.name) || entry.address == null || entry.name == null) {
            return own;
        }
        ResourceAddress address = ResourceAddress.parse(entry.address);
        if (address == null) {
            return own;
        }
        String module = String.join(".", address.modules().stream().map(ModuleStep::name).toList());
        return this.referred.attributes(new Referred.Key(module, entry.data, entry.type, entry.name), own);
    }

    /// Whether a change takes the resource away; null when the change is not written as
    /// expected.
    private static @Nullable Boolean removed(JsonReader reader, Entry entry) {
        if (entry.body < 0 || !isObject(reader, entry.body)) {
            return null;
        }
        Boolean removed = null;
        boolean after = false;
        reader.enter();
        for (String key = reader.nextKey(); key != null && (removed == null || !after); key = reader.nextKey()) {
            if (key.equals("actions")) {
                removed = reader.isList() ? removing(reader) : null;
                if (removed == null) {
                    return null;
                }
            }
            else if (key.equals("after")) {
                if (!reader.isObject() && !reader.isNull()) {
                    return null;
                }
                after = true;
                if (removed != null) {
                    return removed;
                }
                reader.skip();
            }
            else {
                reader.skip();
            }
        }
        return removed;
    }

    private static @Nullable Boolean removing(JsonReader reader) {
        List<String> actions = new ArrayList<>();
        reader.enter();
        while (reader.nextItem()) {
            String action = name(reader);
            if (action != null) {
                actions.add(action);
            }
        }
        return switch (PlanReader.effect(actions)) {
            case APPLIED, UNCHANGED -> Boolean.FALSE;
            case REMOVED -> Boolean.TRUE;
            case null -> null;
        };
    }

    private static Node body(JsonReader reader, Attributes attributes) {
        if (!reader.isObject()) {
            return reader.node();
        }
        int start = reader.offset();
        List<Mapping.Entry> fields = new ArrayList<>();
        reader.enter();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            switch (key) {
                case "actions" -> fields.add(new Mapping.Entry(reader.sharedKey(key), reader.node()));
                case "after" -> fields.add(new Mapping.Entry(reader.sharedKey(key), located(reader, attributes)));
                case "after_unknown", "after_sensitive" ->
                    fields.add(new Mapping.Entry(reader.sharedKey(key), marks(reader, attributes)));
                default -> reader.skip();
            }
        }
        return Mapping.of(List.copyOf(fields), reader.spanFrom(start), null);
    }

    private static Node located(JsonReader reader, Attributes attributes) {
        if (attributes.all() || !reader.isObject()) {
            return reader.node();
        }
        int start = reader.offset();
        List<Mapping.Entry> fields = new ArrayList<>();
        DuplicateKeys keys = new DuplicateKeys();
        reader.enter();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            if (attributes.has(key)) {
                Scalar written = reader.key(key);
                reader.checkKey(keys, written);
                fields.add(new Mapping.Entry(written, reader.node()));
            }
            else {
                reader.skip();
            }
        }
        return Mapping.of(List.copyOf(fields), reader.spanFrom(start), null);
    }

    private static Node marks(JsonReader reader, Attributes attributes) {
        if (attributes.all() || !reader.isObject()) {
            return reader.unlocated();
        }
        List<Mapping.Entry> fields = new ArrayList<>();
        reader.enter();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            if (attributes.has(key)) {
                fields.add(new Mapping.Entry(reader.sharedKey(key), reader.unlocated()));
            }
            else {
                reader.skip();
            }
        }
        return Mapping.of(List.copyOf(fields), Span.at(0), null);
    }

}
