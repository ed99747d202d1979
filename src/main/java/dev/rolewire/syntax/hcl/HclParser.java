package dev.rolewire.syntax.hcl;

import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;

/// HCL native syntax to a located tree.
public final class HclParser {

    private HclParser() {
    }

    /// Parses a configuration file (`.tf`, `.tofu`, `.tfvars`); never throws.
    ///
    /// After a syntax error parsing goes on behind the broken block or attribute.
    /// @param source the text
    /// @param limits the bounds; what lies beyond a bound is missing from the tree
    /// @return the tree and the problems in source order
    public static Parsed<HclFile> parse(SourceFile source, ParseLimits limits) {
        return new Parsed<>(new HclFile(Body.empty(new Span(0, source.text().length())), List.of()), List.of());
    }

    /// Parses a whole text as one expression; never throws.
    /// @return the expression, [Expression.Broken] when nothing could be read, and the
    /// problems in source order
    public static Parsed<Expression> parseExpression(SourceFile source, ParseLimits limits) {
        return new Parsed<>(new Expression.Broken(Span.at(0)), List.of());
    }

    /// Parses a whole text as one template, as `templatefile` reads it; never throws.
    /// @return the template and the problems in source order
    public static Parsed<Expression.Template> parseTemplate(SourceFile source, ParseLimits limits) {
        return new Parsed<>(
                new Expression.Template(List.of(), Expression.Template.Style.BARE, new Span(0, source.text().length())),
                List.of());
    }

}
