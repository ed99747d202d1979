package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Pointer;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// A node of the plan's JSON with its pointer. Every read is total: what is not there, or of another shape, is a place
/// without a node.
///
/// @param node what is there, or null when nothing is
/// @param pointer where it is, or would be
record Place(@Nullable Node node, Pointer pointer) {

    static final Place NOWHERE = new Place(null, Pointer.ROOT);

    /// The value of a key of an object.
    Place get(String key) {
        Node value = this.node instanceof Mapping mapping ? mapping.get(key) : null;
        return new Place(value, this.pointer.child(key));
    }

    /// An item of a list.
    Place item(int index) {
        List<Node> items = this.node instanceof Sequence sequence ? sequence.items() : List.of();
        Node value = index >= 0 && index < items.size() ? items.get(index) : null;
        return new Place(value, this.pointer.child(index));
    }

    /// What a traversal step leads to: a key of an object, or an item of a list.
    Place step(Step step) {
        if (this.node instanceof Sequence) {
            return step.kind() == Step.Kind.NUMBER ? item(step.asIndex()) : NOWHERE;
        }
        return get(step.text());
    }

    /// The items of a list; empty for anything else.
    List<Place> items() {
        if (!(this.node instanceof Sequence sequence)) {
            return List.of();
        }
        List<Place> items = new ArrayList<>(sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
            items.add(new Place(sequence.items().get(i), this.pointer.child(i)));
        }
        return items;
    }

    /// How many items a list has; 0 for anything else.
    int size() {
        return this.node instanceof Sequence sequence ? sequence.items().size() : 0;
    }

    /// The entries of an object; empty for anything else.
    List<Mapping.Entry> entries() {
        return this.node instanceof Mapping mapping ? mapping.entries() : List.of();
    }

    /// Whether something other than `null` is there.
    boolean isPresent() {
        return this.node != null && !(this.node instanceof Scalar scalar && scalar.isNull());
    }

    /// The text of a string; null for anything else.
    @Nullable String text() {
        return this.node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING ? scalar.text() : null;
    }

    /// The text of a string, number or boolean; null for anything else.
    @Nullable String scalarText() {
        return this.node instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : null;
    }

    boolean isTrue() {
        return this.node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN
                && scalar.text().equals("true");
    }

    boolean isMapping() {
        return this.node instanceof Mapping;
    }

    boolean isSequence() {
        return this.node instanceof Sequence;
    }

    /// What is there, in words for a message.
    String describe() {
        return switch (this.node) {
            case null -> "nothing";
            case Mapping _ -> "an object";
            case Sequence _ -> "a list";
            case Scalar scalar -> switch (scalar.kind()) {
                case STRING -> "a string";
                case NUMBER -> "a number";
                case BOOLEAN -> "a boolean";
                case NULL -> "null";
            };
        };
    }

}
