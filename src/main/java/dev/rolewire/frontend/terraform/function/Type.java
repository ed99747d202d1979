package dev.rolewire.frontend.terraform.function;

import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// A type of Terraform's language, as `type` of a variable gives it and as values have it.
public sealed interface Type {

    /// The types without parts.
    enum Primitive implements Type {

        STRING, NUMBER, BOOL

    }

    /// Any type; also that of null and of what is not known.
    record Any() implements Type {

    }

    /// `list(element)`
    record ListOf(Type element) implements Type {

    }

    /// `set(element)`
    record SetOf(Type element) implements Type {

    }

    /// `map(element)`
    record MapOf(Type element) implements Type {

    }

    /// `tuple([...])`
    record TupleOf(List<Type> elements) implements Type {

    }

    /// `object({...})`
    ///
    /// @param attributes by name; ordered by name in types of values, as written in
    /// constraints
    record ObjectOf(SequencedMap<String, Attribute> attributes) implements Type {

    }

    /// One attribute of an object type.
    ///
    /// @param type its type
    /// @param optional whether it may be left out: `optional(type, default)`
    /// @param defaultValue what it then has; null for null
    record Attribute(Type type, boolean optional, @Nullable Value defaultValue) {

        static Attribute required(Type type) {
            return new Attribute(type, false, null);
        }

    }

    /// Any type.
    Type ANY = new Any();

    Type STRING = Primitive.STRING;

    Type NUMBER = Primitive.NUMBER;

    Type BOOL = Primitive.BOOL;

}
