package dev.rolewire.syntax.hcl;

import java.util.List;
import java.util.function.IntUnaryOperator;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.hcl.Expression.Template;
import org.jspecify.annotations.Nullable;

/// HCL native syntax to a located tree.
public final class HclParser {

    private HclParser() {
    }

    /// Parses a configuration file (`.tf`, `.tofu`, `.tfvars`); never throws.
    ///
    /// After a syntax error parsing goes on behind the broken attribute or block. The
    /// value of a broken attribute is
    /// [Expression.Broken].
    /// @param source the text
    /// @param limits the bounds, of depth never more than 120; what lies beyond a bound
    /// is missing from the tree
    /// @return the tree and the problems in source order
    public static Parsed<HclFile> parse(SourceFile source, ParseLimits limits) {
        Tokens tokens = Lexer.read(source.text());
        Parser parser = new Parser(tokens, limits, null);
        Body body = new BodyParser(parser).file();
        return new Parsed<>(new HclFile(body, List.copyOf(tokens.comments())), parser.problems());
    }

    /// Parses a whole text as one expression; never throws.
    /// @param source the text
    /// @param limits the bounds
    /// @return the expression, [Expression.Broken] after a syntax error, and the problems
    /// in source order
    public static Parsed<Expression> parseExpression(SourceFile source, ParseLimits limits) {
        Tokens tokens = Lexer.read(source.text());
        Parser parser = new Parser(tokens, limits, null);
        parser.countNewlines(false);
        Expression expression = parser.expressions().read();
        if (!parser.hasFailed() && !parser.isNext(TokenKind.END)) {
            parser.fail("extra characters after expression", parser.index());
        }
        if (parser.hasFailed()) {
            expression = new Expression.Broken(new Span(0, source.text().length()));
        }
        return new Parsed<>(expression, parser.problems());
    }

    /// Parses a whole text as one template, as `templatefile` reads it; never throws.
    /// @param source the text
    /// @param limits the bounds
    /// @return the template, its only part [Expression.Broken] after a syntax error, and
    /// the problems in source order
    public static Parsed<Template> parseTemplate(SourceFile source, ParseLimits limits) {
        return parseTemplate(source.text(), null, limits);
    }

    /// Parses a text that stands inside another document, as in a JSON string, so that
    /// every span is one of the outer
    /// document; never throws.
    /// @param text the template
    /// @param toSource gives for an offset of the text, its end included, the offset of
    /// the outer document; must not
    /// decrease
    /// @param limits the bounds
    /// @return as the other
    public static Parsed<Template> parseTemplate(String text, @Nullable IntUnaryOperator toSource, ParseLimits limits) {
        Parser parser = new Parser(Lexer.readTemplate(text), limits, toSource);
        Span span = parser.span(0, text.length());
        List<TemplatePart> parts = parser.templates().read(0, TokenKind.END, false);
        if (parser.hasFailed()) {
            parts = List.of(new TemplatePart.Interpolation(new Expression.Broken(span), false, false, span));
        }
        return new Parsed<>(new Template(parts, Template.Style.BARE, span), parser.problems());
    }

}
