package dev.rolewire.frontend.terraform.hcl;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.HclParser;
import dev.rolewire.syntax.hcl.Name;
import dev.rolewire.syntax.hcl.Step;
import dev.rolewire.syntax.hcl.TemplatePart;
import org.jspecify.annotations.Nullable;

/// Visits the references in expressions and bodies: traversals that do not start from a name that `for` or `dynamic`
/// binds.
final class ReferenceWalk {

    private final Visitor visitor;

    private final SourceFile source;

    private ReferenceWalk(SourceFile source, Visitor visitor) {
        this.source = source;
        this.visitor = visitor;
    }

    /// Takes the references that are found.
    interface Visitor {

        /// A reference.
        /// @param root the name that it starts with
        /// @param caught whether it stands in `try` or `can`
        void reference(SourceFile source, String root, Expression.Traversal traversal, boolean caught);

    }

    static void expression(SourceFile source, Expression expression, Visitor visitor) {
        new ReferenceWalk(source, visitor).walk(expression, Set.of(), false);
    }

    /// The references of a part of a block.
    static void part(Part part, Visitor visitor) {
        ReferenceWalk walk = new ReferenceWalk(part.source(), visitor);
        switch (part) {
            case Part.Argument argument when argument.name().equals("depends_on") -> walk.order(argument.value());
            case Part.Argument argument -> walk.walk(argument.value(), Set.of(), false);
            case Part.Nested nested -> walk.block(nested.block(), Set.of());
        }
    }

    /// The references of `depends_on`, which stand in quotes in JSON and in old
    /// configuration.
    private void order(Expression list) {
        if (!(list instanceof Expression.Tuple tuple)) {
            walk(list, Set.of(), false);
            return;
        }
        for (Expression item : tuple.items()) {
            String quoted = item instanceof Expression.Template template ? template.constant() : null;
            if (quoted == null) {
                walk(item, Set.of(), false);
            }
            else if (HclParser.parseExpression(SourceFile.of(this.source.uri(), quoted), ParseLimits.DEFAULT)
                .value() instanceof Expression.Traversal(var root, var steps, var _)) {
                walk(new Expression.Traversal(root, steps, item.span()), Set.of(), false);
            }
        }
    }

    private void block(Body.Block block, Set<String> bound) {
        Set<String> inside = bound;
        if (block.type().text().equals("dynamic") && !block.labels().isEmpty()) {
            Body.Attribute iterator = block.body().attribute("iterator");
            String name = iterator == null ? block.labels().getFirst().text()
                    : this.source.textAt(iterator.value().span()).replace("\"", "");
            inside = with(bound, name);
        }
        for (Part part : ConfigBlock.parts(this.source, block.body())) {
            switch (part) {
                case Part.Argument argument -> {
                    boolean named = argument.name().equals("iterator") && block.type().text().equals("dynamic");
                    if (!named) {
                        walk(argument.value(), inside, false);
                    }
                }
                case Part.Nested nested -> block(nested.block(), inside);
            }
        }
    }

    private static Set<String> with(Set<String> bound, @Nullable String... names) {
        Set<String> all = new HashSet<>(bound);
        for (String name : names) {
            if (name != null) {
                all.add(name);
            }
        }
        return all;
    }

    private static @Nullable String text(@Nullable Name name) {
        return name == null ? null : name.text();
    }

    private void walk(@Nullable Expression expression, Set<String> bound, boolean caught) {
        switch (expression) {
            case null -> {
            }
            case Expression.Template template -> parts(template.parts(), bound, caught);
            case Expression.Tuple tuple -> tuple.items().forEach((item) -> walk(item, bound, caught));
            case Expression.ObjectLiteral object -> {
                for (Expression.ObjectItem item : object.items()) {
                    if (item.key() instanceof Expression.ObjectKey.Computed computed) {
                        walk(computed.expression(), bound, caught);
                    }
                    walk(item.value(), bound, caught);
                }
            }
            case Expression.For loop -> {
                walk(loop.collection(), bound, caught);
                Set<String> inside = with(bound, text(loop.key()), loop.value().text());
                walk(loop.keyResult(), inside, caught);
                walk(loop.valueResult(), inside, caught);
                walk(loop.condition(), inside, caught);
            }
            case Expression.Conditional conditional -> {
                walk(conditional.condition(), bound, caught);
                walk(conditional.then(), bound, caught);
                walk(conditional.otherwise(), bound, caught);
            }
            case Expression.Binary binary -> {
                walk(binary.left(), bound, caught);
                walk(binary.right(), bound, caught);
            }
            case Expression.Unary unary -> walk(unary.operand(), bound, caught);
            case Expression.Call call -> {
                boolean catches = caught || call.name().text().equals("try") || call.name().text().equals("can");
                call.arguments().forEach((argument) -> walk(argument, bound, catches));
            }
            case Expression.Traversal traversal -> traversal(traversal, bound, caught);
            case Expression.Parentheses parentheses -> walk(parentheses.inner(), bound, caught);
            case Expression.NumberLiteral _, Expression.BooleanLiteral _, Expression.NullLiteral _,
                    Expression.Variable _, Expression.Broken _ ->
                {
                }
        }
    }

    private void traversal(Expression.Traversal traversal, Set<String> bound, boolean caught) {
        if (!(traversal.root() instanceof Expression.Variable root)) {
            walk(traversal.root(), bound, caught);
        }
        else if (!bound.contains(root.name())) {
            this.visitor.reference(this.source, root.name(), traversal, caught);
        }
        steps(traversal.steps(), bound, caught);
    }

    private void steps(List<Step> steps, Set<String> bound, boolean caught) {
        for (Step step : steps) {
            switch (step) {
                case Step.GetIndex index -> walk(index.key(), bound, caught);
                case Step.Splat splat -> steps(splat.each(), bound, caught);
                case Step.GetAttribute _ -> {
                }
            }
        }
    }

    private void parts(List<TemplatePart> parts, Set<String> bound, boolean caught) {
        for (TemplatePart part : parts) {
            switch (part) {
                case TemplatePart.Literal _ -> {
                }
                case TemplatePart.Interpolation interpolation -> walk(interpolation.expression(), bound, caught);
                case TemplatePart.If condition -> {
                    walk(condition.condition(), bound, caught);
                    parts(condition.then(), bound, caught);
                    List<TemplatePart> otherwise = condition.otherwise();
                    if (otherwise != null) {
                        parts(otherwise, bound, caught);
                    }
                }
                case TemplatePart.For loop -> {
                    walk(loop.collection(), bound, caught);
                    parts(loop.parts(), with(bound, text(loop.key()), loop.value().text()), caught);
                }
            }
        }
    }

    /// The name of a step, or null when it is none.
    static @Nullable String name(List<Step> steps, int index) {
        return index < steps.size() && steps.get(index) instanceof Step.GetAttribute attribute ? attribute.name().text()
                : null;
    }

}
