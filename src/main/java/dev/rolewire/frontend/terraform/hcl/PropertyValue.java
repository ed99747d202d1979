package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Field;

/// What an argument finally holds: lists and objects in place of references to them, texts with the documents in them.
final class PropertyValue {

    private static final int MAX_DEPTH = 60;

    /// What is kept costs more than what is only looked at.
    private static final int STEPS = 4;

    private final Evaluation evaluation;

    private final Scope scope;

    PropertyValue(Evaluation evaluation, Scope scope) {
        this.evaluation = evaluation;
        this.scope = scope;
    }

    Value of(Value value) {
        return of(this.evaluation.choices().under(this.scope.guard(), value), 0);
    }

    private Value of(Value value, int depth) {
        if (depth > MAX_DEPTH || !this.evaluation.budget().take(STEPS)) {
            return Values.outOfBudget(value.origin());
        }
        return switch (value) {
            case Value.Literal literal when literal.kind() == Value.Literal.Kind.STRING -> text(literal);
            case Value.Concat concat -> text(concat);
            case Value.Reference reference -> reference(reference, depth);
            case Value.Choice choice -> this.evaluation.choices()
                .choice(choice.guard(), of(choice.then(), depth + 1), of(choice.otherwise(), depth + 1),
                        choice.origin());
            case Value.ListValue list -> {
                List<Value> items = new ArrayList<>(list.items().size());
                list.items().forEach((item) -> items.add(of(item, depth + 1)));
                yield new Value.ListValue(List.copyOf(items), list.kind(), list.origin());
            }
            case Value.ObjectValue object -> {
                List<Field> fields = new ArrayList<>(object.fields().size());
                object.fields()
                    .forEach((field) -> fields
                        .add(new Field(field.key(), field.keyOrigin(), of(field.value(), depth + 1))));
                yield new Value.ObjectValue(List.copyOf(fields), object.kind(), object.origin());
            }
            case Value.Literal _, Value.Unknown _, Value.Absent _ -> value;
        };
    }

    private Value text(Value text) {
        return new EmbeddedText(text.origin().source(), text.origin()).withDocument(text);
    }

    private Value reference(Value.Reference reference, int depth) {
        Value known = this.evaluation.known(reference);
        boolean container = known instanceof Value.ListValue || known instanceof Value.ObjectValue;
        return container ? of(known, depth + 1) : documented(reference, known);
    }

    /// A reference to a text that is a document, as a policy, is that document.
    private Value documented(Value.Reference reference, Value known) {
        if (!(known instanceof Value.Literal) && !(known instanceof Value.Concat)) {
            return reference;
        }
        Value text = text(known);
        boolean document = text instanceof Value.Literal literal && literal.document() != null
                || text instanceof Value.Concat concat && concat.document() != null;
        return document ? text : reference;
    }

}
