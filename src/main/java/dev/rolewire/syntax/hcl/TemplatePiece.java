package dev.rolewire.syntax.hcl;

import java.util.List;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.hcl.TemplatePart.Interpolation;
import dev.rolewire.syntax.hcl.TemplatePart.Literal;

/// A template in a row, before its directives are nested.
sealed interface TemplatePiece {

    record Text(List<Literal> literals) implements TemplatePiece {

    }

    record Inserted(Interpolation interpolation) implements TemplatePiece {

    }

    record If(Expression condition, Span span, int token) implements TemplatePiece {

    }

    record For(ForHeader header, Span span, int token) implements TemplatePiece {

    }

    /// `%{else}`, `%{endif}` or `%{endfor}`.
    record Mark(Kind kind, Span span, int token) implements TemplatePiece {

        enum Kind {

            ELSE, ENDIF, ENDFOR

        }

    }

}
