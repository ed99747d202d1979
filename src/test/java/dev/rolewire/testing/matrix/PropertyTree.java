package dev.rolewire.testing.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.rolewire.catalog.SlotPath;
import org.jspecify.annotations.Nullable;

/// The properties of one resource as nested maps and lists, grown along the paths of slots.
final class PropertyTree {

    private static final String ITEM = "*";

    private static final String ENTRY = "{}";

    private static final String KEY = "key0";

    private final Map<String, Object> root = new LinkedHashMap<>();

    Map<String, Object> root() {
        return this.root;
    }

    /// Puts a value at the place of a slot, with what its selector wants.
    /// @param path the slot's path
    /// @param leaf the value, or null to make only the object that would hold it
    /// @return the property path of the place, with indices and keys; of a missing list,
    /// the list's
    String put(SlotPath path, @Nullable Object leaf) {
        return put(path, leaf, (value) -> value);
    }

    /// As the other, with what stands for a value of the selector; null for nothing.
    String put(SlotPath path, @Nullable Object leaf, Function<String, @Nullable Object> selector) {
        List<String> segments = path.segments();
        if (leaf == null && segments.getLast().equals(ITEM)) {
            return put(new SlotPath(segments.subList(0, segments.size() - 1), path.selector()), null, selector);
        }
        List<String> place = new ArrayList<>();
        Object at = this.root;
        Map<String, Object> selected = this.root;
        int fresh = path.selector().isEmpty() ? -1 : segments.subList(0, segments.size() - 1).lastIndexOf(ITEM);
        for (int i = 0; i < segments.size() - 1; i++) {
            String key = key(at, segments.get(i), i == fresh);
            place.add(key);
            at = child(at, key, segments.get(i + 1).equals(ITEM));
            boolean each = segments.get(i).equals(ITEM) || segments.get(i).equals(ENTRY);
            selected = each && at instanceof Map<?, ?> ? object(at) : selected;
        }
        Map<String, Object> holder = selected;
        path.selector().forEach((key, value) -> select(holder, key, selector.apply(value)));
        String last = key(at, segments.getLast(), false);
        place.add(last);
        if (leaf != null) {
            set(at, last, leaf);
        }
        return String.join("/", place);
    }

    /// Whether the object that would hold a slot is there.
    boolean holds(SlotPath path) {
        List<String> segments = path.segments();
        int length = segments.getLast().equals(ITEM) ? segments.size() - 2 : segments.size() - 1;
        Object at = this.root;
        for (int i = 0; i < length && at != null; i++) {
            String segment = segments.get(i);
            at = switch (at) {
                case List<?> list when !list.isEmpty() -> list.getFirst();
                case Map<?, ?> map -> map.get(segment.equals(ENTRY) ? KEY : segment);
                default -> null;
            };
        }
        return at != null;
    }

    private static String key(Object at, String segment, boolean fresh) {
        if (at instanceof List<?> list) {
            return Integer.toString(fresh ? list.size() : 0);
        }
        return segment.equals(ENTRY) ? KEY : segment;
    }

    private static Object child(Object at, String key, boolean list) {
        Object fresh = list ? new ArrayList<>() : new LinkedHashMap<>();
        if (at instanceof List<?>) {
            List<Object> items = items(at);
            int index = Integer.parseInt(key);
            if (index == items.size()) {
                items.add(fresh);
            }
            return items.get(index);
        }
        return object(at).computeIfAbsent(key, (name) -> fresh);
    }

    private static void set(Object at, String key, Object leaf) {
        if (at instanceof List<?>) {
            items(at).add(leaf);
        }
        else {
            object(at).put(key, leaf);
        }
    }

    private static void select(Map<String, Object> holder, String key, @Nullable Object value) {
        if (value == null) {
            return;
        }
        String[] names = key.split("/");
        Map<String, Object> at = holder;
        for (int i = 0; i < names.length - 1; i++) {
            at = object(at.computeIfAbsent(names[i], (name) -> new LinkedHashMap<>()));
        }
        at.put(names[names.length - 1], value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> items(Object value) {
        return (List<Object>) value;
    }

}
