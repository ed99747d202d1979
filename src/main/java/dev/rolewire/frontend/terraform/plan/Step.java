package dev.rolewire.frontend.terraform.plan;

/// One step of a traversal such as `module.m["k"].out` or `aws_iam_role.r[0].arn`.
///
/// @param text the name, or the key with its escapes resolved
/// @param kind how it is written
record Step(String text, Kind kind) {

    /// How a step is written.
    enum Kind {

        /// A name, after a dot.
        NAME,
        /// A number in brackets.
        NUMBER,
        /// A quoted key in brackets.
        STRING

    }

    static Step name(String text) {
        return new Step(text, Kind.NAME);
    }

    static Step number(String text) {
        return new Step(text, Kind.NUMBER);
    }

    static Step string(String text) {
        return new Step(text, Kind.STRING);
    }

    boolean isKey() {
        return this.kind != Kind.NAME;
    }

    /// The number as an index of a list; -1 when it is none.
    int asIndex() {
        if (this.kind == Kind.NAME || this.text.isEmpty() || this.text.length() > 9
                || !this.text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(this.text);
    }

    /// The step as part of a map key: no two different steps give the same.
    String canonical() {
        return switch (this.kind) {
            case NAME -> "." + this.text;
            case NUMBER -> "#" + this.text;
            case STRING -> "\"" + this.text.length() + ":" + this.text;
        };
    }

}
