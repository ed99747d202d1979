package dev.rolewire.catalog;

import java.util.List;
import java.util.SequencedMap;

/// The path of a slot in the properties of its resource type.
///
/// Segments are property names; `*` is each item of a list (in plan JSON also of a block, and each value of a map), `{}`
/// each value of a map. Where a text is met before the last segment, the JSON document in it goes on.
///
/// @param segments the segments, at least one
/// @param selector values that siblings of the last segment must have, by their path (`Namespace`,
/// `ActionTypeId/Provider`); for a path whose siblings are two levels up, relative to the innermost object that has
/// the first segment of the key
public record SlotPath(List<String> segments, SequencedMap<String, String> selector) {

    /// The notation of the catalog: segments joined by `/`, then `[key=value,...]` when
    /// there is a selector.
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
