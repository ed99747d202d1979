package dev.rolewire.syntax.hcl;

import java.util.List;

import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// One part of a template. Indentation of a `<<-` heredoc and white space at strip markers are gone already.
public sealed interface TemplatePart {

    /// What it covers.
    Span span();

    /// A piece of text: either as it is written, then text and span are equally long, or
    /// what one escape stands for.
    /// Text without escapes is one piece, in heredocs one piece a line.
    ///
    /// @param text the text, never empty
    record Literal(String text, Span span) implements TemplatePart {

        /// Where a character of the text is written.
        /// @param offset from 0 to the length of the text
        /// @return its offset in the source; for the inside of an escape its start
        public int sourceOffset(int offset) {
            if (offset >= this.text.length()) {
                return this.span.end();
            }
            return this.text.length() == this.span.length() ? this.span.start() + offset : this.span.start();
        }

    }

    /// `${expression}`
    ///
    /// @param expression what it holds
    /// @param stripBefore whether it is written `${~`
    /// @param stripAfter whether it is written `~}`
    record Interpolation(Expression expression, boolean stripBefore, boolean stripAfter,
            Span span) implements TemplatePart {

    }

    /// `%{if condition}...%{else}...%{endif}`
    ///
    /// @param condition what decides
    /// @param then the parts when it is true
    /// @param otherwise the parts when it is false; null without `%{else}`, which is the
    /// same as no parts
    record If(Expression condition, List<TemplatePart> then, @Nullable List<TemplatePart> otherwise,
            Span span) implements TemplatePart {

    }

    /// `%{for key, value in collection}...%{endfor}`
    ///
    /// @param key the name of the key, or null
    /// @param value the name of the value
    /// @param collection what it goes through
    /// @param parts the parts for each item
    record For(@Nullable Name key, Name value, Expression collection, List<TemplatePart> parts,
            Span span) implements TemplatePart {

    }

}
