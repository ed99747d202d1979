package dev.rolewire.syntax.hcl;

/// A template that is open, or the expression in one.
final class LexerFrame {

    private final Kind kind;

    private final int start;

    private final int braces;

    private final String marker;

    private boolean lineStart = true;

    private LexerFrame(Kind kind, int start, int braces, String marker) {
        this.kind = kind;
        this.start = start;
        this.braces = braces;
        this.marker = marker;
    }

    /// What may be open.
    enum Kind {

        STRING, HEREDOC, BARE, SEQUENCE

    }

    static LexerFrame string(int start) {
        return new LexerFrame(Kind.STRING, start, Integer.MIN_VALUE, "");
    }

    static LexerFrame heredoc(int start, String marker) {
        return new LexerFrame(Kind.HEREDOC, start, Integer.MIN_VALUE, marker);
    }

    static LexerFrame bare() {
        return new LexerFrame(Kind.BARE, 0, Integer.MIN_VALUE, "");
    }

    static LexerFrame sequence(int start, int braces) {
        return new LexerFrame(Kind.SEQUENCE, start, braces, "");
    }

    Kind kind() {
        return this.kind;
    }

    /// Where its opening token starts.
    int start() {
        return this.start;
    }

    /// How many braces are open within a sequence, its own included.
    int braces() {
        return this.braces;
    }

    /// The word that closes a heredoc.
    String marker() {
        return this.marker;
    }

    /// Whether the next piece of a heredoc is the first of its line.
    boolean isAtLineStart() {
        return this.lineStart;
    }

    void atLineStart(boolean starts) {
        this.lineStart = starts;
    }

}
