package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;

/// Functions that make texts of texts.
final class StringFunctions {

    private StringFunctions() {
    }

    static void addTo(Library library) {
        library.add("lower", 1, (arguments, known) -> mapped("lower", arguments.getFirst(),
                (text) -> byCodePoint(text, Character::toLowerCase), known));
        library.add("upper", 1, (arguments, known) -> mapped("upper", arguments.getFirst(),
                (text) -> byCodePoint(text, Character::toUpperCase), known));
        library.add("title", 1, (arguments, known) -> known.text(title(known.text(arguments.getFirst(), 0))));
        library.add("strrev", 1, (arguments, known) -> known
            .text(String.join("", CodePoints.clusters(known.text(arguments.getFirst(), 0)).reversed())));
        library.add("substr", 3, StringFunctions::substr);
        library.add("indent", 2, StringFunctions::indent);
        library.add("join", 1, Library.ANY, StringFunctions::join);
        library.add("split", 2, StringFunctions::split);
        library.add("replace", 3, Replacement::replace);
        library.add("strcontains", 2, (arguments, known) -> contains(arguments, known));
    }

    /// Maps each known part of a text by itself; of an open part the result is unknown.
    static Value mapped(String function, Value argument, UnaryOperator<String> mapping, Known known) {
        List<Value> parts = new ArrayList<>();
        for (Value part : TextParts.of(text(argument, 0, known))) {
            parts.add(part instanceof Literal literal ? known.text(mapping.apply(literal.text()))
                    : Symbols.derived(function, List.of(part), known.context()));
        }
        return TextParts.join(parts, known);
    }

    /// A text that may have open parts, but is not null.
    static Value text(Value argument, int index, Known known) {
        Value text = known.textOrNull(argument, index);
        if (text == null) {
            throw Failure.of(index, "argument must not be null");
        }
        return text;
    }

    private interface CodePointMapping {

        int map(int codePoint);

    }

    private static String byCodePoint(String text, CodePointMapping mapping) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints().forEach((at) -> mapped.appendCodePoint(mapping.map(at)));
        return mapped.toString();
    }

    private static String title(String text) {
        StringBuilder titled = new StringBuilder(text.length());
        int previous = ' ';
        for (int at : text.codePoints().toArray()) {
            titled.appendCodePoint(isSeparator(previous) ? Character.toTitleCase(at) : at);
            previous = at;
        }
        return titled.toString();
    }

    private static boolean isSeparator(int at) {
        if (at < 0x80) {
            return !(at >= '0' && at <= '9' || at >= 'a' && at <= 'z' || at >= 'A' && at <= 'Z' || at == '_');
        }
        return !Character.isLetter(at) && !Character.isDigit(at) && (Character.isSpaceChar(at) || at == 0x85);
    }

    private static Value substr(List<Value> arguments, Known known) {
        int offset = known.integer(arguments.get(1), 1);
        int length = known.integer(arguments.get(2), 2);
        Value text = text(arguments.getFirst(), 0, known);
        if (text instanceof Value.Concat concat && offset >= 0 && length >= 0
                && concat.parts().getFirst() instanceof Literal first
                && (long) offset + length < CodePoints.length(first.text())) {
            text = first;
        }
        List<String> clusters = CodePoints.clusters(known.text(text, 0));
        known.take(clusters.size());
        int from = offset < 0 ? Math.max(0, offset + clusters.size()) : Math.min(offset, clusters.size());
        int to = length < 0 ? clusters.size() : (int) Math.min(clusters.size(), (long) from + length);
        if (offset >= 0 && length == 0) {
            to = from;
        }
        else if (length == 0) {
            to = clusters.size();
        }
        return known.text(String.join("", clusters.subList(from, to)));
    }

    private static Value indent(List<Value> arguments, Known known) {
        int spaces = known.integer(arguments.getFirst(), 0);
        if (spaces < 0) {
            throw Failure.of(0, "the number of spaces must not be negative");
        }
        Limits.checkText(spaces);
        return mapped("indent", arguments.get(1), (text) -> {
            long lines = text.chars().filter((at) -> at == '\n').count();
            Limits.checkText(text.length() + lines * spaces);
            return text.replace("\n", "\n" + " ".repeat(spaces));
        }, known);
    }

    private static Value join(List<Value> arguments, Known known) {
        Value separator = text(arguments.getFirst(), 0, known);
        if (arguments.size() < 2) {
            throw Failure.of("at least one list is required");
        }
        List<Value> pieces = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            int at = 0;
            for (Value item : known.items(arguments.get(i), i)) {
                if (!pieces.isEmpty()) {
                    pieces.add(separator);
                }
                pieces.add(TextParts.item(item, i, at, known));
                at++;
            }
        }
        return TextParts.join(pieces, known);
    }

    private static Value split(List<Value> arguments, Known known) {
        String separator = known.text(arguments.getFirst(), 0);
        String text = known.text(arguments.get(1), 1);
        List<String> pieces = new ArrayList<>();
        if (separator.isEmpty()) {
            text.codePoints().forEach((at) -> pieces.add(Character.toString(at)));
            Limits.checkItems(pieces.size());
            return known.texts(pieces);
        }
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            pieces.add(text.substring(from, at));
            from = at + separator.length();
            Limits.checkItems(pieces.size());
        }
        pieces.add(text.substring(from));
        return known.texts(pieces);
    }

    private static Value contains(List<Value> arguments, Known known) {
        String wanted = known.text(arguments.get(1), 1);
        for (Value part : TextParts.of(text(arguments.getFirst(), 0, known))) {
            if (part instanceof Literal literal && literal.text().contains(wanted)) {
                return known.bool(true);
            }
        }
        return known.bool(known.text(arguments.getFirst(), 0).contains(wanted));
    }

    /// Lower case that depends on no locale.
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

}
