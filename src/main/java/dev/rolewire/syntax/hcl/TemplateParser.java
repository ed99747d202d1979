package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// Reads templates.
final class TemplateParser {

    private static final String DIRECTIVE = "expected a directive here: `if`, `else`, `endif`, `for` or `endfor`";

    private final Parser parser;

    private final Tokens tokens;

    TemplateParser(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens();
    }

    /// Reads the parts of a template and its closing token.
    /// @param open its opening token
    /// @param end the kind of its closing token
    /// @param indented whether indentation is taken away, as in `<<-`
    List<TemplatePart> read(int open, TokenKind end, boolean indented) {
        List<TemplatePiece> pieces = pieces(open, end);
        if (this.parser.hasFailed()) {
            return List.of();
        }
        return new TemplateNesting(this.parser, indented ? Indentation.remove(pieces) : pieces).read();
    }

    private List<TemplatePiece> pieces(int open, TokenKind end) {
        List<TemplatePiece> pieces = new ArrayList<>();
        boolean stripNext = false;
        boolean newlines = this.parser.countNewlines(true);
        while (!this.parser.isNext(end)) {
            int token = this.parser.index();
            switch (this.tokens.kind(token)) {
                case QUOTED_TEXT, TEXT -> {
                    this.parser.read();
                    List<TemplatePart.Literal> text = TextPieces.of(this.parser, token);
                    pieces.add(new TemplatePiece.Text(stripNext ? TextPieces.trimStart(text) : text));
                    stripNext = false;
                }
                case INTERPOLATION, DIRECTIVE -> {
                    if (isStripping(token)) {
                        stripLast(pieces);
                    }
                    TemplatePiece sequence = sequence(this.parser.read());
                    if (sequence == null) {
                        return pieces;
                    }
                    pieces.add(sequence);
                    stripNext = this.tokens.end(this.parser.previous())
                            - this.tokens.start(this.parser.previous()) == 2;
                }
                default -> {
                    this.parser.fail("unterminated template: no closing "
                            + (end == TokenKind.CLOSE_QUOTE ? "quote" : "marker") + " was found for it", open);
                    return pieces;
                }
            }
        }
        this.parser.read();
        this.parser.countNewlines(newlines);
        return pieces;
    }

    private boolean isStripping(int token) {
        return this.tokens.end(token) - this.tokens.start(token) == 3;
    }

    private static void stripLast(List<TemplatePiece> pieces) {
        if (!pieces.isEmpty() && pieces.getLast() instanceof TemplatePiece.Text text) {
            pieces.set(pieces.size() - 1, new TemplatePiece.Text(TextPieces.trimEnd(text.literals())));
        }
    }

    /// Reads a sequence behind its opening token.
    /// @return null after a failure
    private @Nullable TemplatePiece sequence(int open) {
        boolean newlines = this.parser.countNewlines(false);
        Content content = this.tokens.kind(open) == TokenKind.INTERPOLATION
                ? new Content.Value(this.parser.expressions().read()) : directive();
        if (content == null || this.parser.hasFailed()) {
            return null;
        }
        if (!this.parser.isNext(TokenKind.SEQUENCE_END)) {
            failUnclosed(open);
            return null;
        }
        int close = this.parser.read();
        this.parser.countNewlines(newlines);
        Span span = this.parser.tokenSpan(open, close);
        boolean stripAfter = this.tokens.end(close) - this.tokens.start(close) == 2;
        return switch (content) {
            case Content.Value(Expression value) ->
                new TemplatePiece.Inserted(new TemplatePart.Interpolation(value, isStripping(open), stripAfter, span));
            case Content.If(Expression condition) -> new TemplatePiece.If(condition, span, open);
            case Content.For(ForHeader header) -> new TemplatePiece.For(header, span, open);
            case Content.Mark(TemplatePiece.Mark.Kind kind) -> new TemplatePiece.Mark(kind, span, open);
        };
    }

    private void failUnclosed(int open) {
        switch (this.parser.peek()) {
            case END, OPEN_QUOTE, CLOSE_QUOTE ->
                this.parser.fail("unclosed template sequence: there is no closing brace for it", open);
            case COLON -> this.parser.fail("extra characters after the expression: a colon is not expected here; to"
                    + " write text for another language escape it as `$${`", this.parser.index());
            default -> this.parser.fail(
                    "extra characters after the expression: expected `}` here; to write text for another"
                            + " language escape it as `"
                            + (this.tokens.kind(open) == TokenKind.DIRECTIVE ? "%%{" : "$${") + "`",
                    this.parser.index());
        }
    }

    /// What stands in a sequence.
    private sealed interface Content {

        record Value(Expression expression) implements Content {

        }

        record If(Expression condition) implements Content {

        }

        record For(ForHeader header) implements Content {

        }

        record Mark(TemplatePiece.Mark.Kind kind) implements Content {

        }

    }

    private @Nullable Content directive() {
        int keyword = this.parser.index();
        if (this.tokens.kind(keyword) != TokenKind.IDENTIFIER) {
            this.parser.fail(DIRECTIVE, keyword);
            return null;
        }
        return switch (this.tokens.text(keyword)) {
            case "if" -> {
                this.parser.read();
                yield new Content.If(this.parser.expressions().read());
            }
            case "for" -> {
                this.parser.read();
                ForHeader header = ForHeader.read(this.parser);
                yield header == null ? null : new Content.For(header);
            }
            case "else" -> mark(TemplatePiece.Mark.Kind.ELSE);
            case "endif" -> mark(TemplatePiece.Mark.Kind.ENDIF);
            case "endfor" -> mark(TemplatePiece.Mark.Kind.ENDFOR);
            default -> {
                this.parser.fail(DIRECTIVE, keyword);
                yield null;
            }
        };
    }

    private Content mark(TemplatePiece.Mark.Kind kind) {
        this.parser.read();
        return new Content.Mark(kind);
    }

}
