package dev.rolewire.frontend.terraform.function;

import java.util.List;

import com.google.re2j.Pattern;
import dev.rolewire.model.Value;

/// `replace`, by text or by regular expression.
final class Replacement {

    private Replacement() {
    }

    static Value replace(List<Value> arguments, Known known) {
        String wanted = known.text(arguments.get(1), 1);
        String replacement = known.text(arguments.get(2), 2);
        if (wanted.length() > 1 && wanted.startsWith("/") && wanted.endsWith("/")) {
            Pattern pattern = RegexFunctions.compile(wanted.substring(1, wanted.length() - 1), 1, known);
            String text = known.text(arguments.getFirst(), 0);
            return known.text(RegexFunctions.replaceAll(pattern, text, replacement, known));
        }
        if (wanted.codePointCount(0, wanted.length()) == 1) {
            return StringFunctions.mapped("replace", arguments.getFirst(), (text) -> plain(text, wanted, replacement),
                    known);
        }
        return known.text(plain(known.text(arguments.getFirst(), 0), wanted, replacement));
    }

    private static String plain(String text, String wanted, String replacement) {
        if (wanted.isEmpty()) {
            StringBuilder result = new StringBuilder(replacement);
            Limits.checkText((text.length() + 1L) * (replacement.length() + 1L));
            text.codePoints().forEach((at) -> result.appendCodePoint(at).append(replacement));
            return result.toString();
        }
        long most = text.length() / wanted.length() * (long) replacement.length();
        if (most > Limits.MAX_TEXT) {
            long count = 0;
            for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
                count++;
            }
            Limits.checkText(text.length() + count * replacement.length());
        }
        return text.replace(wanted, replacement);
    }

}
