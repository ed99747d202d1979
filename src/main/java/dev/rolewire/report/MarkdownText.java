package dev.rolewire.report;

/// Text of documents in the Markdown of GitHub: nothing in it is markup, a link or a mention.
final class MarkdownText {

    private static final String PLAIN = " .,;:()?!%=+/";

    private MarkdownText() {
    }

    /// A message for a paragraph: what stands in backquotes is code, the rest text.
    static String paragraph(String message) {
        StringBuilder out = new StringBuilder();
        segments(message, (text, code) -> {
            // Two code spans side by side would be one.
            boolean apart = code && !out.isEmpty() && out.charAt(out.length() - 1) == '`';
            out.append(apart ? "<!-- -->" : "").append(code ? code(text) : escaped(text));
        });
        return out.toString();
    }

    /// A message for an HTML block, where Markdown does not apply.
    static String html(String message) {
        StringBuilder out = new StringBuilder();
        segments(message, (text, code) -> {
            String shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            out.append(code ? "<code>" + shown + "</code>" : shown.replace("@", "@<!-- -->").replace("#", "#<!-- -->"));
        });
        return out.toString();
    }

    /// A code span with anything in it.
    static String code(String text) {
        String line = Cells.oneLine(Utf16.wellFormed(text));
        if (line.isBlank()) {
            return "` `";
        }
        String fence = "`".repeat(longestRun(line) + 1);
        boolean pad = line.startsWith("`") || line.endsWith("`") || line.startsWith(" ") || line.endsWith(" ");
        return pad ? fence + " " + line + " " + fence : fence + line + fence;
    }

    /// A code block with anything in it.
    static String block(String language, String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + language + "\n" + Cells.lines(Utf16.wellFormed(text)).stripTrailing() + "\n" + fence + "\n";
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = (text.charAt(i) == '`') ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /// All ASCII punctuation that may mean something as numeric references: those are
    /// never markup (CommonMark 2.5). A comment parts what GitHub takes for a mention, an
    /// issue or an address after the references are resolved.
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean address = c == ':' && text.startsWith("://", i);
            if (!address && (c >= 0x80 || Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                out.append(c);
            }
            else {
                out.append("&#")
                    .append((int) c)
                    .append(';')
                    .append((address || c == '@' || c == '#') ? "<!-- -->" : "");
            }
        }
        return out.toString();
    }

    private interface Segments {

        void take(String text, boolean code);

    }

    private static void segments(String message, Segments segments) {
        String line = Cells.oneLine(Utf16.wellFormed(message));
        int from = 0;
        while (from < line.length()) {
            int open = line.indexOf('`', from);
            int close = (open < 0) ? -1 : line.indexOf('`', open + 1);
            if (close < 0) {
                segments.take(line.substring(from), false);
                return;
            }
            if (open > from) {
                segments.take(line.substring(from, open), false);
            }
            segments.take(line.substring(open + 1, close), true);
            from = close + 1;
        }
    }

}
