package dev.rolewire.syntax.hcl;

import java.util.Set;

/// Lines that begin a block at the left margin, as `resource "aws_iam_role" "this" {`. No expression has such a line.
final class BlockHeaders {

    private static final Set<String> WITHOUT_LABELS = Set.of("locals", "terraform", "moved", "import", "removed");

    private BlockHeaders() {
    }

    /// Whether the line that starts at an offset is one.
    static boolean startsAt(String text, int start) {
        int typeEnd = Characters.identifierEnd(text, start);
        if (typeEnd == start) {
            return false;
        }
        boolean labelled = false;
        int at = skipBlanks(text, typeEnd);
        while (at < text.length() && text.charAt(at) == '"') {
            int quote = at + 1;
            while (quote < text.length() && isPlain(text.charAt(quote))) {
                quote++;
            }
            if (quote == text.length() || text.charAt(quote) != '"') {
                return false;
            }
            labelled = true;
            at = skipBlanks(text, quote + 1);
        }
        if (at == text.length() || text.charAt(at) != '{') {
            return false;
        }
        return labelled || WITHOUT_LABELS.contains(text.substring(start, typeEnd));
    }

    private static boolean isPlain(char c) {
        return c != '"' && c != '\\' && c != '$' && c != '%' && c != '\n';
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

}
