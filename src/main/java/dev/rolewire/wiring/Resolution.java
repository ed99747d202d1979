package dev.rolewire.wiring;

import dev.rolewire.catalog.Accepted;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.model.Reason;

/// What one alternative of a slot comes to.
public sealed interface Resolution {

    /// An identity whose kind and form are sure.
    ///
    /// @param accepted its kind and form
    /// @param identity which one
    /// @param byName whether the value meets the identity only by an equal name, without
    /// referring to it
    record Identified(Accepted accepted, Identity identity, boolean byName) implements Resolution {

    }

    /// A text that surely has the form of a name (or of an ARN), of whatever kind of
    /// identity.
    ///
    /// @param form the form
    /// @param text the text, with `${...}` for parts that are references
    record FormOnly(IdentityForm form, String text) implements Resolution {

    }

    /// Surely nothing that the slot could take.
    ///
    /// @param what what it is, for messages: "the ARN of `Bucket` (`AWS::S3::Bucket`)"
    record NotAnIdentity(String what) implements Resolution {

    }

    /// A value of another shape than the one that is wanted there and that would hold the
    /// slot.
    ///
    /// @param mismatch both shapes, for messages: "a text instead of a list"
    /// @param fault what is wrong with it
    record WrongShape(String mismatch, Fault fault) implements Resolution {

        /// What is wrong with a value that is not of the shape that is wanted.
        public enum Fault {

            /// It would be right as the only item of a list.
            NO_LIST,
            /// It is the name of an identity whose path is not `/`.
            NO_PATH,
            /// Anything else.
            OTHER

        }

    }

    /// A value that the slot takes although it names no identity (`CALLER_CREDENTIALS`).
    record Permitted() implements Resolution {

    }

    /// Not set.
    record Missing() implements Resolution {

    }

    /// It cannot be known.
    ///
    /// @param reason why
    /// @param detail what it depends on, for people
    record Undetermined(Reason reason, String detail) implements Resolution {

    }

}
