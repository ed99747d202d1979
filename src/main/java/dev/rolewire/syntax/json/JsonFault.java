package dev.rolewire.syntax.json;

import java.util.function.IntUnaryOperator;

import org.jspecify.annotations.Nullable;

/// Says in plain words what is wrong where JSON tokens end: reads on from the last good token by the grammar of RFC
/// 8259, up to the first character that does not fit.
final class JsonFault {

    private static final String DIGITS = "0123456789";

    private static final int SHOWN = 20;

    private final String text;

    private final IntUnaryOperator lineOf;

    private int at;

    private int opener;

    private char closer;

    private @Nullable Fault fault;

    /// Prepares a search.
    /// @param text the JSON text
    /// @param lineOf gives the line number that people see for an offset of `text`
    JsonFault(String text, IntUnaryOperator lineOf) {
        this.text = text;
        this.lineOf = lineOf;
    }

    /// What is wrong with a range of the text.
    record Fault(String message, int start, int end) {

    }

    /// What has to come next.
    enum Expected {

        ROOT, FIRST_KEY, NEXT_KEY, COLON, FIRST_ITEM, NEXT_ITEM

    }

    static int skipWhiteSpace(String text, int from) {
        int offset = from;
        while (offset < text.length() && " \t\r\n".indexOf(text.charAt(offset)) >= 0) {
            offset++;
        }
        return offset;
    }

    static Fault trailing(String text, int offset) {
        JsonFault search = new JsonFault(text, (ignored) -> 0);
        search.at = offset;
        return search.unexpected("expected the end of the text after the value");
    }

    /// Finds the first fault.
    /// @param from the end of the last good token
    /// @param expected what has to come there
    /// @param opener the start of the object or array around `from`; only its line is
    /// asked for
    /// @return the fault, or null when none is found before the next object or array
    @Nullable Fault find(int from, Expected expected, int opener) {
        this.at = from;
        this.opener = opener;
        this.closer = switch (expected) {
            case ROOT, FIRST_ITEM, NEXT_ITEM -> ']';
            case FIRST_KEY, NEXT_KEY, COLON -> '}';
        };
        switch (expected) {
            case ROOT -> {
                if (skip() == this.text.length()) {
                    return new Fault("the text is empty: expected a JSON value", this.at, this.at);
                }
                if (value("expected a JSON value") && skip() < this.text.length()) {
                    return trailing(this.text, this.at);
                }
            }
            case FIRST_KEY -> {
                if (!closes('}', "a key in double quotes or `}`") && key("expected a key in double quotes or `}`")) {
                    entryRest();
                }
            }
            case NEXT_KEY -> nextKey();
            case COLON -> entryRest();
            case FIRST_ITEM -> {
                if (!closes(']', "a value or `]`") && value("expected a value or `]`")) {
                    nextItem();
                }
            }
            case NEXT_ITEM -> nextItem();
        }
        return this.fault;
    }

    private void nextKey() {
        if (!comma('}')) {
            return;
        }
        skip();
        if (peek() == '}') {
            fail("expected a key after `,`, found `}`: no comma may follow the last entry", this.at, this.at + 1);
        }
        else if (!ended("a key") && key("expected a key in double quotes")) {
            entryRest();
        }
    }

    private void entryRest() {
        skip();
        if (ended("`:` and a value")) {
            return;
        }
        if (peek() != ':') {
            this.fault = unexpected("expected `:` after the key");
            return;
        }
        this.at++;
        skip();
        if (!ended("a value") && value("expected a value after `:`")) {
            comma('}');
        }
    }

    private void nextItem() {
        if (!comma(']')) {
            return;
        }
        skip();
        if (peek() == ']') {
            fail("expected a value after `,`, found `]`: no comma may follow the last item", this.at, this.at + 1);
        }
        else if (!ended("a value") && value("expected a value")) {
            comma(']');
        }
    }

    /// Whether the closing bracket or the end of the text comes next.
    private boolean closes(char bracket, String expected) {
        skip();
        return peek() == bracket || ended(expected);
    }

    /// Steps over a comma. Gives false at the closing bracket too.
    private boolean comma(char bracket) {
        skip();
        if (peek() == bracket || ended("`,` or `" + bracket + "`")) {
            return false;
        }
        if (peek() != ',') {
            this.fault = unexpected("expected `,` or `" + bracket + "` after the value");
            return false;
        }
        this.at++;
        return true;
    }

    private boolean key(String expected) {
        if (peek() == '"') {
            return string();
        }
        this.fault = unexpected(expected);
        return false;
    }

    /// Steps over a scalar. Gives false after a fault and at an opening bracket, which is
    /// no fault.
    private boolean value(String expected) {
        char c = peek();
        if (c == '"') {
            return string();
        }
        if (c == '{' || c == '[') {
            return false;
        }
        if (c == '-' || DIGITS.indexOf(c) >= 0) {
            return number();
        }
        String word = word();
        if (word.equals("true") || word.equals("false") || word.equals("null")) {
            this.at += word.length();
            return true;
        }
        this.fault = unexpected(expected);
        return false;
    }

    private boolean string() {
        int start = this.at++;
        while (this.at < this.text.length()) {
            char c = this.text.charAt(this.at);
            if (c == '"') {
                this.at++;
                return true;
            }
            if (c == '\n' || c == '\r') {
                return fail("the string is not closed on its line: expected `\"`", start, this.at);
            }
            if (c < ' ') {
                return fail(shown(c) + " must be written as an escape in a string", this.at, this.at + 1);
            }
            if (c == '\\' && !escape()) {
                return false;
            }
            this.at++;
        }
        return fail("the text ends inside a string: expected `\"`", start, this.text.length());
    }

    /// Steps from a backslash to the last character of its escape.
    private boolean escape() {
        int start = this.at++;
        if (this.at == this.text.length()) {
            return fail("the text ends inside a string: expected the rest of the escape", start, this.at);
        }
        char c = this.text.charAt(this.at);
        if (c != 'u') {
            return "\"\\/bfnrt".indexOf(c) >= 0
                    || fail("JSON has no escape `\\" + shownBare(c) + "`", start, this.at + 1);
        }
        for (int i = 0; i < 4; i++) {
            this.at++;
            if (this.at == this.text.length() || Character.digit(this.text.charAt(this.at), 16) < 0
                    || this.text.charAt(this.at) > 'f') {
                return fail("expected four hexadecimal digits after `\\u`", start, this.at);
            }
        }
        return true;
    }

    private boolean number() {
        int start = this.at;
        if (peek() == '-') {
            this.at++;
        }
        if (peek() == '0' && DIGITS.indexOf(peek(1)) >= 0) {
            return fail("a number must not start with `0`", start, this.at + 1);
        }
        if (!digits(start, "`-`")) {
            return false;
        }
        if (peek() == '.') {
            this.at++;
            if (!digits(start, "`.`")) {
                return false;
            }
        }
        if (peek() == 'e' || peek() == 'E') {
            this.at++;
            if (peek() == '+' || peek() == '-') {
                this.at++;
            }
            return digits(start, "the exponent's `e`");
        }
        return true;
    }

    private boolean digits(int start, String after) {
        int first = this.at;
        while (DIGITS.indexOf(peek()) >= 0) {
            this.at++;
        }
        return this.at > first || fail("expected a digit after " + after + " in this number", start, this.at);
    }

    private int skip() {
        this.at = skipWhiteSpace(this.text, this.at);
        return this.at;
    }

    /// The next character, or NUL at the end, which no rule of the grammar takes.
    private char peek() {
        return peek(0);
    }

    private char peek(int ahead) {
        return this.at + ahead < this.text.length() ? this.text.charAt(this.at + ahead) : 0;
    }

    private boolean ended(String expected) {
        if (this.at < this.text.length()) {
            return false;
        }
        fail("the text ends inside the " + (this.closer == '}' ? "object" : "array") + " that starts at line "
                + this.lineOf.applyAsInt(this.opener) + ": expected " + expected, this.at, this.at);
        return true;
    }

    private boolean fail(String message, int start, int end) {
        this.fault = new Fault(message, start, end);
        return false;
    }

    private Fault unexpected(String expected) {
        char c = peek();
        if (c == '/' && (peek(1) == '/' || peek(1) == '*')) {
            return new Fault(expected + "; JSON has no comments", this.at, this.at + 2);
        }
        if (c == '\'') {
            return new Fault(expected + ", found `'`: strings stand in double quotes", this.at, this.at + 1);
        }
        String word = word();
        if (word.isEmpty()) {
            return new Fault(expected + ", found " + shown(c), this.at, this.at + 1);
        }
        String found = word.length() > SHOWN ? word.substring(0, SHOWN) + "..." : word;
        return new Fault(expected + ", found `" + found + "`", this.at, this.at + word.length());
    }

    private String word() {
        int end = this.at;
        while (end < this.text.length()
                && (Character.isLetterOrDigit(this.text.charAt(end)) || "_.-+$".indexOf(this.text.charAt(end)) >= 0)) {
            end++;
        }
        return this.text.substring(this.at, end);
    }

    private static String shown(char c) {
        return Character.isISOControl(c) || Character.isSurrogate(c) || c == '\uFEFF'
                ? "the character U+" + String.format(java.util.Locale.ROOT, "%04X", (int) c) : "`" + c + "`";
    }

    private static String shownBare(char c) {
        return Character.isISOControl(c) || Character.isSurrogate(c) ? "" : String.valueOf(c);
    }

}
