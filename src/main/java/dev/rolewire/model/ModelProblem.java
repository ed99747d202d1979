package dev.rolewire.model;

import org.jspecify.annotations.Nullable;

/// A flaw of the document itself that a front end met while lowering it. Rules turn these facts into findings.
///
/// @param kind which one
/// @param message what is wrong, lower-case start, no full stop, user text in backquotes
/// @param address the resource it is in, or null when it is in none
/// @param type that resource's type
/// @param property the property path in that resource, or null
/// @param guard when it happens
/// @param target the name that it is about when that is another part of the document (what a reference
/// refers to, the resources of a cycle with `, ` between them), or null
/// @param origin where
public record ModelProblem(Kind kind, String message, @Nullable String address, @Nullable String type,
        @Nullable String property, Guard guard, @Nullable String target, Origin origin) {

    /// The kinds of flaw.
    public enum Kind {

        /// The text is not of its language.
        SYNTAX,
        /// A key stands twice in one mapping; the origin is the later key.
        DUPLICATE_KEY,
        /// A YAML alias or merge, which CloudFormation refuses.
        YAML_ALIAS,
        /// A bound of depth, size or expansion was reached; what lies beyond was not
        /// looked at.
        LIMIT,
        /// The document is of no known dialect, or has no shape of its dialect at this
        /// place: resources that are no
        /// map, a `Type` that is no text.
        UNRECOGNISED,
        /// A name that the document does not define: resource, parameter, condition,
        /// mapping, or a resource that may not exist where it is referred to.
        UNDEFINED_REFERENCE,
        /// Parts that wait for each other: resources, conditions.
        CYCLIC_REFERENCE,
        /// A function with arguments that it does not take, one that does not exist, or
        /// one
        /// in a place where none may stand.
        MALFORMED_FUNCTION,
        /// A function with arguments or in a place that AWS's documentation does not
        /// foresee, but of which it is not known whether CloudFormation refuses it.
        DOUBTFUL_FUNCTION,
        /// A value of a parameter, given or by default, that its declaration does not
        /// allow.
        PARAMETER_VALUE,
        /// A suppression or the configuration file of the bundle is not as it must be.
        CONFIGURATION,
        /// The same where it works all the same: a suppression without a reason.
        DOUBTFUL_CONFIGURATION,
        /// A suppression that matches nothing.
        UNUSED_SUPPRESSION,
        /// Something true of the whole document that a reader must know (an errored or
        /// incomplete plan).
        NOTICE

    }

    /// A problem that is about no other part of the document.
    public ModelProblem(Kind kind, String message, @Nullable String address, @Nullable String type,
            @Nullable String property, Guard guard, Origin origin) {
        this(kind, message, address, type, property, guard, null, origin);
    }

    /// A problem of the document that belongs to no resource.
    public static ModelProblem ofDocument(Kind kind, String message, Origin origin) {
        return new ModelProblem(kind, message, null, null, null, Guard.TRUE, origin);
    }

}
