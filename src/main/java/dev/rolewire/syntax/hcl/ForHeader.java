package dev.rolewire.syntax.hcl;

import org.jspecify.annotations.Nullable;

/// What stands after `for`: `key, value in collection`.
record ForHeader(@Nullable Name key, Name value, Expression collection) {

    /// Reads one, the word `for` not.
    /// @return null after a failure
    static @Nullable ForHeader read(Parser parser) {
        if (!parser.isNext(TokenKind.IDENTIFIER)) {
            parser.fail("expected the name of a variable after `for`", parser.index());
            return null;
        }
        Name value = parser.name(parser.read());
        Name key = null;
        if (parser.isNext(TokenKind.COMMA)) {
            parser.read();
            if (!parser.isNext(TokenKind.IDENTIFIER)) {
                parser.fail("expected the name of the value's variable after this comma", parser.index());
                return null;
            }
            key = value;
            value = parser.name(parser.read());
        }
        if (!parser.isNextWord("in")) {
            parser.fail("expected `in` after the names of this `for`", parser.index());
            return null;
        }
        parser.read();
        Expression collection = parser.expressions().read();
        return parser.hasFailed() ? null : new ForHeader(key, value, collection);
    }

}
