package dev.rolewire.frontend.cloudformation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.ScalarText;
import dev.rolewire.syntax.Sequence;

/// Turns nodes into values. Never fails: what cannot be evaluated is unknown.
final class Evaluator {

    /// Above what the parsers let through; reached only when functions lead to other
    /// places of the document.
    private static final int MAX_DEPTH = 520;

    private final Lowering lowering;

    private final References references;

    private final Substitution substitution;

    private final Lists lists;

    private int depth;

    Evaluator(Lowering lowering) {
        this.lowering = lowering;
        this.references = new References(lowering);
        this.substitution = new Substitution(lowering, this.references);
        this.lists = new Lists(lowering, this.references);
    }

    Value lower(Node node, Site site) {
        boolean repeated = !site.bindings().isEmpty();
        if (this.depth >= MAX_DEPTH || (repeated && !this.lowering.budget().takeText(length(node)))) {
            return Values.outOfBudget(this.lowering.origin(node, site));
        }
        this.depth++;
        try {
            Call call = Call.of(node);
            if (call != null) {
                return call(call, site);
            }
            return switch (node) {
                case Scalar scalar -> scalar(scalar, site);
                case Sequence sequence -> list(sequence, site);
                case Mapping mapping -> object(mapping, site);
            };
        }
        finally {
            this.depth--;
        }
    }

    private static int length(Node node) {
        return node instanceof Scalar scalar ? scalar.text().length() : 0;
    }

    private Value call(Call call, Site site) {
        this.lowering.functions().check(call, site);
        return switch (call.name()) {
            case "Ref" -> this.references.ref(call, site);
            case "Fn::GetAtt" -> this.references.getAtt(call, site);
            case "Fn::Sub" -> this.substitution.sub(call, site);
            case "Fn::Join" -> this.lists.join(call, site);
            case "Fn::Split" -> this.lists.split(call, site);
            case "Fn::Select" -> this.lists.select(call, site);
            case "Fn::Length" -> this.lists.length(call, site);
            case "Fn::FindInMap" -> this.lowering.mappings().find(call, site);
            case "Fn::If" -> choice(call, site);
            case "Fn::ToJsonString" -> jsonText(argument(call, site), this.lowering.origin(call.node(), site));
            case "Fn::ImportValue", "Fn::GetStackOutput" -> imported(call, site);
            case "Fn::Base64" -> base64(argument(call, site), this.lowering.origin(call.node(), site));
            case "Fn::Cidr", "Fn::GetAZs" ->
                later(call.name(), argument(call, site), this.lowering.origin(call.node(), site));
            case Call.TRANSFORM -> transformed(call, site);
            default -> rewritten(call, site);
        };
    }

    Value argument(Call call, Site site) {
        return lower(call.argument(), call.argumentSite(site));
    }

    private Value choice(Call call, Site site) {
        List<Node> arguments = call.arguments(3);
        Origin origin = this.lowering.origin(call.node(), site);
        if (arguments == null) {
            return Values.malformed(call.name(), List.of(argument(call, site)), origin);
        }
        Site inner = call.argumentSite(site);
        GuardSpace guards = this.lowering.guards();
        Guard guard = this.lowering.conditions().named(arguments.get(0), inner.argument(0));
        Guard with = guards.and(site.guard(), guard);
        Guard without = guards.and(site.guard(), guards.not(guard));
        Value then = lower(arguments.get(1), inner.argument(1).under(with));
        Value otherwise = lower(arguments.get(2), inner.argument(2).under(without));
        if (without == Guard.FALSE) {
            return then;
        }
        return with == Guard.FALSE ? otherwise : this.lowering.alternatives().choice(guard, then, otherwise, origin);
    }

    private Value imported(Call call, Site site) {
        Value name = argument(call, site);
        this.lowering.functions().withoutResources("the name of the import", name, call, site);
        if (name instanceof Value.ObjectValue object) {
            Value stack = object.get("StackName");
            Value output = object.get("OutputName");
            String detail = (stack == null ? "" : Values.describe(stack)) + "."
                    + (output == null ? "" : Values.describe(output));
            return new Value.Unknown(Reason.IMPORT, detail, Values.operands(List.of(name)),
                    this.lowering.origin(call.node(), site));
        }
        Origin origin = this.lowering.origin(call.node(), site);
        List<Value.Reference> operands = Values.operands(List.of(name));
        Imports imports = this.lowering.scope().deployment().imports();
        if (imports == null) {
            return new Value.Unknown(Reason.IMPORT, Values.describe(name), operands, origin);
        }
        return this.lowering.alternatives()
            .map(this.lowering.comparison().spread(name), origin,
                    (each) -> imports.value(each, operands, this.lowering, origin));
    }

    private static Value later(String function, Value argument, Origin origin) {
        return new Value.Unknown(Reason.KNOWN_AFTER_APPLY, function, Values.operands(List.of(argument)), origin);
    }

    private Value base64(Value argument, Origin origin) {
        return this.lowering.alternatives().map(argument, origin, (each) -> {
            String text = Values.text(each);
            if (text == null) {
                return later("Fn::Base64", each, origin);
            }
            return this.lowering.budget().takeText(text.length()) ? Value.Literal
                .of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), origin)
                    : Values.outOfBudget(origin);
        });
    }

    private Value jsonText(Value argument, Origin origin) {
        return this.lowering.alternatives().map(argument, origin, (each) -> JsonText.of(each, this.lowering, origin));
    }

    private Value transformed(Call call, Site site) {
        Value argument = argument(call, site);
        String name = argument instanceof Value.ObjectValue object
                && object.get("Name") instanceof Value.Literal literal ? literal.text() : call.name();
        return new Value.Unknown(Reason.MACRO, name, Values.operands(List.of(argument)),
                this.lowering.origin(call.node(), site));
    }

    private Value rewritten(Call call, Site site) {
        return new Value.Unknown(Reason.MACRO, call.name(), Values.operands(List.of(argument(call, site))),
                this.lowering.origin(call.node(), site));
    }

    private Value list(Sequence sequence, Site site) {
        List<Value> items = new ArrayList<>(sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
            items.add(lower(sequence.items().get(i), site.item(i)));
        }
        return new Value.ListValue(items, this.lowering.origin(sequence, site));
    }

    Value.ObjectValue object(Mapping mapping, Site site) {
        boolean loops = !site.bindings().isEmpty();
        for (Mapping.Entry entry : mapping.entries()) {
            if (Call.isLong(entry.name())) {
                loops |= Loops.isLoop(entry.name());
                if (entry.name().equals(Call.TRANSFORM) && site.subject() != null) {
                    site.subject().markRewritten();
                }
                this.lowering.functions().besideOthers(mapping, entry, site);
            }
        }
        Origin origin = this.lowering.origin(mapping, site);
        List<Value.Field> fields = new ArrayList<>(mapping.entries().size());
        if (loops) {
            writeOut(mapping, site, fields);
        }
        else {
            for (Mapping.Entry entry : mapping.entries()) {
                Site at = site.field(entry.name());
                fields.add(
                        new Value.Field(entry.name(), this.lowering.origin(entry.key(), at), lower(entry.value(), at)));
            }
        }
        return new Value.ObjectValue(fields, origin);
    }

    private void writeOut(Mapping mapping, Site site, List<Value.Field> fields) {
        Loops.Entries entries = new Loops(this.lowering).entries(mapping, site);
        if (!entries.complete() && site.subject() != null) {
            site.subject().markRewritten();
        }
        for (Loops.Entry entry : entries.entries()) {
            Origin origin = this.lowering.origin(entry.key(), entry.site());
            Value value = lower(entry.node(), entry.site());
            Value present = entry.site().guard() == site.guard() ? value : this.lowering.alternatives()
                .choice(entry.site().guard(), value, new Value.Absent(origin), origin);
            fields.add(new Value.Field(entry.name(), origin, present));
        }
    }

    private Value scalar(Scalar scalar, Site site) {
        Origin origin = this.lowering.origin(scalar, site);
        return switch (scalar.kind()) {
            case NULL -> new Value.Absent(origin);
            case NUMBER -> new Value.Literal(scalar.text(), Value.Literal.Kind.NUMBER, origin, null);
            case BOOLEAN -> new Value.Literal(scalar.text(), Value.Literal.Kind.BOOLEAN, origin, null);
            case STRING -> string(scalar, site, origin);
        };
    }

    private Value string(Scalar scalar, Site site, Origin origin) {
        String text = Loops.substitute(scalar.text(), site.bindings());
        if (isTooLong(text, scalar)) {
            return Values.outOfBudget(origin);
        }
        if (Texts.isPlain(text)) {
            return Value.Literal.of(text, origin);
        }
        return this.lowering.texts().join(List.of(piece(scalar, text, origin)), origin);
    }

    /// Whether loops make more of a text than they may.
    boolean isTooLong(String text, Scalar written) {
        int more = text.length() - written.text().length();
        return more > 0 && (text.length() > Loops.MAX_TEXT || !this.lowering.budget().takeText(more));
    }

    /// A scalar's text as a piece whose characters know where they are written.
    private TextPiece piece(Scalar scalar, String text, Origin origin) {
        if (!text.equals(scalar.text())) {
            return TextPiece.of(Value.Literal.of(text, origin));
        }
        ScalarText offsets = this.lowering.written(scalar);
        return new TextPiece(Value.Literal.of(text, origin), offsets::sourceOffset);
    }

    /// The part of a scalar that stands for a stretch of its text.
    static Span span(ScalarText offsets, int from, int to) {
        int start = offsets.sourceOffset(from);
        return new Span(start, Math.max(start, offsets.sourceOffset(to)));
    }

}
