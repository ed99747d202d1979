package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;

/// Functions of the beginning and the end of a text. A text with open parts is known at an end that is literal.
final class AffixFunctions {

    private AffixFunctions() {
    }

    static void addTo(Library library) {
        library.add("startswith", 2, (arguments, known) -> {
            String affix = known.text(arguments.get(1), 1);
            return known.bool(end(arguments.getFirst(), affix.length(), true, known).startsWith(affix));
        });
        library.add("endswith", 2, (arguments, known) -> {
            String affix = known.text(arguments.get(1), 1);
            return known.bool(end(arguments.getFirst(), affix.length(), false, known).endsWith(affix));
        });
        library.add("trimprefix", 2, (arguments, known) -> {
            String affix = known.text(arguments.get(1), 1);
            boolean has = end(arguments.getFirst(), affix.length(), true, known).startsWith(affix);
            return ends(arguments.getFirst(), (text) -> has ? text.substring(affix.length()) : text,
                    UnaryOperator.identity(), known);
        });
        library.add("trimsuffix", 2, (arguments, known) -> {
            String affix = known.text(arguments.get(1), 1);
            boolean has = end(arguments.getFirst(), affix.length(), false, known).endsWith(affix);
            return ends(arguments.getFirst(), UnaryOperator.identity(),
                    (text) -> has ? text.substring(0, text.length() - affix.length()) : text, known);
        });
        library.add("trimspace", 1,
                (arguments, known) -> trimmed(arguments.getFirst(), AffixFunctions::isSpace, known));
        library.add("trim", 2, (arguments, known) -> {
            String cut = known.text(arguments.get(1), 1);
            return trimmed(arguments.getFirst(), (at) -> cut.indexOf(at) >= 0, known);
        });
        library.add("chomp", 1, (arguments, known) -> trimmedEnds(arguments.getFirst(), (at) -> false,
                (at) -> at == '\n' || at == '\r', known));
    }

    private interface CodePointSet {

        boolean contains(int codePoint);

    }

    private static boolean isSpace(int at) {
        return at >= 0x09 && at <= 0x0d || at == 0x85 || Character.isSpaceChar(at);
    }

    /// The literal text at an end, at least so long that the end decides.
    private static String end(Value argument, int length, boolean first, Known known) {
        Value text = StringFunctions.text(argument, 0, known);
        if (text instanceof Value.Concat concat) {
            Value part = first ? concat.parts().getFirst() : concat.parts().getLast();
            if (part instanceof Literal literal && literal.text().length() >= length) {
                return literal.text();
            }
        }
        return known.text(text, 0);
    }

    private static Value ends(Value argument, UnaryOperator<String> first, UnaryOperator<String> last, Known known) {
        List<Value> parts = new ArrayList<>(TextParts.of(StringFunctions.text(argument, 0, known)));
        if (parts.getFirst() instanceof Literal literal) {
            parts.set(0, known.text(first.apply(literal.text())));
        }
        if (parts.getLast() instanceof Literal literal) {
            parts.set(parts.size() - 1, known.text(last.apply(literal.text())));
        }
        return TextParts.join(parts, known);
    }

    private static Value trimmed(Value argument, CodePointSet cut, Known known) {
        return trimmedEnds(argument, cut, cut, known);
    }

    /// Trims both ends. What lies behind a literal that is trimmed away as a whole must
    /// be known.
    private static Value trimmedEnds(Value argument, CodePointSet start, CodePointSet end, Known known) {
        Value text = StringFunctions.text(argument, 0, known);
        if (!(text instanceof Value.Concat concat)) {
            return known.text(trimEnd(trimStart(known.text(text, 0), start), end));
        }
        boolean startKnown = concat.parts().getFirst() instanceof Literal first
                && !trimStart(first.text(), start).isEmpty();
        boolean endKnown = concat.parts().getLast() instanceof Literal last && !trimEnd(last.text(), end).isEmpty();
        boolean startless = !start.contains(' ') && !start.contains('\n');
        if (!(startKnown || startless) || !endKnown) {
            throw Interruption.unknown();
        }
        return ends(text, (each) -> trimStart(each, start), (each) -> trimEnd(each, end), known);
    }

    private static String trimStart(String text, CodePointSet cut) {
        int from = 0;
        while (from < text.length() && cut.contains(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        return text.substring(from);
    }

    private static String trimEnd(String text, CodePointSet cut) {
        int to = text.length();
        while (to > 0 && cut.contains(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(0, to);
    }

}
