package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.SyntaxProblem;

/// The tokens of one text, the last one its end, with offsets into that text.
final class Tokens {

    private final String text;

    private TokenKind[] kinds;

    private int[] starts;

    private int[] ends;

    private int count;

    private final List<Comment> comments = new ArrayList<>();

    private final List<SyntaxProblem> problems = new ArrayList<>();

    private boolean nestingBroken;

    Tokens(String text) {
        this.text = text;
        int expected = Math.max(16, text.length() / 5);
        this.kinds = new TokenKind[expected];
        this.starts = new int[expected];
        this.ends = new int[expected];
    }

    void add(TokenKind kind, int start, int end) {
        if (this.count == this.kinds.length) {
            this.kinds = Arrays.copyOf(this.kinds, this.count * 2);
            this.starts = Arrays.copyOf(this.starts, this.count * 2);
            this.ends = Arrays.copyOf(this.ends, this.count * 2);
        }
        this.kinds[this.count] = kind;
        this.starts[this.count] = start;
        this.ends[this.count++] = end;
    }

    void add(Comment comment) {
        this.comments.add(comment);
    }

    void report(String message, int start, int end) {
        this.problems.add(new SyntaxProblem(SyntaxProblem.Kind.SYNTAX, message, new Span(start, end)));
    }

    /// Takes note that closing braces were lost in a template that is not closed.
    void breakNesting() {
        this.nestingBroken = true;
    }

    boolean isNestingBroken() {
        return this.nestingBroken;
    }

    int count() {
        return this.count;
    }

    TokenKind kind(int index) {
        return this.kinds[index];
    }

    int start(int index) {
        return this.starts[index];
    }

    int end(int index) {
        return this.ends[index];
    }

    String text(int index) {
        return this.text.substring(this.starts[index], this.ends[index]);
    }

    boolean isWord(int index, String word) {
        return this.kinds[index] == TokenKind.IDENTIFIER && this.ends[index] - this.starts[index] == word.length()
                && this.text.startsWith(word, this.starts[index]);
    }

    String source() {
        return this.text;
    }

    List<Comment> comments() {
        return this.comments;
    }

    List<SyntaxProblem> problems() {
        return this.problems;
    }

}
