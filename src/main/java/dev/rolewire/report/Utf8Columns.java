package dev.rolewire.report;

import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;

/// Columns counted in bytes of UTF-8, as reviewdog counts them.
final class Utf8Columns {

    /// Nobody looks for a place in a longer line, and counting it for each finding would
    /// take long.
    private static final int LONGEST_LINE = 10_000;

    private Utf8Columns() {
    }

    /// Whether the columns of a place are counted; else the lines alone tell where it is.
    static boolean known(Location location) {
        return location.start().column() <= LONGEST_LINE && location.end().column() <= LONGEST_LINE;
    }

    /// The column of the first byte, from 1.
    static int start(Location location) {
        return column(location.source(), location.span().start(), location.start().column());
    }

    /// The column after the last byte.
    static int end(Location location) {
        return column(location.source(), location.span().end(), location.end().column());
    }

    private static int column(SourceFile source, int offset, int column) {
        CharSequence text = source.characters();
        int bytes = 1;
        for (int i = Math.max(0, offset - column + 1); i < Math.min(offset, text.length()); i++) {
            char c = text.charAt(i);
            // Either half of a surrogate pair is two of its four bytes.
            bytes += (c < 0x80) ? 1 : (c < 0x800 || Character.isSurrogate(c)) ? 2 : 3;
        }
        return bytes;
    }

}
