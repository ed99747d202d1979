package dev.rolewire.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A symbolic value: what a property will hold, as far as the document says.
public sealed interface Value {

    /// Where the value is written, in the document that uses it.
    Origin origin();

    /// The same value, written at another place. What it is made of stays where it is.
    default Value at(Origin place) {
        return switch (this) {
            case Literal(var text, var kind, var _, var document) -> new Literal(text, kind, place, document);
            case Reference(var address, var attribute, var _) -> new Reference(address, attribute, place);
            case Concat(var parts, var _, var document) -> new Concat(parts, place, document);
            case Choice(var guard, var then, var otherwise, var _) -> new Choice(guard, then, otherwise, place);
            case ListValue(var items, var kind, var _) -> new ListValue(items, kind, place);
            case ObjectValue(var fields, var kind, var _) -> new ObjectValue(fields, kind, place);
            case Unknown(var reason, var detail, var operands, var _, var probable) ->
                new Unknown(reason, detail, operands, place, probable);
            case Absent _ -> new Absent(place);
        };
    }

    /// A known scalar.
    ///
    /// @param text the text; numbers and booleans as written
    /// @param kind what it is written as
    /// @param document the object or list that the text holds when it is a JSON document,
    /// lowered with positions inside
    /// the text; null when it is none
    record Literal(String text, Kind kind, Origin origin, @Nullable Value document) implements Value {

        /// The scalar kinds.
        public enum Kind {

            STRING, NUMBER, BOOLEAN

        }

        public static Literal of(String text, Origin origin) {
            return new Literal(text, Kind.STRING, origin, null);
        }

    }

    /// What an attribute of a resource of the same template will hold.
    ///
    /// @param address the resource's address in [Template#resources()], or the name of a
    /// pseudo parameter whose value is not known (`AWS::StackName`)
    /// @param attribute the attribute: CloudFormation `Ref` for `Ref`, else the name
    /// given to `Fn::GetAtt`; Terraform the
    /// attribute's path
    record Reference(String address, String attribute, Origin origin) implements Value {

        /// The part of a plan that shows references without the functions around them.
        private static final String PLAN_CONFIGURATION = "configuration";

        /// Whether it is the attribute itself: not where only the configuration of a plan
        /// says so, which does not show the functions around a reference.
        public boolean bare() {
            return !this.origin.pointer().first().equals(PLAN_CONFIGURATION);
        }

    }

    /// The texts of the parts, one after the other. Never nested, and never only
    /// literals.
    ///
    /// @param document the JSON document that the text holds, its unknown parts as values
    /// inside strings; null when it
    /// is none
    record Concat(List<Value> parts, Origin origin, @Nullable Value document) implements Value {

    }

    /// One of two values.
    ///
    /// @param guard when `then` holds
    record Choice(Guard guard, Value then, Value otherwise, Origin origin) implements Value {

    }

    /// A list; an item that is [Absent] (or a choice of it) is left out.
    ///
    /// @param kind which of a language's lists it is
    record ListValue(List<Value> items, Kind kind, Origin origin) implements Value {

        /// A list of a language that knows only one kind.
        public ListValue(List<Value> items, Origin origin) {
            this(items, Kind.TUPLE, origin);
        }

        /// The kinds of list; only Terraform tells them apart.
        public enum Kind {

            /// Items of any type, as written; the only kind elsewhere.
            TUPLE,
            /// Items of one type.
            LIST,
            /// Items of one type, each once, in the order that the language gives them.
            SET

        }

    }

    /// An object; a field whose value is [Absent] is left out.
    ///
    /// @param kind which of a language's objects it is
    record ObjectValue(List<Field> fields, Kind kind, Origin origin) implements Value {

        /// An object of a language that knows only one kind.
        public ObjectValue(List<Field> fields, Origin origin) {
            this(fields, Kind.OBJECT, origin);
        }

        /// The kinds of object; only Terraform tells them apart.
        public enum Kind {

            /// Fields of any type, as written; the only kind elsewhere.
            OBJECT,
            /// Values of one type, whatever the keys.
            MAP

        }

        /// The value of a field, the last one when a key stands twice, or null.
        public @Nullable Value get(String key) {
            Field field = field(key);
            return field == null ? null : field.value();
        }

        public @Nullable Field field(String key) {
            for (int i = this.fields.size() - 1; i >= 0; i--) {
                if (this.fields.get(i).key().equals(key)) {
                    return this.fields.get(i);
                }
            }
            return null;
        }

    }

    /// One field of an object.
    ///
    /// @param key its name
    /// @param keyOrigin where the name is written
    /// @param value what it holds
    record Field(String key, Origin keyOrigin, Value value) {

    }

    /// A value that cannot be known.
    ///
    /// @param reason why
    /// @param detail what it depends on, for people: a parameter's name, an export's
    /// name, a resource's attribute
    /// @param operands references that the value is computed from; they order the
    /// deployment and prove nothing else
    /// @param probable the only one of them that can make the value unknown, where a plan
    /// does not show how they are put together; what it proves is that the value is not
    /// another identity
    record Unknown(Reason reason, String detail, List<Reference> operands, Origin origin,
            @Nullable Reference probable) implements Value {

        /// A value that may be any of its operands.
        public Unknown(Reason reason, String detail, List<Reference> operands, Origin origin) {
            this(reason, detail, operands, origin, null);
        }

        public static Unknown of(Reason reason, String detail, Origin origin) {
            return new Unknown(reason, detail, List.of(), origin);
        }

    }

    /// No value: the property counts as not written (`AWS::NoValue`, `null` in a plan).
    record Absent(Origin origin) implements Value {

    }

}
