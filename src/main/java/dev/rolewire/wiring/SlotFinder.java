package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Finds the places of one slot of the catalog in the properties of a resource.
///
/// The walk follows the segments of the path through choices, lists, maps and JSON texts. What cannot be looked into
/// becomes an occurrence of an unknown value, so that it is reported as unchecked instead of passed over.
final class SlotFinder {

    private static final String NO_LIST = "a text instead of a list";

    private final GuardSpace guards;

    private final Resource resource;

    private final IdentitySlot slot;

    private final List<String> segments;

    /// The index of the last segment that is a name.
    private final int lastName;

    private final Map<String, List<Occurrence>> found = new LinkedHashMap<>();

    private final List<Value.ObjectValue> enclosing = new ArrayList<>();

    private SlotFinder(GuardSpace guards, Resource resource, IdentitySlot slot) {
        this.guards = guards;
        this.resource = resource;
        this.slot = slot;
        this.segments = slot.path().segments();
        int last = this.segments.size() - 1;
        while (last > 0 && isWild(this.segments.get(last))) {
            last--;
        }
        this.lastName = last;
    }

    private static boolean isWild(String segment) {
        return segment.equals("*") || segment.equals("{}");
    }

    /// One value at one place.
    ///
    /// @param guard when the place is there and has this value
    /// @param value the value, possibly still a choice
    /// @param origin where it is written
    /// @param wanted what is wanted at the place instead of a text; null when the value
    /// may be the slot
    record Occurrence(Guard guard, Value value, Origin origin, @Nullable String mismatch) {

    }

    /// Finds all places.
    /// @return the occurrences by property path, in source order; a missing value is
    /// [Value.Absent]
    static Map<String, List<Occurrence>> find(GuardSpace guards, Resource resource, IdentitySlot slot) {
        SlotFinder finder = new SlotFinder(guards, resource, slot);
        finder.walk(resource.properties(), 0, resource.condition(), "");
        if (finder.found.isEmpty() && slot.requirement() != IdentitySlot.Requirement.OPTIONAL
                && !slot.path().selector().isEmpty() && resource.complete()) {
            finder.add(slot.path().toString(), resource.condition(), new Value.Absent(resource.origin()),
                    resource.origin());
        }
        return finder.found;
    }

    private void walk(Value value, int depth, Guard guard, String path) {
        if (guard == Guard.FALSE) {
            return;
        }
        if (value instanceof Value.Choice choice) {
            walk(choice.then(), depth, this.guards.and(guard, choice.guard()), path);
            walk(choice.otherwise(), depth, this.guards.and(guard, this.guards.not(choice.guard())), path);
            return;
        }
        if (depth == this.segments.size()) {
            addSelected(path, guard, value, value.origin());
            return;
        }
        if (value instanceof Value.Absent && depth > this.lastName) {
            addSelected(path, guard, value, value.origin());
            return;
        }
        switch (value) {
            case Value.ObjectValue object -> walkObject(object, depth, guard, path);
            case Value.ListValue list -> walkList(list, depth, guard, path);
            case Value.Literal literal -> walkText(literal, literal.document(), depth, guard, path);
            case Value.Concat concat -> walkText(concat, concat.document(), depth, guard, path);
            case Value.Reference reference -> walkText(reference, null, depth, guard, path);
            case Value.Unknown unknown -> walkUnknown(unknown, depth, guard, path);
            case Value.Absent _, Value.Choice _ -> {
            }
        }
    }

    private void walkObject(Value.ObjectValue object, int depth, Guard guard, String path) {
        String segment = this.segments.get(depth);
        if (segment.equals("*") && this.resource.type().startsWith("AWS::")) {
            if (wantsLists() && !this.segments.subList(0, depth).contains("{}")) {
                addWrongShape(path, guard, object, "an object instead of a list");
            }
            else if (!wantsLists()) {
                walk(object, depth + 1, guard, path);
            }
            return;
        }
        if (segment.equals("*")) {
            // Configuration in JSON writes a single block without a list.
            walk(object, depth + 1, guard, path);
            return;
        }
        this.enclosing.addLast(object);
        if (isWild(segment)) {
            for (Value.Field field : object.fields()) {
                walk(field.value(), depth + 1, guard, join(path, field.key()));
            }
        }
        else {
            Value.Field field = object.field(segment);
            if (field != null) {
                walk(field.value(), depth + 1, guard, join(path, segment));
            }
            else if (depth == this.lastName) {
                Origin origin = (depth == 0) ? this.resource.origin() : object.origin();
                addSelected(join(path, segment), guard, new Value.Absent(origin), origin);
            }
        }
        this.enclosing.removeLast();
    }

    private void walkList(Value.ListValue list, int depth, Guard guard, String path) {
        if (this.segments.get(depth).equals("*")) {
            for (int i = 0; i < list.items().size(); i++) {
                walk(list.items().get(i), depth + 1, guard, join(path, Integer.toString(i)));
            }
        }
        else if (wantsLists() && !this.segments.subList(0, depth).contains("{}")) {
            addWrongShape(path, guard, list, "a list instead of an object");
        }
    }

    private void walkText(Value text, @Nullable Value document, int depth, Guard guard, String path) {
        if (document != null) {
            walk(document, depth, guard, path);
        }
        else if (this.segments.get(depth).equals("*") && !wantsLists()) {
            walk(text, depth + 1, guard, path);
        }
        else if (this.segments.get(depth).equals("*") && depth == this.segments.size() - 1) {
            addWrongShape(path, guard, text, NO_LIST);
        }
        else if (depth == this.segments.size() - 1 && depth > 0 && !this.slot.conflicts().isEmpty()) {
            List<String> names = new ArrayList<>(List.of(this.segments.getLast()));
            this.slot.conflicts().forEach((other) -> names.add(other.substring(other.lastIndexOf('/') + 1)));
            addWrongShape(path, guard, text, "a text instead of an object with `" + String.join("` or `", names) + "`");
        }
    }

    /// Whether a text for a list is refused: by CloudFormation but where the catalog says
    /// so, while plans also write one item alone.
    private boolean wantsLists() {
        return this.resource.type().startsWith("AWS::") && !this.slot.oneOrMany();
    }

    /// What is wrong with a value, by both shapes.
    static Resolution.WrongShape.Fault fault(String mismatch) {
        return mismatch.equals(NO_LIST) ? Resolution.WrongShape.Fault.NO_LIST : Resolution.WrongShape.Fault.OTHER;
    }

    private void addWrongShape(String path, Guard guard, Value value, String mismatch) {
        this.found.computeIfAbsent(path, (key) -> new ArrayList<>())
            .add(new Occurrence(guard, value, value.origin(), mismatch));
    }

    private void walkUnknown(Value.Unknown unknown, int depth, Guard guard, String path) {
        boolean plain = this.slot.path().selector().isEmpty()
                && this.segments.subList(depth, this.segments.size()).stream().noneMatch("{}"::equals);
        boolean item = depth == this.segments.size() - 1 && this.segments.get(depth).equals("*");
        if (item) {
            add(path, guard, unknown, unknown.origin());
        }
        else if (plain && this.segments.subList(depth, this.segments.size()).stream().noneMatch("*"::equals)) {
            add(join(path, String.join("/", this.segments.subList(depth, this.segments.size()))), guard, unknown,
                    unknown.origin());
        }
    }

    private void addSelected(String path, Guard guard, Value value, Origin origin) {
        Guard selected = guard;
        for (var entry : this.slot.path().selector().entrySet()) {
            Value sibling = sibling(entry.getKey());
            if (sibling instanceof Value.Unknown unknown) {
                add(path, selected, unknown, origin);
                return;
            }
            selected = this.guards.and(selected, sibling == null ? Guard.FALSE : equal(sibling, entry.getValue()));
        }
        if (selected != Guard.FALSE) {
            add(path, selected, value, origin);
        }
    }

    /// The value of a selector key, by the innermost enclosing object that has its first
    /// segment.
    private @Nullable Value sibling(String key) {
        String[] names = key.split("/");
        for (int i = this.enclosing.size() - 1; i >= 0; i--) {
            Value at = this.enclosing.get(i).get(names[0]);
            if (at == null) {
                continue;
            }
            for (int n = 1; n < names.length && at != null; n++) {
                at = at instanceof Value.ObjectValue object ? object.get(names[n]) : null;
            }
            return at;
        }
        return null;
    }

    private Guard equal(Value value, String text) {
        return switch (value) {
            case Value.Literal literal -> literal.text().equals(text) ? Guard.TRUE : Guard.FALSE;
            case Value.Choice choice -> this.guards.or(this.guards.and(choice.guard(), equal(choice.then(), text)),
                    this.guards.and(this.guards.not(choice.guard()), equal(choice.otherwise(), text)));
            case Value.Reference _, Value.Concat _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                Guard.FALSE;
        };
    }

    private void add(String path, Guard guard, Value value, Origin origin) {
        this.found.computeIfAbsent(path, (key) -> new ArrayList<>()).add(new Occurrence(guard, value, origin, null));
    }

    private static String join(String path, String segment) {
        return path.isEmpty() ? segment : path + "/" + segment;
    }

}
