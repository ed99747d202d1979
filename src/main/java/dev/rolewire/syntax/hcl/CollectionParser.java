package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.syntax.hcl.Expression.ObjectItem;
import dev.rolewire.syntax.hcl.Expression.ObjectKey;
import org.jspecify.annotations.Nullable;

/// Reads tuples, objects and `for` expressions.
final class CollectionParser {

    private static final String FOR = "for";

    private final Parser parser;

    private final ExpressionParser expressions;

    CollectionParser(Parser parser, ExpressionParser expressions) {
        this.parser = parser;
        this.expressions = expressions;
    }

    Expression tuple() {
        int open = this.parser.read();
        boolean newlines = this.parser.countNewlines(false);
        Expression result = this.parser.isNextWord(FOR) ? forExpression(open, false) : items(open);
        this.parser.countNewlines(newlines);
        return result;
    }

    private Expression items(int open) {
        List<Expression> items = new ArrayList<>();
        while (!this.parser.isNext(TokenKind.CLOSE_BRACKET)) {
            items.add(this.expressions.read());
            if (!this.parser.hasFailed() && !this.parser.isNext(TokenKind.CLOSE_BRACKET)) {
                if (this.parser.isNext(TokenKind.COMMA)) {
                    this.parser.read();
                }
                else if (this.parser.isNext(TokenKind.END)) {
                    this.parser.fail("unterminated tuple: there is no closing bracket for it", open);
                }
                else {
                    this.parser.fail("missing item separator: expected `,` or `]` here", this.parser.index());
                }
            }
            if (this.parser.hasFailed()) {
                return this.parser.broken(open, open);
            }
        }
        int close = this.parser.read();
        return new Expression.Tuple(List.copyOf(items), this.parser.tokenSpan(open, close));
    }

    Expression object() {
        int open = this.parser.read();
        boolean newlines = this.parser.countNewlines(false);
        Expression result;
        if (this.parser.isNextWord(FOR)) {
            result = forExpression(open, true);
        }
        else {
            this.parser.countNewlines(true);
            result = entries(open);
        }
        this.parser.countNewlines(newlines);
        return result;
    }

    private Expression entries(int open) {
        List<ObjectItem> items = new ArrayList<>();
        while (!this.parser.isNext(TokenKind.CLOSE_BRACE)) {
            if (this.parser.isNext(TokenKind.NEWLINE)) {
                this.parser.read();
                continue;
            }
            ObjectItem item = entry(open);
            if (item == null || this.parser.hasFailed()) {
                return this.parser.broken(open, open);
            }
            items.add(item);
            TokenKind separator = this.parser.peek();
            if (separator == TokenKind.COMMA || separator == TokenKind.NEWLINE) {
                this.parser.read();
            }
            else if (separator == TokenKind.END) {
                this.parser.fail("unterminated object: there is no closing brace for it", open);
            }
            else if (separator != TokenKind.CLOSE_BRACE) {
                this.parser.fail("missing attribute separator: expected a line break or `,` here", this.parser.index());
            }
            if (this.parser.hasFailed()) {
                return this.parser.broken(open, open);
            }
        }
        int close = this.parser.read();
        return new Expression.ObjectLiteral(List.copyOf(items), this.parser.tokenSpan(open, close));
    }

    private @Nullable ObjectItem entry(int open) {
        ObjectKey key = key();
        if (this.parser.hasFailed()) {
            return null;
        }
        switch (this.parser.peek()) {
            case ASSIGN, COLON -> this.parser.read();
            case NEWLINE, COMMA ->
                this.parser.fail("missing attribute value: expected `=` and a value here", this.parser.index());
            case END -> this.parser.fail("unterminated object: there is no closing brace for it", open);
            default ->
                this.parser.fail("missing key/value separator: expected `=` here; a key with periods or spaces is"
                        + " written in quotes", this.parser.index());
        }
        return this.parser.hasFailed() ? null : new ObjectItem(key, this.expressions.read());
    }

    private ObjectKey key() {
        int first = this.parser.index();
        Tokens tokens = this.parser.tokens();
        if (tokens.kind(first) == TokenKind.IDENTIFIER) {
            TokenKind after = tokens.kind(first + 1);
            if (after == TokenKind.ASSIGN || after == TokenKind.COLON) {
                this.parser.read();
                return new ObjectKey.Named(tokens.text(first), this.parser.tokenSpan(first));
            }
        }
        return new ObjectKey.Computed(this.expressions.read());
    }

    private Expression forExpression(int open, boolean object) {
        this.parser.read();
        ForHeader header = ForHeader.read(this.parser);
        if (header == null) {
            return this.parser.broken(open, open);
        }
        if (!this.parser.isNext(TokenKind.COLON)) {
            this.parser.fail("expected `:` after the collection of this `for`", this.parser.index());
            return this.parser.broken(open, open);
        }
        this.parser.read();
        int resultStart = this.parser.index();
        Expression key = null;
        Expression value = this.expressions.read();
        if (!this.parser.hasFailed() && this.parser.isNext(TokenKind.ARROW)) {
            this.parser.read();
            key = value;
            value = this.expressions.read();
        }
        boolean grouped = !this.parser.hasFailed() && this.parser.isNext(TokenKind.ELLIPSIS);
        if (grouped) {
            this.parser.read();
        }
        Expression condition = null;
        if (!this.parser.hasFailed() && this.parser.isNextWord("if")) {
            this.parser.read();
            condition = this.expressions.read();
        }
        if (!this.parser.hasFailed()) {
            end(object, key, grouped, resultStart);
        }
        if (this.parser.hasFailed()) {
            return this.parser.broken(open, open);
        }
        int close = this.parser.read();
        return new Expression.For(header.key(), header.value(), header.collection(), key, value, grouped, condition,
                this.parser.tokenSpan(open, close));
    }

    private void end(boolean object, @Nullable Expression key, boolean grouped, int resultStart) {
        if (!this.parser.isNext(object ? TokenKind.CLOSE_BRACE : TokenKind.CLOSE_BRACKET)) {
            this.parser.fail("extra characters after the end of this `for`", this.parser.index());
        }
        else if (object && key == null) {
            this.parser.fail("a `for` that builds an object needs a key: `key => value`", resultStart);
        }
        else if (!object && key != null) {
            this.parser.fail("a `for` that builds a tuple takes no key", resultStart);
        }
        else if (!object && grouped) {
            this.parser.fail("a `for` that builds a tuple cannot group with `...`", resultStart);
        }
    }

}
