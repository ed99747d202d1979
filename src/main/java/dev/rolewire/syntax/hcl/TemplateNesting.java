package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.Span;

/// Nests the directives of a template.
final class TemplateNesting {

    private final Parser parser;

    private final List<TemplatePiece> pieces;

    private int at;

    TemplateNesting(Parser parser, List<TemplatePiece> pieces) {
        this.parser = parser;
        this.pieces = pieces;
    }

    List<TemplatePart> read() {
        List<TemplatePart> parts = parts();
        if (this.at < this.pieces.size() && this.pieces.get(this.at) instanceof TemplatePiece.Mark mark) {
            fail("unexpected directive: there is nothing that `" + word(mark.kind()) + "` belongs to", mark.token());
        }
        return parts;
    }

    private void fail(String message, int token) {
        this.parser.fail(message, token, token + 1);
    }

    /// Reads up to a mark or the end.
    private List<TemplatePart> parts() {
        List<TemplatePart> parts = new ArrayList<>();
        while (this.at < this.pieces.size() && !this.parser.hasFailed()) {
            switch (this.pieces.get(this.at)) {
                case TemplatePiece.Text text -> {
                    parts.addAll(text.literals());
                    this.at++;
                }
                case TemplatePiece.Inserted inserted -> {
                    parts.add(inserted.interpolation());
                    this.at++;
                }
                case TemplatePiece.If start -> {
                    this.at++;
                    nested(start, parts);
                }
                case TemplatePiece.For start -> {
                    this.at++;
                    nested(start, parts);
                }
                case TemplatePiece.Mark _ -> {
                    return List.copyOf(parts);
                }
            }
        }
        return List.copyOf(parts);
    }

    private void nested(TemplatePiece.If start, List<TemplatePart> parts) {
        if (this.parser.enter()) {
            List<TemplatePart> then = parts();
            List<TemplatePart> otherwise = null;
            if (isNext(TemplatePiece.Mark.Kind.ELSE)) {
                this.at++;
                otherwise = parts();
            }
            Span end = end(TemplatePiece.Mark.Kind.ENDIF, start.token());
            parts.add(new TemplatePart.If(start.condition(), then, otherwise, between(start.span(), end)));
        }
        this.parser.leave();
    }

    private void nested(TemplatePiece.For start, List<TemplatePart> parts) {
        if (this.parser.enter()) {
            List<TemplatePart> body = parts();
            Span end = end(TemplatePiece.Mark.Kind.ENDFOR, start.token());
            ForHeader header = start.header();
            parts.add(new TemplatePart.For(header.key(), header.value(), header.collection(), body,
                    between(start.span(), end)));
        }
        this.parser.leave();
    }

    private static Span between(Span first, Span last) {
        return new Span(first.start(), Math.max(first.end(), last.end()));
    }

    private boolean isNext(TemplatePiece.Mark.Kind kind) {
        return this.at < this.pieces.size() && this.pieces.get(this.at) instanceof TemplatePiece.Mark mark
                && mark.kind() == kind;
    }

    private Span end(TemplatePiece.Mark.Kind kind, int open) {
        if (isNext(kind) && this.pieces.get(this.at) instanceof TemplatePiece.Mark mark) {
            this.at++;
            return mark.span();
        }
        if (this.at < this.pieces.size() && this.pieces.get(this.at) instanceof TemplatePiece.Mark mark) {
            fail("unexpected directive `" + word(mark.kind()) + "`: expected `" + word(kind) + "`", mark.token());
        }
        fail("unexpected end of template: this directive has no `" + word(kind) + "`", open);
        return this.parser.tokenSpan(open);
    }

    private static String word(TemplatePiece.Mark.Kind kind) {
        return switch (kind) {
            case ELSE -> "else";
            case ENDIF -> "endif";
            case ENDFOR -> "endfor";
        };
    }

}
