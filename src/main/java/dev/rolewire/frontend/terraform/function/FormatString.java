package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;

/// One run of `format`: goes through the text and its verbs. Open arguments stay parts of the result where a verb takes
/// them as they are.
final class FormatString {

    private final String format;

    private final List<Value> arguments;

    private final Known known;

    private final List<Value> parts = new ArrayList<>();

    private int next;

    private int highest;

    FormatString(String format, List<Value> arguments, Known known) {
        this.format = format;
        this.arguments = arguments;
        this.known = known;
    }

    /// One verb with its flags.
    record Verb(String raw, int offset, char mode, String flags, int width, int precision, int argument) {

        boolean has(char flag) {
            return this.flags.indexOf(flag) >= 0;
        }

        /// As Go's format without the index.
        String bare() {
            int open = this.raw.indexOf('[');
            int close = this.raw.indexOf(']');
            return open < 0 || close < 0 ? this.raw : this.raw.substring(0, open) + this.raw.substring(close + 1);
        }

        Failure unsupported(String why) {
            return Failure
                .of("unsupported value for %s at %s: %s".formatted(GoText.quoted(this.raw), this.offset, why));
        }

    }

    Value format() {
        int at = 0;
        while (at < this.format.length()) {
            int percent = this.format.indexOf('%', at);
            int end = percent < 0 ? this.format.length() : percent;
            if (end > at) {
                this.parts.add(this.known.text(this.format.substring(at, end)));
            }
            if (percent < 0) {
                break;
            }
            if (this.format.startsWith("%%", percent)) {
                this.parts.add(this.known.text("%"));
                at = percent + 2;
            }
            else {
                at = verb(percent);
            }
        }
        if (this.highest < this.arguments.size()) {
            throw Failure.of(this.highest == 0 ? 1 : this.highest + 1,
                    this.highest == 0 ? "too many arguments; no verbs in format string"
                            : "too many arguments; only %s used by format string".formatted(this.highest));
        }
        return TextParts.join(this.parts, this.known);
    }

    private int verb(int start) {
        int at = start + 1;
        StringBuilder flags = new StringBuilder();
        while (at < this.format.length() && " +-#0".indexOf(this.format.charAt(at)) >= 0) {
            flags.append(this.format.charAt(at));
            at++;
        }
        int widthEnd = digits(at);
        int width = number(at, widthEnd);
        at = widthEnd;
        int precision = -1;
        if (at < this.format.length() && this.format.charAt(at) == '.') {
            int precisionEnd = digits(at + 1);
            precision = Math.max(0, number(at + 1, precisionEnd));
            at = precisionEnd;
        }
        int argument = this.next;
        if (at < this.format.length() && this.format.charAt(at) == '[') {
            int close = digits(at + 1);
            int index = number(at + 1, close);
            if (index < 1 || close >= this.format.length() || this.format.charAt(close) != ']') {
                throw unrecognised(close);
            }
            argument = index - 1;
            at = close + 1;
        }
        if (at >= this.format.length() || !isLetter(this.format.charAt(at))) {
            throw unrecognised(at);
        }
        Verb verb = new Verb(this.format.substring(start, at + 1), start, this.format.charAt(at), flags.toString(),
                width, precision, argument);
        this.parts.add(value(verb));
        this.next = argument + 1;
        this.highest = Math.max(this.highest, this.next);
        return at + 1;
    }

    private static boolean isLetter(char at) {
        return at >= 'a' && at <= 'z' || at >= 'A' && at <= 'Z';
    }

    private Failure unrecognised(int at) {
        if (at >= this.format.length()) {
            return Failure.of(0,
                    "invalid format string starting at %s: end of string before verb is complete".formatted(at));
        }
        return Failure.of(0, "unrecognized format character %s at offset %s"
            .formatted("'" + Character.toString(this.format.codePointAt(at)) + "'", at));
    }

    private int digits(int from) {
        int at = from;
        while (at < this.format.length() && this.format.charAt(at) >= '0' && this.format.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private int number(int from, int to) {
        if (from == to) {
            return -1;
        }
        if (to - from > 7) {
            throw Interruption.outOfBudget();
        }
        int number = Integer.parseInt(this.format.substring(from, to));
        Limits.checkText(number);
        return number;
    }

    private Value value(Verb verb) {
        if (verb.argument() >= this.arguments.size()) {
            throw Failure.of("not enough arguments for %s at %s: need index %s but have %s total"
                .formatted(GoText.quoted(verb.raw()), verb.offset(), verb.argument() + 1, this.arguments.size()));
        }
        Value at = this.known.decided(this.arguments.get(verb.argument()));
        if ((at instanceof Value.ListValue || at instanceof Value.ObjectValue) && verb.mode() != 'v'
                && !Symbols.isKnown(at)) {
            throw Interruption.unknown();
        }
        if (verb.mode() != 'v' && at instanceof Value.Absent) {
            throw verb.unsupported("null value cannot be formatted");
        }
        try {
            return switch (verb.mode()) {
                case 'v' -> asIs(verb, at);
                case 't' -> this.known.text(Boolean.toString(this.known.bool(at, 0)));
                case 's', 'q' -> text(verb, at);
                case 'b', 'd', 'o', 'x', 'X' -> this.known.text(FormatNumbers.integer(verb, number(at)));
                case 'e', 'E', 'f', 'g', 'G' -> this.known.text(FormatNumbers.decimal(verb, number(at)));
                default -> throw Failure.of("unsupported format verb '%s' in %s at offset %s".formatted(verb.mode(),
                        GoText.quoted(verb.raw()), verb.offset()));
            };
        }
        catch (Failure failure) {
            throw failure.isOfArgument() ? verb.unsupported(failure.text()) : failure;
        }
    }

    private BigDecimal number(Value at) {
        return this.known.number(at, 0);
    }

    private Value asIs(Verb verb, Value at) {
        boolean text = at instanceof Value.Concat || at instanceof Value.Reference || at instanceof Value.Unknown;
        if (text && verb.width() < 0 && !verb.has('#')) {
            return at;
        }
        if (at instanceof Literal literal && !verb.has('#') && literal.kind() == Literal.Kind.STRING) {
            return padded(verb, literal.text());
        }
        if (at instanceof Literal literal && !verb.has('#') && literal.kind() == Literal.Kind.NUMBER) {
            return padded(verb, GoNumbers.general(Numbers.shortest(this.known.number(literal, 0)), -1));
        }
        Value json = JsonText.write(at, this.known);
        return verb.width() < 0 ? json : padded(verb, this.known.text(json, 0));
    }

    private Value text(Verb verb, Value at) {
        boolean plain = verb.mode() == 's' && verb.width() < 0 && verb.precision() <= 0;
        Value text = StringFunctions.text(at, 0, this.known);
        if (plain) {
            return text;
        }
        String known = this.known.text(text, 0);
        if (verb.precision() > 0) {
            List<String> clusters = CodePoints.clusters(known);
            known = String.join("", clusters.subList(0, Math.min(clusters.size(), verb.precision())));
        }
        return padded(verb, verb.mode() == 'q' ? JsonText.quoted(known) : known);
    }

    private Value padded(Verb verb, String text) {
        int missing = verb.width() - CodePoints.length(text);
        if (missing <= 0) {
            return this.known.text(text);
        }
        String padding = (verb.has('0') ? "0" : " ").repeat(missing);
        return this.known.text(verb.has('-') ? text + padding : padding + text);
    }

}
