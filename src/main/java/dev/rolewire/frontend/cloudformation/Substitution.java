package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.ScalarText;

/// `Fn::Sub`: a text with `${Name}`, `${Resource.Attribute}` and `${!Literal}`.
final class Substitution {

    private final Lowering lowering;

    private final References references;

    Substitution(Lowering lowering, References references) {
        this.lowering = lowering;
        this.references = references;
    }

    Value sub(Call call, Site site) {
        Origin origin = this.lowering.origin(call.node(), site);
        Site inner = call.argumentSite(site);
        Node template = call.argument();
        Pointer pointer = site.pointer();
        Map<String, Value> variables = Map.of();
        List<Node> arguments = call.arguments(1);
        if (arguments != null) {
            template = arguments.getFirst();
            pointer = inner.argument(0).pointer();
            variables = arguments.size() < 2 ? variables : variables(arguments.get(1), inner.argument(1));
        }
        if (template instanceof Scalar scalar && Call.of(template) == null) {
            return new Text(scalar, site, pointer, variables).lower(origin);
        }
        Value value = this.lowering.evaluator().lower(template, inner);
        return Values.text(value) != null ? value.at(origin) : Values.malformed(call.name(), List.of(value), origin);
    }

    private Map<String, Value> variables(Node node, Site site) {
        Map<String, Value> variables = new LinkedHashMap<>();
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                variables.put(Loops.substitute(entry.name(), site.bindings()),
                        this.lowering.evaluator().lower(entry.value(), site.argument(entry.name())));
            }
        }
        return variables;
    }

    /// One text on its way to a value.
    private final class Text {

        private final String text;

        private final Scalar scalar;

        private final ScalarText offsets;

        private final boolean exact;

        private final Site site;

        private final Origin whole;

        private final Map<String, Value> variables;

        private final List<TextPiece> pieces = new ArrayList<>();

        private Text(Scalar scalar, Site site, Pointer pointer, Map<String, Value> variables) {
            this.text = Loops.substitute(scalar.text(), site.bindings());
            this.scalar = scalar;
            this.offsets = Substitution.this.lowering.written(scalar);
            this.exact = this.text.equals(scalar.text());
            this.site = site;
            this.whole = Substitution.this.lowering.origin(scalar.span(), pointer);
            this.variables = variables;
        }

        private Value lower(Origin origin) {
            if (Substitution.this.lowering.evaluator().isTooLong(this.text, this.scalar)) {
                return Values.outOfBudget(origin);
            }
            int from = 0;
            int open = this.text.indexOf("${");
            while (open >= 0) {
                int close = this.text.indexOf('}', open);
                if (close < 0) {
                    break;
                }
                literal(from, open);
                name(open, close + 1);
                from = close + 1;
                open = this.text.indexOf("${", from);
            }
            literal(from, this.text.length());
            return Substitution.this.lowering.texts().join(this.pieces, origin);
        }

        private void literal(int from, int to) {
            if (to > from) {
                this.pieces.add(new TextPiece(Value.Literal.of(this.text.substring(from, to), origin(from, to)),
                        (offset) -> this.exact ? this.offsets.sourceOffset(from + offset) : this.whole.span().start()));
            }
        }

        private void name(int open, int end) {
            String name = this.text.substring(open + 2, end - 1);
            if (name.startsWith("!")) {
                this.pieces.add(TextPiece.of(Value.Literal.of("${" + name.substring(1) + "}", origin(open, end))));
            }
            else if (name.isBlank() || name.indexOf('{') >= 0) {
                literal(open, end);
            }
            else {
                this.pieces.add(TextPiece.of(value(name.strip(), origin(open, end))));
            }
        }

        private Value value(String name, Origin origin) {
            Value variable = this.variables.get(name);
            if (variable != null) {
                return variable.at(origin);
            }
            if (!name.chars().allMatch(Text::isNameCharacter)) {
                Substitution.this.lowering.problem(ModelProblem.Kind.UNDEFINED_REFERENCE,
                        "`${" + name + "}` is no name: names in `Fn::Sub` are made of letters, digits, `_`, `.` and"
                                + " `:`; write `${!" + name + "}` for the text itself",
                        this.site, origin);
                return Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, name, origin);
            }
            int dot = name.indexOf('.');
            boolean whole = dot < 0 || Substitution.this.lowering.resources().contains(name);
            return whole ? Substitution.this.references.named(name, this.site, origin) : Substitution.this.references
                .attribute(name.substring(0, dot), name.substring(dot + 1), this.site, origin);
        }

        private static boolean isNameCharacter(int c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'
                    || c == ':';
        }

        private Origin origin(int from, int to) {
            return this.exact
                    ? new Origin(this.whole.source(), Evaluator.span(this.offsets, from, to), this.whole.pointer())
                    : this.whole;
        }

    }

}
