package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

import dev.rolewire.frontend.Interest;
import dev.rolewire.frontend.terraform.plan.Resolution.Candidate;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.ObjectValue;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Lowers the arguments of resources: known values as they are, unknown ones by the expression that the configuration has
/// for them.
final class PropertyLowering {

    /// Deeper than any real provider schema nests.
    private static final int MAX_DEPTH = 200;

    /// How many data sources may be made of one another.
    private static final int MAX_OPEN = 50;

    private static final SequencedSet<String> NONE = Collections.unmodifiableSequencedSet(new LinkedHashSet<>());

    private final SourceFile source;

    private final Problems problems;

    private final Interest interest;

    private final Map<String, Map<String, Boolean>> places = new HashMap<>();

    private final KnownLowering known;

    private final UnknownLowering unknown;

    private final Map<String, ObjectValue> lowered = new HashMap<>();

    private final Map<String, SequencedSet<String>> ordering = new HashMap<>();

    private final Set<String> open = new LinkedHashSet<>();

    PropertyLowering(SourceFile source, Problems problems, ReferenceResolver resolver, RelevantAttributes relevant,
            Interest interest) {
        this.interest = interest;
        this.source = source;
        this.problems = problems;
        this.known = new KnownLowering(source, problems, resolver, relevant);
        this.unknown = new UnknownLowering(problems, resolver, relevant, this);
    }

    /// A value with its marks.
    record Marked(Place after, @Nullable Node unknown, @Nullable Node sensitive) {

        Marked item(int index) {
            return new Marked(this.after.item(index), Marks.item(this.unknown, index),
                    Marks.item(this.sensitive, index));
        }

    }

    /// The resource that is being lowered.
    ///
    /// @param ordering addresses that its values may come from although the plan does not
    /// show it
    /// @param nothing stands for what is not set and matters nowhere
    record Context(PlannedResource resource, Origin origin, SequencedSet<String> ordering, Value nothing) {

    }

    /// The properties of a resource; those of a policy document, which others are made
    /// of, are lowered once.
    ObjectValue properties(PlannedResource resource) {
        ObjectValue known = PolicyDocumentData.is(resource) ? this.lowered.get(resource.address()) : null;
        if (known != null) {
            return known;
        }
        Origin origin = resource.origin();
        if (!resource.lowered() || this.open.size() > MAX_OPEN || !this.open.add(resource.address())) {
            return new ObjectValue(List.of(), origin);
        }
        SequencedSet<String> found = new LinkedHashSet<>();
        ObjectValue properties = lower(new Context(resource, origin, found, new Value.Absent(origin)));
        this.open.remove(resource.address());
        if (PolicyDocumentData.is(resource)) {
            this.lowered.put(resource.address(), properties);
        }
        if (!found.isEmpty()) {
            this.ordering.put(resource.address(), found);
        }
        return properties;
    }

    /// Addresses that a resource may be ordered after through what the plan does not
    /// show; known once its properties are.
    SequencedSet<String> possibleOrdering(PlannedResource resource) {
        return this.ordering.getOrDefault(resource.address(), NONE);
    }

    private ObjectValue lower(Context context) {
        PlannedResource resource = context.resource();
        Marked marked = new Marked(resource.after(), resource.unknown(), resource.sensitive());
        Written written = resource.config() == null ? Written.UNSHOWN
                : new Written.Block(resource.config().expressions(), Scope.of(resource), true);
        ObjectValue properties = object(context, marked, written, 0);
        boolean document = PolicyDocumentData.is(resource)
                && resource.known(List.of(Step.name("json"))) == PlannedResource.Known.UNKNOWN;
        if (!document && !resource.partial()) {
            return properties;
        }
        List<Value.Field> fields = new ArrayList<>(properties.fields());
        if (resource.partial()) {
            addUnplanned(context, fields, properties, written);
        }
        if (document) {
            fields.removeIf((field) -> field.key().equals("json"));
            fields.add(new Value.Field("json", context.origin(), PolicyDocumentData.document(properties)));
        }
        return new ObjectValue(fields, properties.origin());
    }

    /// Planned values alone do not say what is unknown: what is written and not there
    /// is.
    private void addUnplanned(Context context, List<Value.Field> fields, ObjectValue properties, Written written) {
        Place arguments = written instanceof Written.Block block ? block.arguments() : Place.NOWHERE;
        for (Mapping.Entry entry : arguments.entries()) {
            if (properties.field(entry.name()) == null) {
                Marked nothing = new Marked(context.resource().after().get(entry.name()), null, null);
                fields.add(new Value.Field(entry.name(), context.origin(),
                        this.unknown.lower(context, nothing, written.part(entry.name()))));
            }
        }
    }

    private Value value(Context context, Marked marked, Written written, int depth) {
        if (depth > MAX_DEPTH) {
            return Value.Unknown.of(Reason.BUDGET, "nested too deeply", context.origin());
        }
        if (Marks.isTrue(marked.unknown())) {
            return this.unknown.lower(context, marked, written);
        }
        if (Marks.isTrue(marked.sensitive()) && marked.after().isPresent()) {
            return this.known.sensitive(marked, written);
        }
        return switch (marked.after().node()) {
            case null -> Marks.isAny(marked.unknown()) ? this.unknown.lower(context, marked, written)
                    : new Value.Absent(context.origin());
            case Scalar scalar -> this.known.scalar(context, scalar, marked, written);
            case Sequence _ -> list(context, marked, written, depth);
            case Mapping _ -> object(context, marked, written, depth);
        };
    }

    private ObjectValue object(Context context, Marked marked, Written written, int depth) {
        Written single = written instanceof Written.Set set && set.whole() ? single(marked, set) : written;
        List<Value.Field> fields = new ArrayList<>();
        for (Mapping.Entry entry : marked.after().entries()) {
            if (isNothing(context, entry, marked, depth)) {
                fields.add(new Value.Field(entry.name(), context.origin(), context.nothing()));
                continue;
            }
            Place place = new Place(entry.value(), marked.after().pointer().child(entry.name()));
            Value value = child(context, marked, place, single, depth);
            Origin key = depth == 0 ? value.origin() : new Origin(this.source, entry.key().span(), place.pointer());
            fields.add(new Value.Field(entry.name(), key, value));
        }
        Mapping after = marked.after().node() instanceof Mapping mapping ? mapping : null;
        for (Mapping.Entry entry : Marks.entries(marked.unknown())) {
            boolean there = after != null && after.entry(entry.name()) != null;
            if (!there && Marks.isAny(Marks.get(marked.unknown(), entry.name()))) {
                fields.add(new Value.Field(entry.name(), context.origin(),
                        child(context, marked, marked.after().get(entry.name()), single, depth)));
            }
        }
        return new ObjectValue(List.copyOf(fields), after == null ? context.origin() : origin(marked.after()));
    }

    /// Whether something is not set, and nothing can be said of its place.
    private boolean isNothing(Context context, Mapping.Entry entry, Marked marked, int depth) {
        if (!(entry.value() instanceof Scalar scalar) || !scalar.isNull()
                || Marks.isTrue(Marks.get(marked.unknown(), entry.name()))) {
            return false;
        }
        String attribute = entry.name();
        Pointer at = marked.after().pointer();
        for (int i = 0; i < depth && at != null; i++) {
            attribute = at.token();
            at = at.parent();
        }
        String type = context.resource().block().type();
        return !this.places.computeIfAbsent(type, (_) -> new HashMap<>())
            .computeIfAbsent(attribute, (name) -> this.interest.isPlace(type, name));
    }

    private Value child(Context context, Marked marked, Place after, Written written, int depth) {
        String key = after.pointer().token();
        Marked part = new Marked(after, Marks.get(marked.unknown(), key), Marks.get(marked.sensitive(), key));
        boolean all = written instanceof Written.Set set && set.whole();
        return value(context, part, all ? written : written.part(key), depth + 1);
    }

    /// An expression whose value has one unknown place gives that place what it refers
    /// to.
    private static Written single(Marked marked, Written.Set set) {
        return Marks.count(marked.unknown()) == 1 ? set : new Written.Set(set.expression(), set.scope(), false);
    }

    private Value list(Context context, Marked marked, Written written, int depth) {
        int size = marked.after().size();
        boolean dropped = size < Marks.items(marked.unknown()).size();
        List<Written> parts = parts(marked, written, size);
        List<Value> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Marked item = marked.item(i);
            Marked kept = dropped ? new Marked(item.after(), null, item.sensitive()) : item;
            items.add(value(context, kept, parts.get(i), depth + 1));
        }
        if (dropped) {
            addDropped(context, marked, written, items);
        }
        return new Value.ListValue(List.copyOf(items), origin(marked.after()));
    }

    /// Terraform 0.12 leaves unknown items out of `after`; their positions are lost.
    private void addDropped(Context context, Marked marked, Written written, List<Value> items) {
        for (Node mark : Marks.items(marked.unknown())) {
            if (Marks.isTrue(mark)) {
                Marked item = new Marked(Place.NOWHERE, mark, null);
                items.add(this.unknown.lower(context, item, written.part("")));
            }
        }
    }

    private List<Written> parts(Marked marked, Written written, int size) {
        if (written instanceof Written.Blocks blocks) {
            return BlockMatcher.match(marked.after(), marked.unknown(), blocks);
        }
        if (!(written instanceof Written.Set set) || !set.whole()) {
            return Collections.nCopies(size, written.part(""));
        }
        List<Node> marks = Marks.items(marked.unknown());
        long open = marks.stream().filter(Marks::isAny).count();
        boolean whole = marks.size() <= size
                && marks.stream().allMatch((mark) -> Marks.isTrue(mark) || !Marks.isAny(mark));
        List<Candidate> inOrder = open == 0 || !whole ? List.of() : this.unknown.inOrder(set);
        if (inOrder.size() != open || open == 0) {
            return Collections.nCopies(size, single(marked, set));
        }
        List<Written> parts = new ArrayList<>(size);
        Iterator<Candidate> next = inOrder.iterator();
        for (int i = 0; i < size; i++) {
            parts.add(i < marks.size() && Marks.isTrue(marks.get(i))
                    ? new Written.Attribute(next.next(), set.expression())
                    : new Written.Set(set.expression(), set.scope(), false));
        }
        return parts;
    }

    private Origin origin(Place place) {
        return this.problems.origin(place);
    }

}
