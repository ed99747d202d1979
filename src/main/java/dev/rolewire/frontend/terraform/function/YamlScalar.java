package dev.rolewire.frontend.terraform.function;

import java.util.Set;
import java.util.regex.Pattern;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.syntax.Scalar;

/// What scalars mean to `yamldecode`: YAML 1.2 with the booleans of YAML 1.1.
final class YamlScalar {

    private static final Set<String> TRUE = Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On",
            "ON");

    private static final Set<String> FALSE = Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off",
            "OFF");

    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");

    private static final Pattern NUMBER = Pattern
        .compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}(?:[Tt ].*)?");

    private YamlScalar() {
    }

    static Value value(Scalar scalar, Known known) {
        String text = scalar.text();
        if (scalar.tag() != null && !scalar.tag().equals("!!str")) {
            throw Interruption.unknown();
        }
        if (scalar.style() != Scalar.Style.PLAIN || scalar.tag() != null) {
            return known.text(text);
        }
        if (NULL.contains(text)) {
            return known.nothing();
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return known.bool(TRUE.contains(text));
        }
        if (NUMBER.matcher(text).matches()) {
            return number(text, known);
        }
        if (DATE.matcher(text).matches()) {
            return date(text, known);
        }
        if (text.matches("[-+]?\\.(?:inf|Inf|INF|nan|NaN|NAN)")) {
            throw Failure.of(0, "floating point NaN is not supported");
        }
        return known.text(text);
    }

    private static Value number(String text, Known known) {
        if (text.startsWith("0x") || text.startsWith("0o")) {
            int radix = text.startsWith("0x") ? 16 : 8;
            return text.length() > 18 ? known.text(text)
                    : known.number(Long.parseUnsignedLong(text.substring(2), radix));
        }
        return known.number(known.number(new Literal(text, Literal.Kind.NUMBER, known.context().origin(), null), 0));
    }

    private static Value date(String text, Known known) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return known.text(text + "T00:00:00Z");
        }
        throw Interruption.unknown();
    }

}
