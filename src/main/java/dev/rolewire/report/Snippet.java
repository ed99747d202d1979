package dev.rolewire.report;

import java.util.regex.Pattern;

import dev.rolewire.source.LineIndex;
import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;

/// The source line at a location, and the marks under it.
///
/// A template in JSON may be one line of hundreds of kilobytes, so that no more is read of a line than is shown.
///
/// @param line the line's number
/// @param text what is shown of it
/// @param indent cells before the marks
/// @param marks how many marks there are, at least one
/// @param endLine the line on which the span ends
record Snippet(int line, String text, int indent, int marks, int endLine) {

    /// How many code units of a line are shown. Of a longer line only the span is: what
    /// stands beside it may be secret.
    private static final int SHOWN = 100;

    /// The default of a parameter, which may be a secret (`NoEcho`).
    private static final Pattern DEFAULT = Pattern
        .compile("(?<=\\bDefault[\"']?\\s{0,8}:\\s{0,8})(\"[^\"]*\"?|'[^']*'?|[^\\s,}][^,}]*)");

    private static final String CUT = "...";

    static Snippet of(Location location) {
        SourceFile source = location.source();
        CharSequence text = source.characters();
        LineIndex lines = source.lines();
        int start = Math.min(location.span().start(), text.length());
        int line = lines.position(start).line();
        int lineStart = lines.startOf(line);
        int lineEnd = (line < lines.lineCount()) ? lines.startOf(line + 1) : text.length();
        while (lineEnd > lineStart && (text.charAt(lineEnd - 1) == '\n' || text.charAt(lineEnd - 1) == '\r')) {
            lineEnd--;
        }
        int from = lineStart;
        int to = lineEnd;
        if (lineEnd - lineStart > SHOWN) {
            from = whole(text, Math.min(start, lineEnd));
            to = whole(text, Math.min(lineEnd, Math.min(Math.max(location.span().end(), from), from + SHOWN)));
        }
        Span span = new Span(start, Math.max(start, Math.min(location.span().end(), to)));
        return draw(text, new Span(from, Math.max(from, to)), span, line, lineStart, lineEnd, location.end().line());
    }

    private static Snippet draw(CharSequence text, Span shown, Span marked, int line, int lineStart, int lineEnd,
            int endLine) {
        Cells cells = new Cells();
        if (shown.start() > lineStart) {
            cells.add(CUT);
        }
        int indent = -1;
        int end = -1;
        for (int i = shown.start(); i < shown.end();) {
            if (indent < 0 && i >= marked.start()) {
                indent = cells.width();
            }
            if (end < 0 && i >= marked.end()) {
                end = cells.width();
            }
            int codePoint = Character.codePointAt(text, i);
            cells.add(codePoint);
            i += Character.charCount(codePoint);
        }
        int width = cells.width();
        indent = (indent < 0) ? width : indent;
        end = (end < 0) ? width : end;
        if (shown.end() < lineEnd) {
            cells.add(CUT);
        }
        return new Snippet(line, masked(cells.toString().stripTrailing()), indent, Math.max(1, end - indent), endLine);
    }

    /// A line without the defaults of parameters.
    static String masked(String line) {
        return DEFAULT.matcher(line).replaceAll((found) -> "*".repeat(found.group().length()));
    }

    /// An offset that does not part a surrogate pair.
    private static int whole(CharSequence text, int offset) {
        boolean parts = offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return parts ? offset - 1 : offset;
    }

}
