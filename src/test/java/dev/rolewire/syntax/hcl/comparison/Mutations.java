package dev.rolewire.syntax.hcl.comparison;

import java.util.List;
import java.util.Random;

/// Texts that are broken a little, as people and hostile clients do.
public final class Mutations {

    private static final List<String> PIECES = List.of("{", "}", "[", "]", "(", ")", "\"", "\n", "${", "%{", "~}", "$",
            "$${", "<<EOT\n", "EOT\n", "\nEOT\n", "<<-X\n", "#", "//", "/*", "*/", "=", "==", "=>", ",", ".", "...",
            ":", "::", "?", "*", "[*]", ".*", ".0", "1.5", "1e3", "if", "for", "for x in y : ", "%{if x}", "%{else}",
            "%{endif}", "%{for a in b}", "%{endfor}", "\\", "\\n", "\\u00e9", "\\q", "-", "!", "&&", "|", "'", ";", "`",
            "\t", "\r", "\r\n", "\u00e9", "\uD83D\uDE00", "\uFEFF", "null", "a", "\"b\"", " ", "{\n", "}\n", "a = 1\n",
            "x {\n}\n", "%%{", "${~", "%{~", "f(", "x::y(", "\0", "<", ">=", "\u2028", "\u00a0");

    private final Random random;

    /// Starts a sequence of changes that is the same for the same seed.
    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    /// A text with one to three changes: pieces added, taken away, doubled or swapped, or
    /// the end cut off.
    public String mutate(String text) {
        String result = text;
        int changes = 1 + this.random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            result = change(result);
        }
        return wellFormed(result);
    }

    private String change(String text) {
        int at = this.random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + this.random.nextInt(this.random.nextInt(10) == 0 ? 200 : 6));
        String piece = PIECES.get(this.random.nextInt(PIECES.size()));
        return switch (this.random.nextInt(8)) {
            case 0, 1, 2 -> text.substring(0, at) + piece + text.substring(at);
            case 3, 4 -> text.substring(0, at) + text.substring(end);
            case 5 -> text.substring(0, at) + piece + text.substring(end);
            case 6 -> text.substring(0, end) + text.substring(at);
            default -> this.random.nextInt(4) == 0 ? text.substring(0, at)
                    : text.substring(0, at) + text.substring(end) + text.substring(at, end);
        };
    }

    /// Halves of surrogate pairs cannot be sent.
    private static String wellFormed(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter((c) -> c < 0xD800 || c > 0xDFFF).forEach(out::appendCodePoint);
        return out.toString();
    }

}
