package dev.rolewire.syntax.hcl;

import java.math.BigDecimal;
import java.util.List;

import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// An expression.
public sealed interface Expression {

    /// What it covers, quotes and brackets included.
    Span span();

    /// A number. HCL calculates with 512 bits; the value here is what is written.
    record NumberLiteral(BigDecimal value, Span span) implements Expression {

    }

    /// `true` or `false`.
    record BooleanLiteral(boolean value, Span span) implements Expression {

    }

    /// `null`
    record NullLiteral(Span span) implements Expression {

    }

    /// A template: quoted text, a heredoc, or a whole text parsed as a template.
    ///
    /// @param parts its parts in order; none for the empty text
    /// @param style how it is written
    record Template(List<TemplatePart> parts, Style style, Span span) implements Expression {

        /// How a template is written.
        public enum Style {

            /// `"..."`
            QUOTED,
            /// `<<END`
            HEREDOC,
            /// `<<-END`
            INDENTED_HEREDOC,
            /// A whole text: a template file or a JSON string.
            BARE

        }

        /// The text when it has neither interpolations nor directives, else null.
        public @Nullable String constant() {
            StringBuilder text = new StringBuilder();
            for (TemplatePart part : this.parts) {
                if (!(part instanceof TemplatePart.Literal literal)) {
                    return null;
                }
                text.append(literal.text());
            }
            return text.toString();
        }

        /// The expression of a template that is one interpolation and nothing else, whose
        /// value then is the template's,
        /// of whatever type; else null.
        public @Nullable Expression wrapped() {
            return this.parts.size() == 1 && this.parts.getFirst() instanceof TemplatePart.Interpolation only
                    ? only.expression() : null;
        }

    }

    /// `[a, b]`
    record Tuple(List<Expression> items, Span span) implements Expression {

    }

    /// `{ key = value }`
    record ObjectLiteral(List<ObjectItem> items, Span span) implements Expression {

    }

    /// One item of an object.
    record ObjectItem(ObjectKey key, Expression value) {

        /// From the key to the end of the value.
        public Span span() {
            return new Span(this.key.span().start(), Math.max(this.key.span().start(), this.value.span().end()));
        }

    }

    /// The key of an object's item.
    sealed interface ObjectKey {

        /// What it covers, quotes or parentheses included.
        Span span();

        /// The key when it is known from the text alone, else null.
        default @Nullable String constant() {
            return switch (this) {
                case Named named -> named.name();
                case Computed(Template template) -> template.constant();
                case Computed(NumberLiteral(BigDecimal value, Span _)) -> value.stripTrailingZeros().toPlainString();
                case Computed _ -> null;
            };
        }

        /// A bare word, which names itself; `true`, `false` and `null` too.
        record Named(String name, Span span) implements ObjectKey {

        }

        /// Anything else: quoted text, an expression in parentheses ([Parentheses]), a
        /// number. A traversal without
        /// parentheses (`a.b = 1`) is a parse of its own kind, which HashiCorp refuses
        /// when it evaluates it.
        record Computed(Expression expression) implements ObjectKey {

            @Override
            public Span span() {
                return this.expression.span();
            }

        }

    }

    /// `[for v in c : v if x]` or `{for k, v in c : k => v... if x}`
    ///
    /// @param key the name of the key or index, or null
    /// @param value the name of the value
    /// @param collection what it goes through
    /// @param keyResult the key of each item of the result; null for a tuple
    /// @param valueResult the value of each item of the result
    /// @param grouped whether `...` collects the values of equal keys
    /// @param condition which items are taken, or null for all
    record For(@Nullable Name key, Name value, Expression collection, @Nullable Expression keyResult,
            Expression valueResult, boolean grouped, @Nullable Expression condition, Span span) implements Expression {

    }

    /// `condition ? then : otherwise`
    record Conditional(Expression condition, Expression then, Expression otherwise, Span span) implements Expression {

    }

    /// `left operator right`
    record Binary(Operator operator, Expression left, Expression right, Span span) implements Expression {

    }

    /// `!operand`, `-operand`
    record Unary(Operator operator, Expression operand, Span span) implements Expression {

    }

    /// `name(arguments)`
    ///
    /// @param name the function; with a namespace as `provider::aws::arn_parse`, without
    /// white space
    /// @param arguments the arguments in order
    /// @param expanded whether `...` spreads the last argument
    record Call(Name name, List<Expression> arguments, boolean expanded, Span span) implements Expression {

    }

    /// A bare name, as `var`.
    record Variable(String name, Span span) implements Expression {

    }

    /// Steps from an expression: `var.x[0].y`.
    ///
    /// @param root where it starts; a [Variable] for an absolute traversal
    /// @param steps at least one step
    record Traversal(Expression root, List<Step> steps, Span span) implements Expression {

    }

    /// `(inner)`
    record Parentheses(Expression inner, Span span) implements Expression {

    }

    /// What could not be read; a problem says why.
    record Broken(Span span) implements Expression {

    }

}
