package dev.rolewire.syntax.hcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.hcl.Expression.Template;
import org.jspecify.annotations.Nullable;

/// Reads expressions: operators by precedence, terms and calls.
final class ExpressionParser {

    private static final int UNARY = 7;

    private final Parser parser;

    private final Tokens tokens;

    private final CollectionParser collections;

    private final TraversalParser traversals;

    ExpressionParser(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens();
        this.collections = new CollectionParser(parser, this);
        this.traversals = new TraversalParser(parser, this);
    }

    /// Reads one expression.
    Expression read() {
        int first = this.parser.index();
        Expression expression = this.parser.enter() ? conditional(first) : this.parser.broken(first, first);
        this.parser.leave();
        return expression;
    }

    private Expression conditional(int first) {
        Expression condition = binary(1);
        if (this.parser.hasFailed() || !this.parser.isNext(TokenKind.QUESTION)) {
            return condition;
        }
        this.parser.read();
        Expression then = read();
        if (this.parser.hasFailed()) {
            return condition;
        }
        if (!this.parser.isNext(TokenKind.COLON)) {
            this.parser.fail("missing false expression in conditional: expected `:` and the value for the other case",
                    this.parser.index());
            return condition;
        }
        this.parser.read();
        Expression otherwise = read();
        return new Expression.Conditional(condition, then, otherwise,
                between(this.tokens.start(first), otherwise.span()));
    }

    private Expression binary(int precedence) {
        int first = this.parser.index();
        Expression left = operand();
        int chain = 0;
        while (!this.parser.hasFailed()) {
            Operator operator = operator(this.parser.peek());
            if (operator == null || precedence(operator) < precedence || !this.parser.isWithin(++chain)) {
                return left;
            }
            this.parser.read();
            Expression right = binary(precedence(operator) + 1);
            left = new Expression.Binary(operator, left, right, between(this.tokens.start(first), right.span()));
        }
        return left;
    }

    private Span between(int start, Span last) {
        int first = this.parser.toSource(start);
        return new Span(first, Math.max(first, last.end()));
    }

    private static @Nullable Operator operator(TokenKind kind) {
        return switch (kind) {
            case OR -> Operator.OR;
            case AND -> Operator.AND;
            case EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
            case LESS -> Operator.LESS;
            case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case GREATER -> Operator.GREATER;
            case GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case PLUS -> Operator.ADD;
            case MINUS -> Operator.SUBTRACT;
            case STAR -> Operator.MULTIPLY;
            case SLASH -> Operator.DIVIDE;
            case PERCENT -> Operator.MODULO;
            case IDENTIFIER, NUMBER, NEWLINE, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, OPEN_PARENTHESIS,
                    CLOSE_PARENTHESIS, DOT, COMMA, COLON, DOUBLE_COLON, QUESTION, ELLIPSIS, ARROW, ASSIGN, BANG,
                    OPEN_QUOTE, CLOSE_QUOTE, OPEN_HEREDOC, CLOSE_HEREDOC, INTERPOLATION, DIRECTIVE, SEQUENCE_END,
                    QUOTED_TEXT, TEXT, INVALID, END ->
                null;
        };
    }

    private static int precedence(Operator operator) {
        return switch (operator) {
            case OR -> 1;
            case AND -> 2;
            case EQUAL, NOT_EQUAL -> 3;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 4;
            case ADD, SUBTRACT -> 5;
            case MULTIPLY, DIVIDE, MODULO -> 6;
            case NOT, NEGATE -> UNARY;
        };
    }

    /// Reads a term with the steps after it.
    private Expression operand() {
        int first = this.parser.index();
        Expression term = term(first);
        return this.parser.hasFailed() ? term : this.traversals.read(term, first);
    }

    private Expression term(int first) {
        return switch (this.tokens.kind(first)) {
            case OPEN_PARENTHESIS -> parentheses(first);
            case NUMBER -> {
                this.parser.read();
                yield number(first);
            }
            case IDENTIFIER -> {
                this.parser.read();
                yield named(first);
            }
            case OPEN_QUOTE -> template(first, TokenKind.CLOSE_QUOTE, Template.Style.QUOTED);
            case OPEN_HEREDOC -> template(first, TokenKind.CLOSE_HEREDOC,
                    this.tokens.source().charAt(this.tokens.start(first) + 2) == '-' ? Template.Style.INDENTED_HEREDOC
                            : Template.Style.HEREDOC);
            case MINUS -> unary(Operator.NEGATE, first);
            case BANG -> unary(Operator.NOT, first);
            case OPEN_BRACKET -> this.collections.tuple();
            case OPEN_BRACE -> this.collections.object();
            case END -> {
                this.parser.fail("missing expression: expected a value, found the end of the text", first);
                yield this.parser.broken(first, first);
            }
            case NEWLINE, CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PARENTHESIS, DOT, COMMA, COLON, DOUBLE_COLON, QUESTION,
                    ELLIPSIS, ARROW, ASSIGN, STAR, SLASH, PERCENT, PLUS, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER,
                    GREATER_OR_EQUAL, AND, OR, CLOSE_QUOTE, CLOSE_HEREDOC, INTERPOLATION, DIRECTIVE, SEQUENCE_END,
                    QUOTED_TEXT, TEXT, INVALID -> {
                this.parser.fail("expected an expression", first);
                yield this.parser.broken(first, first);
            }
        };
    }

    private Expression parentheses(int open) {
        this.parser.read();
        boolean newlines = this.parser.countNewlines(false);
        Expression inner = read();
        if (!this.parser.hasFailed() && !this.parser.isNext(TokenKind.CLOSE_PARENTHESIS)) {
            this.parser.fail("unbalanced parentheses: expected `)` here", this.parser.index());
        }
        if (this.parser.hasFailed()) {
            return inner;
        }
        int close = this.parser.read();
        this.parser.countNewlines(newlines);
        return new Expression.Parentheses(inner, this.parser.tokenSpan(open, close));
    }

    private Expression unary(Operator operator, int symbol) {
        this.parser.read();
        Expression operand = this.parser.enter() ? operand() : this.parser.broken(symbol, symbol);
        this.parser.leave();
        return new Expression.Unary(operator, operand, between(this.tokens.start(symbol), operand.span()));
    }

    private Expression template(int open, TokenKind end, Template.Style style) {
        this.parser.read();
        boolean flush = style == Template.Style.INDENTED_HEREDOC;
        List<TemplatePart> parts = this.parser.templates().read(open, end, flush);
        return new Template(parts, style, this.parser.tokenSpan(open, this.parser.previous()));
    }

    /// The number that a token writes.
    Expression number(int token) {
        String written = this.tokens.text(token);
        Span span = this.parser.tokenSpan(token);
        try {
            BigDecimal value = Numbers.parse(written);
            if (value != null) {
                return new Expression.NumberLiteral(value, span);
            }
            this.parser.report(SyntaxProblem.Kind.LIMIT, Numbers.TOO_LONG, this.tokens.start(token),
                    this.tokens.end(token));
        }
        catch (NumberFormatException _) {
            this.parser.report("`" + written + "` is not a number", token, token);
        }
        return new Expression.Broken(span);
    }

    private Expression named(int name) {
        TokenKind after = this.parser.peek();
        if (after == TokenKind.OPEN_PARENTHESIS || after == TokenKind.DOUBLE_COLON) {
            return call(name);
        }
        Span span = this.parser.tokenSpan(name);
        String text = this.tokens.text(name);
        return switch (text) {
            case "true" -> new Expression.BooleanLiteral(true, span);
            case "false" -> new Expression.BooleanLiteral(false, span);
            case "null" -> new Expression.NullLiteral(span);
            default -> new Expression.Variable(text, span);
        };
    }

    private Expression call(int first) {
        StringBuilder name = new StringBuilder(this.tokens.text(first));
        int last = first;
        while (this.parser.isNext(TokenKind.DOUBLE_COLON)) {
            this.parser.read();
            if (!this.parser.isNext(TokenKind.IDENTIFIER)) {
                this.parser.fail("missing function name: `::` must be followed by a name", this.parser.index());
                return this.parser.broken(first, this.parser.index());
            }
            last = this.parser.read();
            name.append("::").append(this.tokens.text(last));
        }
        if (!this.parser.isNext(TokenKind.OPEN_PARENTHESIS)) {
            this.parser.fail("missing open parenthesis: a function's name must be followed by its arguments",
                    this.parser.index());
            return this.parser.broken(first, this.parser.index());
        }
        Name function = new Name(name.toString(), this.parser.tokenSpan(first, last));
        this.parser.read();
        boolean newlines = this.parser.countNewlines(false);
        List<Expression> arguments = new ArrayList<>();
        boolean expanded = arguments(first, arguments);
        if (this.parser.hasFailed()) {
            return this.parser.broken(first, last);
        }
        int close = this.parser.read();
        this.parser.countNewlines(newlines);
        return new Expression.Call(function, List.copyOf(arguments), expanded, this.parser.tokenSpan(first, close));
    }

    /// Reads arguments up to the closing parenthesis.
    /// @return whether the last one is spread
    private boolean arguments(int name, List<Expression> arguments) {
        while (!this.parser.isNext(TokenKind.CLOSE_PARENTHESIS)) {
            arguments.add(read());
            if (this.parser.hasFailed()) {
                return false;
            }
            switch (this.parser.peek()) {
                case CLOSE_PARENTHESIS -> {
                    return false;
                }
                case COMMA -> this.parser.read();
                case ELLIPSIS -> {
                    int ellipsis = this.parser.read();
                    if (!this.parser.isNext(TokenKind.CLOSE_PARENTHESIS)) {
                        this.parser.fail("missing closing parenthesis: `...` must end the arguments", ellipsis);
                    }
                    return true;
                }
                case END -> this.parser.fail("unterminated function call: there is no closing parenthesis for it", name,
                        this.parser.index());
                default ->
                    this.parser.fail("missing argument separator: expected `,` or `)` here", this.parser.index());
            }
            if (this.parser.hasFailed()) {
                return false;
            }
        }
        return false;
    }

}
