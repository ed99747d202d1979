package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.rolewire.frontend.Interest;
import dev.rolewire.frontend.Interest.Attributes;
import dev.rolewire.frontend.terraform.plan.ResourceAddress.ModuleStep;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.DuplicateKeys;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Reads the resources of a plan or state one by one. Of one that matters the attributes that matter are kept; another
/// one is counted and left out. One that is not written as expected is kept, so that it can be named.
final class StreamedResources {

    private static final Object ACTIONS = new Object();

    private static final Attributes NAMING = new Attributes(false, Set.of("name", "arn", "id", "unique_id"));

    private static final Attributes NOTHING = new Attributes(false, Set.of());

    private final Interest interest;

    private final Referred referred;

    private final AddressSet seen = new AddressSet();

    private final Map<String, Optional<Attributes>> managed = new HashMap<>();

    private final Map<String, Optional<Attributes>> data = new HashMap<>();

    private final StreamedEntry entry = new StreamedEntry();

    private int omitted;

    StreamedResources(Interest interest, Referred referred) {
        this.interest = interest;
        this.referred = referred;
    }

    int omitted() {
        return this.omitted;
    }

    /// The attributes that other resources may ask a resource for: those that are
    /// referred to, and those by which an
    /// identity is found.
    Predicate<String> askedFor(PlannedResource resource) {
        ResourceAddress.BlockName block = resource.block();
        Attributes referredTo = this.referred
            .attributes(new Referred.Key(resource.module().path(), block.data(), block.type(), block.name()), NAMING);
        return referredTo == null ? (_) -> false : referredTo::has;
    }

    /// Reads an entry of `resource_changes`.
    /// @return what is kept of it, or null when it is left out
    @Nullable Node change(JsonReader reader) {
        if (!reader.isObject()) {
            return reader.node();
        }
        Decision decision = new Decision();
        this.entry.read(reader, "change", () -> decision.take(reader));
        long end = reader.place();
        if (decision.version != this.entry.version()) {
            reader.back(Math.max(0, this.entry.body));
            decision.body(reader, this.entry.body >= 0);
        }
        boolean regular = this.entry.isRegular();
        if (decision.attributes == null && regular && decision.removed != null) {
            omitChange(decision.removed);
            reader.back(end);
            return null;
        }
        if (this.entry.hasAddress() && !this.entry.deposed && regular && decision.object) {
            this.entry.isNew(this.seen);
        }
        List<Mapping.Entry> fields = this.entry.fields(reader);
        if (this.entry.body >= 0) {
            Node body = decision.kept;
            if (body == null) {
                reader.back(this.entry.body);
                body = body(reader, NOTHING);
            }
            fields.add(new Mapping.Entry(reader.sharedKey("change"), body));
        }
        reader.back(end);
        return Mapping.of(List.copyOf(fields), reader.span(this.entry.start, end), null);
    }

    /// What becomes of a change; taken while it is read when all that counts stands
    /// before it, as Terraform writes it.
    private final class Decision {

        /// What was known of the entry when it was taken; -1 when it was not.
        private int version = -1;

        private @Nullable Attributes attributes;

        private boolean object;

        private @Nullable Boolean removed;

        private @Nullable Node kept;

        void take(JsonReader reader) {
            if (StreamedResources.this.entry.isComplete()) {
                body(reader, true);
                this.version = StreamedResources.this.entry.version();
            }
            else {
                this.version = -1;
                reader.skip();
            }
        }

        void body(JsonReader reader, boolean there) {
            this.attributes = attributes();
            this.object = there && reader.isObject();
            this.removed = null;
            this.kept = null;
            if (this.attributes == null) {
                this.removed = this.object ? removed(reader) : null;
                if (!this.object && there) {
                    reader.skip();
                }
            }
            else if (there) {
                this.kept = StreamedResources.body(reader, this.attributes);
            }
        }

    }

    private void omitChange(boolean removed) {
        if (this.entry.deposed || !this.entry.hasAddress()) {
            return;
        }
        if (this.entry.previous != null) {
            this.seen.add(this.entry.previous);
        }
        if (this.entry.isNew(this.seen) && !removed) {
            this.omitted++;
        }
    }

    /// Reads a resource of planned or prior values.
    /// @return what is kept of it, or null when it is left out
    @Nullable Node value(JsonReader reader) {
        if (!reader.isObject()) {
            return reader.node();
        }
        this.entry.read(reader, "values", reader::skip);
        long end = reader.place();
        StreamedEntry read = this.entry;
        boolean object = read.body >= 0 && isObject(reader, read.body);
        boolean regular = read.isRegular() && (read.body < 0 || object || reader.isNull());
        boolean isNew = regular && object && !read.deposed && read.isNew(this.seen);
        if (regular && !isNew && read.dependencies < 0) {
            reader.back(end);
            return null;
        }
        Attributes attributes = attributes();
        boolean omit = attributes == null && regular;
        this.omitted += omit && isNew ? 1 : 0;
        if (omit && read.dependencies < 0) {
            reader.back(end);
            return null;
        }
        List<Mapping.Entry> fields = read.fields(reader);
        if (read.dependencies >= 0) {
            reader.back(read.dependencies);
            fields.add(new Mapping.Entry(reader.sharedKey("depends_on"), reader.unlocated()));
        }
        if (!omit && read.body >= 0 && (isNew || !regular)) {
            Attributes kept = attributes == null ? NOTHING : attributes;
            reader.back(read.body);
            fields.add(new Mapping.Entry(reader.sharedKey("values"), located(reader, kept)));
            if (read.sensitive >= 0) {
                reader.back(read.sensitive);
                fields.add(new Mapping.Entry(reader.sharedKey("sensitive_values"), marks(reader, kept)));
            }
        }
        reader.back(end);
        return Mapping.of(List.copyOf(fields), reader.span(read.start, end), null);
    }

    private static boolean isObject(JsonReader reader, long at) {
        reader.back(at);
        return reader.isObject();
    }

    private @Nullable Attributes attributes() {
        String type = this.entry.type;
        if (type == null) {
            return null;
        }
        Attributes own = (this.entry.data ? this.data : this.managed)
            .computeIfAbsent(type, (name) -> Optional.ofNullable(this.interest.attributes(name, this.entry.data)))
            .orElse(null);
        String name = this.entry.name;
        if (name == null || !this.entry.hasAddress() || !this.referred.mayAdd(type, name, own)) {
            return own;
        }
        ResourceAddress address = ResourceAddress.parse(String.valueOf(this.entry.address()));
        if (address == null) {
            return own;
        }
        String module = String.join(".", address.modules().stream().map(ModuleStep::name).toList());
        return this.referred.attributes(new Referred.Key(module, this.entry.data, type, name), own);
    }

    /// Whether a change takes the resource away; steps over the change.
    /// @return null when it is not written as expected
    private static @Nullable Boolean removed(JsonReader reader) {
        Boolean removed = null;
        boolean irregular = false;
        reader.enter();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            if (key.equals("actions") && reader.isList()) {
                removed = removing(reader);
                irregular |= removed == null;
            }
            else {
                boolean value = key.equals("after");
                irregular |= key.equals("actions") || (value && !reader.isObject() && !reader.isNull());
                reader.skip();
            }
        }
        return irregular ? null : removed;
    }

    private static @Nullable Boolean removing(JsonReader reader) {
        List<String> actions = new ArrayList<>();
        reader.enter();
        while (reader.nextItem()) {
            String action = StreamedEntry.name(reader);
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
                case "actions" -> fields.add(new Mapping.Entry(reader.sharedKey(key), actions(reader)));
                case "after" -> fields.add(new Mapping.Entry(reader.sharedKey(key), located(reader, attributes)));
                case "after_unknown", "after_sensitive" ->
                    fields.add(new Mapping.Entry(reader.sharedKey(key), marks(reader, attributes)));
                default -> reader.skip();
            }
        }
        return Mapping.of(List.copyOf(fields), reader.spanFrom(start), null);
    }

    /// Known actions need no places.
    private static Node actions(JsonReader reader) {
        long place = reader.mark();
        Node actions = reader.repeated(ACTIONS, reader::unlocated);
        List<String> names = new ArrayList<>();
        if (actions instanceof Sequence list) {
            list.items().forEach((item) -> names.add(item instanceof Scalar scalar ? scalar.text() : ""));
        }
        if (PlanReader.effect(names) != null) {
            return actions;
        }
        reader.back(place);
        return reader.node();
    }

    private static Node located(JsonReader reader, Attributes attributes) {
        if (!reader.isObject()) {
            return reader.node();
        }
        int start = reader.offset();
        List<Mapping.Entry> fields = new ArrayList<>();
        DuplicateKeys keys = new DuplicateKeys();
        reader.enter();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            if (attributes.has(key)) {
                reader.checkKey(keys, key);
                fields.add(new Mapping.Entry(reader.sharedKey(key), reader.node()));
            }
            else {
                reader.skip();
            }
        }
        return Mapping.of(List.copyOf(fields), reader.spanFrom(start), null);
    }

    /// Marks are the same in all instances of a block.
    private static Node marks(JsonReader reader, Attributes attributes) {
        return reader.repeated(attributes, () -> selected(reader, attributes));
    }

    private static Node selected(JsonReader reader, Attributes attributes) {
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
