package dev.rolewire.syntax.hcl;

import java.util.List;

import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// The content of a file or block.
///
/// @param items attributes and blocks in source order; an attribute that is written twice stands here twice
/// @param span what it covers: the whole text for a file, from `{` to `}` for a block
public record Body(List<Item> items, Span span) {

    /// A body without content.
    public static Body empty(Span span) {
        return new Body(List.of(), span);
    }

    /// One attribute or block.
    public sealed interface Item permits Attribute, Block {

        /// What it covers, the line break after it not.
        Span span();

    }

    /// The attributes in source order.
    public List<Attribute> attributes() {
        return this.items.stream().filter(Attribute.class::isInstance).map(Attribute.class::cast).toList();
    }

    /// The blocks in source order.
    public List<Block> blocks() {
        return this.items.stream().filter(Block.class::isInstance).map(Block.class::cast).toList();
    }

    /// The blocks of a type in source order.
    public List<Block> blocks(String type) {
        return blocks().stream().filter((block) -> block.type().text().equals(type)).toList();
    }

    /// The attribute of a name, the first when it is written twice, or null.
    public @Nullable Attribute attribute(String name) {
        for (Item item : this.items) {
            if (item instanceof Attribute attribute && attribute.name().text().equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    /// One `name = value`.
    ///
    /// @param name its name
    /// @param value its value
    /// @param span from the name to the end of the value
    public record Attribute(Name name, Expression value, Span span) implements Item {

    }

    /// One block.
    ///
    /// @param type its type, as `resource`
    /// @param labels its labels in order
    /// @param body its content
    /// @param span from the type to the closing brace
    public record Block(Name type, List<Label> labels, Body body, Span span) implements Item {

        /// The type with the labels; in JSON the last label, or the type when there is
        /// none.
        public Span headerSpan() {
            int end = this.labels.isEmpty() ? this.type.span().end() : this.labels.getLast().span().end();
            return new Span(this.span.start(), Math.max(this.span.start(), end));
        }

    }

    /// The label of a block.
    ///
    /// @param text what it says, escapes decoded
    /// @param quoted whether it is written in quotes
    /// @param span what it covers, quotes included
    public record Label(String text, boolean quoted, Span span) {

    }

}
