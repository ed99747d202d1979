package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.Span;

/// Reads what follows a term: attributes, indexes and splats.
final class TraversalParser {

    private static final String NAME = "expected the name of an attribute after the dot";

    private final Parser parser;

    private final ExpressionParser expressions;

    private final Tokens tokens;

    TraversalParser(Parser parser, ExpressionParser expressions) {
        this.parser = parser;
        this.expressions = expressions;
        this.tokens = parser.tokens();
    }

    /// Reads the steps after a term.
    /// @param first the first token of the term
    /// @return the term itself when there are none
    Expression read(Expression term, int first) {
        TokenKind next = this.parser.peek();
        if (next != TokenKind.DOT && next != TokenKind.OPEN_BRACKET) {
            return term;
        }
        List<Step> steps = steps();
        return new Expression.Traversal(term, steps, this.parser.tokenSpan(first, this.parser.previous()));
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        while (!this.parser.hasFailed()) {
            TokenKind next = this.parser.peek();
            if (next == TokenKind.DOT) {
                afterDot(this.parser.read(), steps);
            }
            else if (next == TokenKind.OPEN_BRACKET) {
                afterBracket(this.parser.read(), steps);
            }
            else {
                break;
            }
        }
        return List.copyOf(steps);
    }

    private void afterDot(int dot, List<Step> steps) {
        if (!this.parser.isNext(TokenKind.STAR)) {
            attributeOrIndex(dot, steps);
            return;
        }
        int star = this.parser.read();
        List<Step> each = new ArrayList<>();
        while (!this.parser.hasFailed() && this.parser.isNext(TokenKind.DOT)) {
            int inner = this.parser.read();
            if (this.parser.isNext(TokenKind.STAR)) {
                this.parser.fail("a splat cannot be used inside another one of attributes: use `[*]`",
                        this.parser.index());
            }
            else {
                attributeOrIndex(inner, each);
            }
        }
        Span marker = this.parser.tokenSpan(dot, star);
        steps.add(splat(false, each, marker));
    }

    private static Step splat(boolean full, List<Step> each, Span marker) {
        int end = each.isEmpty() ? marker.end() : each.getLast().span().end();
        return new Step.Splat(full, List.copyOf(each), marker, new Span(marker.start(), Math.max(marker.start(), end)));
    }

    private void attributeOrIndex(int dot, List<Step> steps) {
        switch (this.parser.peek()) {
            case IDENTIFIER -> {
                int name = this.parser.read();
                steps.add(new Step.GetAttribute(this.parser.name(name), this.parser.tokenSpan(dot, name)));
            }
            case NUMBER -> {
                int number = this.parser.index();
                if (this.tokens.text(number).indexOf('.') >= 0) {
                    this.parser.fail("two indexes after dots cannot follow each other: write them in brackets", number);
                    return;
                }
                this.parser.read();
                steps.add(new Step.GetIndex(this.expressions.number(number), true, this.parser.tokenSpan(dot, number)));
            }
            default -> this.parser.fail(NAME, this.parser.index());
        }
    }

    private void afterBracket(int open, List<Step> steps) {
        if (this.parser.isNext(TokenKind.STAR)) {
            this.parser.read();
            if (!this.parser.isNext(TokenKind.CLOSE_BRACKET)) {
                this.parser.fail("missing close bracket on splat: expected `]` here", this.parser.index());
                return;
            }
            int close = this.parser.read();
            List<Step> each = this.parser.enter() ? steps() : List.of();
            this.parser.leave();
            steps.add(splat(true, each, this.parser.tokenSpan(open, close)));
            return;
        }
        boolean newlines = this.parser.countNewlines(false);
        Expression key = this.expressions.read();
        if (!this.parser.hasFailed() && !this.parser.isNext(TokenKind.CLOSE_BRACKET)) {
            this.parser.fail("missing close bracket on index: expected `]` here", this.parser.index());
        }
        if (this.parser.hasFailed()) {
            return;
        }
        int close = this.parser.read();
        this.parser.countNewlines(newlines);
        steps.add(new Step.GetIndex(key, false, this.parser.tokenSpan(open, close)));
    }

}
