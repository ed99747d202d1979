package dev.rolewire.source;

/// The line starts of one text. A line ends with LF, CRLF or a lone CR.
public sealed interface LineIndex permits WholeLineIndex, PagedText {

    /// Scans `text` once.
    static LineIndex of(String text) {
        return WholeLineIndex.of(text);
    }

    /// The position of an offset.
    /// @param offset 0 to the length of the text; larger ones are taken as the end
    /// @return its 1-based line and column
    Position position(int offset);

    /// How many lines the text has, at least 1.
    int lineCount();

    /// The offset at which a line starts.
    /// @param line 1-based
    int startOf(int line);

}
