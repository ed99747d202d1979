package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.HclParser;
import dev.rolewire.syntax.hcl.Step;
import dev.rolewire.syntax.hcl.TemplatePart;

/// Evaluates single expressions by the function library alone.
final class Expressions {

    private final Map<String, Value> variables = new LinkedHashMap<>();

    private final Context context;

    Expressions(Context context) {
        this.context = context;
    }

    /// An evaluator that sees some files.
    static Expressions with(Map<String, byte[]> files) {
        Origin origin = new Origin(SourceFile.of("test", ""), Span.at(0), Pointer.ROOT);
        Files view = new Files() {
            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(files.get(path.startsWith("./") ? path.substring(2) : path));
            }

            @Override
            public List<String> below(String directory) {
                String prefix = directory.equals(".") ? "" : directory + "/";
                return files.keySet()
                    .stream()
                    .filter((path) -> path.startsWith(prefix))
                    .map((path) -> path.substring(prefix.length()))
                    .toList();
            }
        };
        Templates templates = (path, text, given, context) -> {
            Expressions inner = new Expressions(context);
            given.fields().forEach((field) -> inner.set(field.key(), field.value()));
            return inner.evaluate(HclParser.parseTemplate(SourceFile.of(path, text), ParseLimits.DEFAULT).value());
        };
        GuardSpace guards = new GuardSpace();
        return new Expressions(
                new Context(origin, guards, dev.rolewire.model.Guard.TRUE, new Budget(), view, templates));
    }

    Context context() {
        return this.context;
    }

    Expressions set(String name, Value value) {
        this.variables.put(name, value);
        return this;
    }

    Outcome evaluate(String text) {
        return evaluate(HclParser.parseExpression(SourceFile.of("test", text), ParseLimits.DEFAULT).value());
    }

    private Outcome evaluate(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral number -> literal(number.value().toPlainString(), Literal.Kind.NUMBER);
            case Expression.BooleanLiteral bool -> literal(Boolean.toString(bool.value()), Literal.Kind.BOOLEAN);
            case Expression.NullLiteral _ -> Outcome.of(new Value.Absent(this.context.origin()));
            case Expression.Template template -> template(template);
            case Expression.Tuple tuple ->
                all(tuple.items(), (items) -> Outcome.of(new Value.ListValue(items, this.context.origin())));
            case Expression.ObjectLiteral object -> object(object);
            case Expression.Conditional conditional -> {
                Outcome condition = evaluate(conditional.condition());
                yield condition.succeeds() ? Operations.conditional(condition.value(), evaluate(conditional.then()),
                        evaluate(conditional.otherwise()), this.context) : condition;
            }
            case Expression.Binary binary -> all(List.of(binary.left(), binary.right()), (values) -> Operations
                .binary(binary.operator(), values.getFirst(), values.getLast(), this.context));
            case Expression.Unary unary -> all(List.of(unary.operand()),
                    (values) -> Operations.unary(unary.operator(), values.getFirst(), this.context));
            case Expression.Call call -> call(call);
            case Expression.Variable variable -> {
                Value value = this.variables.get(variable.name());
                yield value == null ? failed("no variable " + variable.name()) : Outcome.of(value);
            }
            case Expression.Traversal traversal -> steps(evaluate(traversal.root()), traversal.steps());
            case Expression.Parentheses parentheses -> evaluate(parentheses.inner());
            case Expression.For _, Expression.Broken _ -> failed("not evaluated here");
        };
    }

    private Outcome failed(String message) {
        return new Outcome(new Value.Absent(this.context.origin()),
                List.of(new FunctionError("test", message, -1, this.context.guard())));
    }

    private Outcome literal(String text, Literal.Kind kind) {
        return Outcome.of(new Literal(text, kind, this.context.origin(), null));
    }

    private interface Body {

        Outcome of(List<Value> values);

    }

    private Outcome all(List<? extends Expression> expressions, Body body) {
        List<Value> values = new ArrayList<>();
        for (Expression expression : expressions) {
            Outcome outcome = evaluate(expression);
            if (!outcome.succeeds()) {
                return outcome;
            }
            values.add(outcome.value());
        }
        return body.of(List.copyOf(values));
    }

    private Outcome template(Expression.Template template) {
        if (template.constant() != null) {
            return literal(template.constant(), Literal.Kind.STRING);
        }
        if (template.wrapped() != null) {
            return evaluate(template.wrapped());
        }
        List<Value> parts = new ArrayList<>();
        for (TemplatePart part : template.parts()) {
            Outcome outcome = switch (part) {
                case TemplatePart.Literal literal -> literal(literal.text(), Literal.Kind.STRING);
                case TemplatePart.Interpolation interpolation -> evaluate(interpolation.expression());
                case TemplatePart.If _, TemplatePart.For _ -> failed("not evaluated here");
            };
            if (!outcome.succeeds()) {
                return outcome;
            }
            parts.add(outcome.value());
        }
        return Operations.template(parts, this.context);
    }

    private Outcome object(Expression.ObjectLiteral object) {
        return all(object.items().stream().map(Expression.ObjectItem::value).toList(), (values) -> {
            List<Value.Field> fields = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                String key = object.items().get(i).key().constant();
                fields.add(new Value.Field(key == null ? "?" : key, this.context.origin(), values.get(i)));
            }
            return Outcome.of(new Value.ObjectValue(fields, this.context.origin()));
        });
    }

    private Outcome call(Expression.Call call) {
        String name = call.name().text();
        if (name.equals("try")) {
            return Functions.firstOf(call.arguments().stream().map(this::evaluate).toList(), this.context);
        }
        if (name.equals("can")) {
            return Functions.succeeds(evaluate(call.arguments().getFirst()), this.context);
        }
        return all(call.arguments(), (values) -> {
            List<Value> arguments = new ArrayList<>(values);
            if (call.expanded() && arguments.removeLast() instanceof Value.ListValue list) {
                arguments.addAll(list.items());
            }
            return Functions.call(name, arguments, this.context);
        });
    }

    private Outcome steps(Outcome start, List<Step> steps) {
        Outcome at = start;
        for (Step step : steps) {
            if (!at.succeeds()) {
                return at;
            }
            Value value = at.value();
            at = switch (step) {
                case Step.GetAttribute attribute -> Operations.attribute(value, attribute.name().text(), this.context);
                case Step.GetIndex index ->
                    all(List.of(index.key()), (keys) -> Operations.index(value, keys.getFirst(), this.context));
                case Step.Splat splat ->
                    Operations.splat(value, this.context, (each) -> steps(Outcome.of(each), splat.each()));
            };
        }
        return at;
    }

}
