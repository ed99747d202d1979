package dev.rolewire.frontend.cloudformation;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Pointer;
import org.jspecify.annotations.Nullable;

/// Where in the document a node is lowered.
///
/// @param subject the resource it belongs to, or null
/// @param guard when the place is reached
/// @param pointer the path of the node in the document
/// @param property the path of the property that the node belongs to, functions left out; the root outside properties
/// @param bindings the values of the `Fn::ForEach` identifiers around it
record Site(@Nullable Subject subject, Guard guard, Pointer pointer, Pointer property,
        SequencedMap<String, String> bindings) {

    /// Stands for the property of what is in a resource but in none of its properties.
    private static final Pointer NOWHERE = Pointer.ROOT.child("");

    /// A place outside all resources.
    static Site of(Pointer pointer) {
        return new Site(null, Guard.TRUE, pointer, Pointer.ROOT, new LinkedHashMap<>());
    }

    /// The name of the section of the template that the place is in, empty at its root.
    String section() {
        Pointer at = this.pointer;
        Pointer parent = at.parent();
        while (parent != null && parent.parent() != null) {
            at = parent;
            parent = at.parent();
        }
        return at.token();
    }

    /// The place in words: the property and its resource, or the section's entry.
    String describe() {
        if (this.subject != null) {
            String owner = "`" + this.subject.address() + "`";
            return this.property == Pointer.ROOT || this.property == NOWHERE ? owner : "`" + name() + "` of " + owner;
        }
        Pointer at = this.pointer;
        Pointer entry = at;
        while (at.parent() != null) {
            Pointer parent = at.parent();
            if (parent.parent() != null && parent.parent().parent() == null) {
                entry = at;
            }
            at = parent;
        }
        if (Loops.isLoop(entry.token())) {
            return section().equals("Outputs") ? "an output" : "this";
        }
        String owner = "`" + entry.token() + "`";
        return section().equals("Outputs") ? "output " + owner : owner;
    }

    /// The last name of the property's path.
    private String name() {
        Pointer at = this.property;
        Pointer parent = at.parent();
        while (parent != null && parent.parent() != null && at.token().chars().allMatch(Character::isDigit)) {
            at = parent;
            parent = at.parent();
        }
        return at.token();
    }

    /// The same place, taken as always reached.
    Site always() {
        return this.guard == Guard.TRUE ? this : under(Guard.TRUE);
    }

    /// The place of a field of the property's value.
    Site field(String key) {
        return new Site(this.subject, this.guard, this.pointer.child(key), down(key), this.bindings);
    }

    /// The place of an item of the property's value.
    Site item(int index) {
        return new Site(this.subject, this.guard, this.pointer.child(index), down(Integer.toString(index)),
                this.bindings);
    }

    /// A place inside the arguments of a function, which belongs to the same property.
    Site argument(String key) {
        return new Site(this.subject, this.guard, this.pointer.child(key), this.property, this.bindings);
    }

    /// A place inside the arguments of a function, which belongs to the same property.
    Site argument(int index) {
        return new Site(this.subject, this.guard, this.pointer.child(index), this.property, this.bindings);
    }

    Site under(Guard reached) {
        return new Site(this.subject, reached, this.pointer, this.property, this.bindings);
    }

    /// The same place, taken as belonging to no property.
    Site outsideProperties() {
        return new Site(this.subject, this.guard, this.pointer, Pointer.ROOT, this.bindings);
    }

    /// The same place in a resource, no part of which belongs to a property.
    Site apartFromProperties() {
        return new Site(this.subject, this.guard, this.pointer, NOWHERE, this.bindings);
    }

    /// The property path of a field of the property's value.
    Pointer down(String key) {
        return this.property == NOWHERE ? NOWHERE : this.property.child(key);
    }

    /// Whether the place is in a resource, but in none of its properties.
    boolean isApart() {
        return this.property == NOWHERE;
    }

    Site of(Subject owner) {
        return new Site(owner, this.guard, this.pointer, this.property, this.bindings);
    }

    Site binding(String identifier, String value) {
        SequencedMap<String, String> extended = new LinkedHashMap<>(this.bindings);
        extended.put(identifier, value);
        return new Site(this.subject, this.guard, this.pointer, this.property, extended);
    }

    /// The property path in the notation of the catalog, or null outside properties.
    @Nullable String propertyPath() {
        String path = this.property.toString();
        return this.subject == null || path.isEmpty() || this.property == NOWHERE ? null
                : path.substring(1).replace("~1", "/").replace("~0", "~");
    }

}
