package dev.rolewire.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The path of a slot in the properties of its resource type.
///
/// **Segments** are property names; `*` is each item of a list (in plan JSON also of a block), `{}` each value of
/// a map. Where a text is met before the last segment, the JSON document in it goes on (in an SSM document it
/// may be YAML).
///
/// **A selector** holds values that other properties must have for the place to be the slot. A key is a path of property
/// names joined by `/`; it starts at the innermost object around the slot that has a property named as the first segment
/// of the key, beginning with the object that holds the last segment of the slot's path that is a name, then the objects
/// around it, outwards to the properties of the resource, also out of a JSON document into the object that holds its text.
/// Only the first such object counts: where the rest of the key is not there or has another value, the place is not the
/// slot. Where no object has it, neither. So in
/// `Stages/*/Actions/*/Configuration/RoleArn[ActionTypeId/Provider=CloudFormation]` the key starts two objects further out
/// than `RoleArn`, at the action, and in `Events/{}/Properties/RoleArn[Type=ScheduleV2]` one further out, at the event.
///
/// @param segments the segments, at least one
/// @param selector the values by key; empty when every place is the slot
public record SlotPath(List<String> segments, SequencedMap<String, String> selector) {

    /// Copies the collections.
    public SlotPath {
        segments = List.copyOf(segments);
        selector = selector.isEmpty() ? Collections.unmodifiableSequencedMap(new LinkedHashMap<>())
                : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(selector));
    }

    /// Reads the notation of the catalog: segments joined by `/`, then `[key=value,...]`
    /// when there is a selector.
    ///
    /// The selector starts at the first `[`; values may hold `/` and `:`, but no comma.
    /// @throws IllegalArgumentException when the text is no such path
    public static SlotPath parse(String text) {
        int cut = text.indexOf('[');
        String path = (cut < 0) ? text : text.substring(0, cut);
        List<String> segments = segments(path, text);
        if (segments.getFirst().equals("*") || segments.getFirst().equals("{}")) {
            throw new IllegalArgumentException("the path `" + text + "` must start with a name");
        }
        return new SlotPath(segments, (cut < 0) ? new LinkedHashMap<>() : selector(text.substring(cut), text));
    }

    /// What people call the last name of the path. Where a list holds pairs of a name and
    /// a value it is the name of the pair, `IamInstanceProfile` and not `Value`.
    public String lastName() {
        boolean pair = this.segments.size() > 1 && this.segments.get(this.segments.size() - 2).equals("*")
                && !this.selector.isEmpty();
        return pair ? this.selector.lastEntry().getValue() : this.segments.getLast();
    }

    private static SequencedMap<String, String> selector(String brackets, String text) {
        if (!brackets.endsWith("]")) {
            throw new IllegalArgumentException("the selector of `" + text + "` has no end");
        }
        SequencedMap<String, String> selector = new LinkedHashMap<>();
        for (String condition : brackets.substring(1, brackets.length() - 1).split(",", -1)) {
            int equals = condition.indexOf('=');
            if (equals <= 0 || equals == condition.length() - 1) {
                throw new IllegalArgumentException("expected `key=value` in the selector of `" + text + "`");
            }
            String key = condition.substring(0, equals);
            if (segments(key, text).stream().anyMatch((segment) -> segment.equals("*") || segment.equals("{}"))) {
                throw new IllegalArgumentException("the selector of `" + text + "` has `*` or `{}` in a key");
            }
            if (selector.put(key, condition.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("the selector of `" + text + "` has `" + key + "` twice");
            }
        }
        return selector;
    }

    private static List<String> segments(String path, String text) {
        List<String> segments = List.of(path.split("/", -1));
        for (String segment : segments) {
            boolean wild = segment.equals("*") || segment.equals("{}");
            if (!wild && !isName(segment)) {
                throw new IllegalArgumentException("`" + segment + "` in the path `" + text + "` is no name");
            }
        }
        return segments;
    }

    private static boolean isName(String segment) {
        return !segment.isEmpty() && segment.chars()
            .allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
                    || c == '-' || c == '.');
    }

    /// The place of a relative path such as `../Name`, seen from this path; without the
    /// selector.
    ///
    /// `..` leaves the last segment, whatever it is; so `../Name` is the sibling `Name`,
    /// and `../../Role` seen from
    /// `Policies/*` is `Role`.
    /// @param relative one or more `..`, then names, joined by `/`
    /// @throws IllegalArgumentException when it is no such path or leads out of the
    /// properties
    public List<String> resolve(String relative) {
        List<String> steps = List.of(relative.split("/", -1));
        int up = 0;
        while (up < steps.size() && steps.get(up).equals("..")) {
            up++;
        }
        List<String> names = steps.subList(up, steps.size());
        if (up == 0 || up > this.segments.size() || names.isEmpty() || names.contains("..")
                || !names.stream().allMatch(SlotPath::isName)) {
            throw new IllegalArgumentException("`" + relative + "` does not lead from `" + this + "` to a property");
        }
        List<String> place = new ArrayList<>(this.segments.subList(0, this.segments.size() - up));
        place.addAll(names);
        return List.copyOf(place);
    }

    /// The notation of the catalog, as [#parse] reads it.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.join("/", this.segments));
        if (!this.selector.isEmpty()) {
            text.append('[');
            String separator = "";
            for (var entry : this.selector.entrySet()) {
                text.append(separator).append(entry.getKey()).append('=').append(entry.getValue());
                separator = ",";
            }
            text.append(']');
        }
        return text.toString();
    }

}
