package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.SyntaxProblem;
import org.jspecify.annotations.Nullable;

/// The state of one parse: where it stands in the tokens, what was wrong, and how deep it is.
///
/// After [#fail] every parsing method returns as soon as it can, whatever it then returns is dropped by the one that
/// knows where to go on.
final class Parser {

    private static final int MAX_PROBLEMS = 100;

    /// A level takes a dozen frames of the stack; real files nest below 30.
    private static final int MAX_DEPTH = 120;

    private final Tokens tokens;

    private final int maxDepth;

    private final int maxNodes;

    private final @Nullable IntUnaryOperator toSource;

    private final List<SyntaxProblem> problems = new ArrayList<>();

    private final ExpressionParser expressions;

    private final TemplateParser templates;

    private int next;

    private boolean newlines = true;

    private boolean failed;

    private int failedAt;

    private int depth;

    private int nodes;

    private boolean stopped;

    /// Starts before the first token.
    /// @param toSource gives for an offset of the tokens the offset of the source, or
    /// null when they are the same
    Parser(Tokens tokens, ParseLimits limits, @Nullable IntUnaryOperator toSource) {
        this.tokens = tokens;
        this.maxDepth = Math.min(limits.maxDepth(), MAX_DEPTH);
        this.maxNodes = limits.maxNodes();
        this.toSource = toSource;
        this.expressions = new ExpressionParser(this);
        this.templates = new TemplateParser(this);
    }

    ExpressionParser expressions() {
        return this.expressions;
    }

    TemplateParser templates() {
        return this.templates;
    }

    Tokens tokens() {
        return this.tokens;
    }

    /// The index of the next token.
    int index() {
        int index = this.next;
        if (!this.newlines) {
            while (this.tokens.kind(index) == TokenKind.NEWLINE) {
                index++;
            }
        }
        return index;
    }

    TokenKind peek() {
        return this.tokens.kind(index());
    }

    boolean isNext(TokenKind kind) {
        return peek() == kind;
    }

    boolean isNextWord(String word) {
        return this.tokens.isWord(index(), word);
    }

    /// Steps over the next token, but never over the end.
    /// @return its index
    int read() {
        int index = index();
        this.next = this.tokens.kind(index) == TokenKind.END ? index : index + 1;
        return index;
    }

    /// The index of the token that was read last.
    int previous() {
        return Math.max(this.next - 1, 0);
    }

    /// Takes up reading at a token, after a failure or not.
    void resume(int index) {
        this.next = this.stopped ? this.tokens.count() - 1 : index;
        this.newlines = true;
        this.failed = false;
    }

    /// Changes whether line breaks count.
    /// @return whether they did
    boolean countNewlines(boolean count) {
        boolean before = this.newlines;
        this.newlines = count;
        return before;
    }

    boolean hasFailed() {
        return this.failed;
    }

    int failedAt() {
        return this.failedAt;
    }

    /// Gives up what is being read because of a token.
    void fail(String message, int token) {
        fail(message, token, token);
    }

    /// Gives up what is being read because of the next token, and reports others.
    void fail(String message, int first, int last) {
        if (this.failed) {
            return;
        }
        this.failed = true;
        this.failedAt = index();
        if (this.tokens.kind(this.failedAt) != TokenKind.INVALID) {
            report(message, first, last);
        }
    }

    /// Reports tokens; reading goes on.
    void report(String message, int first, int last) {
        int end = this.tokens.kind(last) == TokenKind.NEWLINE ? this.tokens.start(last) : this.tokens.end(last);
        report(SyntaxProblem.Kind.SYNTAX, message, this.tokens.start(first), end);
    }

    void report(SyntaxProblem.Kind kind, String message, int start, int end) {
        if (this.problems.size() < MAX_PROBLEMS) {
            this.problems.add(new SyntaxProblem(kind, message, span(start, Math.max(start, end))));
        }
    }

    /// Goes one level deeper, unless that is too deep. Each call needs its [#leave()].
    boolean enter() {
        this.depth++;
        return countNode() && isWithin(0);
    }

    void leave() {
        this.depth--;
    }

    /// Whether that many levels more are allowed; reports when not.
    boolean isWithin(int more) {
        if (this.depth + more <= this.maxDepth) {
            return true;
        }
        if (!this.failed) {
            int start = this.tokens.start(index());
            report(SyntaxProblem.Kind.LIMIT, "blocks and expressions nest deeper than " + this.maxDepth, start, start);
            this.failed = true;
            this.failedAt = index();
        }
        return false;
    }

    private boolean countNode() {
        if (this.nodes < this.maxNodes) {
            this.nodes++;
            return true;
        }
        if (!this.stopped) {
            this.stopped = true;
            int start = this.tokens.start(index());
            report(SyntaxProblem.Kind.LIMIT, "the document has more than " + this.maxNodes + " expressions", start,
                    start);
        }
        this.failed = true;
        this.next = this.tokens.count() - 1;
        this.failedAt = this.next;
        return false;
    }

    /// Whether reading stopped at a bound.
    boolean isStopped() {
        return this.stopped;
    }

    Span span(int start, int end) {
        if (this.toSource == null) {
            return new Span(start, end);
        }
        int first = this.toSource.applyAsInt(start);
        return new Span(first, Math.max(first, this.toSource.applyAsInt(end)));
    }

    Span tokenSpan(int index) {
        return span(this.tokens.start(index), this.tokens.end(index));
    }

    /// From the start of a token to the end of a later one.
    Span tokenSpan(int first, int last) {
        return span(this.tokens.start(first), Math.max(this.tokens.start(first), this.tokens.end(last)));
    }

    /// The source offset of a token offset.
    int toSource(int offset) {
        return this.toSource == null ? offset : this.toSource.applyAsInt(offset);
    }

    boolean isMapped() {
        return this.toSource != null;
    }

    Name name(int token) {
        return new Name(this.tokens.text(token), tokenSpan(token));
    }

    Expression broken(int first, int last) {
        return new Expression.Broken(tokenSpan(first, Math.max(first, last)));
    }

    /// All problems in source order, those of the lexer too.
    List<SyntaxProblem> problems() {
        List<SyntaxProblem> all = new ArrayList<>(this.problems);
        this.tokens.problems()
            .stream()
            .limit(MAX_PROBLEMS)
            .map((problem) -> new SyntaxProblem(problem.kind(), problem.message(),
                    span(problem.span().start(), problem.span().end())))
            .forEach(all::add);
        all.sort(Comparator.comparingInt((problem) -> problem.span().start()));
        return List.copyOf(all);
    }

}
