package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.JsonBlocks;
import org.jspecify.annotations.Nullable;

/// A block at the top of a module.
///
/// @param source the file of its header
/// @param block the block as it is written there
/// @param parts its content, with that of override files
record ConfigBlock(SourceFile source, Body.Block block, List<Part> parts) {

    /// The blocks in other blocks that the language itself knows, with the number of
    /// their labels.
    private static final Map<String, Integer> BLOCKS = Map.of("dynamic", 1, "content", 0, "lifecycle", 0, "validation",
            0, "provisioner", 1, "connection", 0);

    static ConfigBlock of(SourceFile source, Body.Block block) {
        return new ConfigBlock(source, block, parts(source, block.body()));
    }

    /// The content of a block. In JSON everything in it is an argument; what the language
    /// always has as a block becomes
    /// one.
    static List<Part> parts(SourceFile source, Body body) {
        List<Part> parts = new ArrayList<>();
        for (Body.Item item : body.items()) {
            Integer labels = item instanceof Body.Attribute attribute && source.uri().endsWith(".json")
                    ? BLOCKS.get(attribute.name().text()) : null;
            if (labels != null && item instanceof Body.Attribute attribute) {
                JsonBlocks.expand(attribute, labels).value().forEach((block) -> parts.add(Part.of(source, block)));
            }
            else {
                parts.add(Part.of(source, item));
            }
        }
        return List.copyOf(parts);
    }

    String type() {
        return this.block.type().text();
    }

    String label(int index) {
        return this.block.labels().get(index).text();
    }

    Part.@Nullable Argument argument(String name) {
        for (Part part : this.parts) {
            if (part instanceof Part.Argument argument && argument.name().equals(name)) {
                return argument;
            }
        }
        return null;
    }

    List<Part.Nested> nested(String name) {
        List<Part.Nested> found = new ArrayList<>();
        for (Part part : this.parts) {
            if (part instanceof Part.Nested nested && nested.name().equals(name)) {
                found.add(nested);
            }
        }
        return found;
    }

    Origin header(Pointer pointer) {
        return new Origin(this.source, this.block.headerSpan(), pointer);
    }

    /// The block with the parts of a block of an override file: an argument takes the
    /// place of that of the same name,
    /// nested blocks that of all of the same type.
    ConfigBlock overriddenBy(ConfigBlock other) {
        List<Part> merged = new ArrayList<>();
        for (Part part : this.parts) {
            if (other.parts.stream().noneMatch((replacement) -> replaces(replacement, part))) {
                merged.add(part);
            }
        }
        merged.addAll(other.parts);
        return new ConfigBlock(this.source, this.block, List.copyOf(merged));
    }

    private static boolean replaces(Part replacement, Part part) {
        String label = dynamicLabel(replacement);
        String own = dynamicLabel(part);
        return label.equals(own);
    }

    /// The name that a part sets; `dynamic "x"` sets `x`.
    static String dynamicLabel(Part part) {
        if (part instanceof Part.Nested(var _, var nested) && part.name().equals("dynamic")
                && !nested.labels().isEmpty()) {
            return nested.labels().getFirst().text();
        }
        return part.name();
    }

}
