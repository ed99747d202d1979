package dev.rolewire.catalog.maintenance;

import java.util.List;

/// A property of a resource type, as a schema knows it.
///
/// @param type the resource type
/// @param path the segments, as [dev.rolewire.catalog.SlotPath] has them
/// @param text whether it may hold a text and no properties of its own
/// @param open whether its inside is not described: a text, or an object of any shape
/// @param hints what else the schema says of the text: its format, its pattern, the resources that it refers to
record SchemaProperty(String type, List<String> path, boolean text, boolean open, String hints) {

    SchemaProperty {
        path = List.copyOf(path);
    }

}
