package dev.rolewire.frontend.terraform.joined;

import java.util.List;

import dev.rolewire.model.Reason;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Reference;
import org.jspecify.annotations.Nullable;

/// Gives references of the configuration to an instance that stands for several the instance that the plan has.
final class Settler {

    private static final int MAX_OPERANDS = 32;

    private final Template plan;

    private final Addresses instances;

    Settler(Template plan, Addresses instances) {
        this.plan = plan;
        this.instances = instances;
    }

    /// The value with each such reference replaced: by that to the one instance that
    /// there is, or by something unknown
    /// when there are several.
    Value settle(Value value) {
        return switch (value) {
            case Reference reference -> reference(reference);
            case Value.Concat concat -> new Value.Concat(concat.parts().stream().map(this::settle).toList(),
                    concat.origin(), document(concat.document()));
            case Value.Choice choice ->
                new Value.Choice(choice.guard(), settle(choice.then()), settle(choice.otherwise()), choice.origin());
            case Value.ListValue list ->
                new Value.ListValue(list.items().stream().map(this::settle).toList(), list.kind(), list.origin());
            case Value.ObjectValue object -> new Value.ObjectValue(object.fields()
                .stream()
                .map((field) -> new Value.Field(field.key(), field.keyOrigin(), settle(field.value())))
                .toList(), object.kind(), object.origin());
            case Value.Unknown unknown -> new Value.Unknown(unknown.reason(), unknown.detail(),
                    unknown.operands()
                        .stream()
                        .flatMap((operand) -> all(operand).stream())
                        .limit(MAX_OPERANDS)
                        .toList(),
                    unknown.origin());
            case Value.Literal literal -> literal.document() == null ? literal
                    : new Value.Literal(literal.text(), literal.kind(), literal.origin(), document(literal.document()));
            case Value.Absent _ -> value;
        };
    }

    private @Nullable Value document(@Nullable Value document) {
        return document == null ? null : settle(document);
    }

    private Value reference(Reference reference) {
        List<Reference> all = all(reference);
        return all.size() == 1 ? all.getFirst()
                : new Value.Unknown(Reason.KNOWN_AFTER_APPLY, reference.address() + "." + reference.attribute(),
                        all.stream().limit(MAX_OPERANDS).toList(), reference.origin());
    }

    private List<Reference> all(Reference reference) {
        if (!Addresses.isOpen(reference.address()) || this.plan.resources().containsKey(reference.address())) {
            return List.of(reference);
        }
        return this.instances.instances(reference.address())
            .stream()
            .map((address) -> new Reference(address, reference.attribute(), reference.origin()))
            .toList();
    }

}
