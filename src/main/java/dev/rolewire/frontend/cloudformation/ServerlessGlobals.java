package dev.rolewire.frontend.cloudformation;

import java.util.HashMap;
import java.util.Map;

import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;

/// The `Globals` of a SAM template: properties that all resources of a type share.
final class ServerlessGlobals {

    private static final String TYPE_PREFIX = "AWS::Serverless::";

    private final Map<String, Value.ObjectValue> byType = new HashMap<>();

    private final Budget budget;

    ServerlessGlobals(Lowering lowering, Mapping root) {
        this.budget = lowering.budget();
        if (root.get("Globals") instanceof Mapping globals && lowering.transforms().isServerless()) {
            for (Mapping.Entry entry : globals.entries()) {
                Site site = Site.of(Pointer.ROOT.child("Globals").child(entry.name()));
                if (lowering.evaluator().lower(entry.value(), site) instanceof Value.ObjectValue properties) {
                    this.byType.put(TYPE_PREFIX + entry.name(), properties);
                }
            }
        }
    }

    /// The properties of a resource with what it shares. When the budget is used up they
    /// stay as they are, and the resource is marked as not complete.
    Value.ObjectValue apply(Subject subject, Value.ObjectValue properties) {
        Value.ObjectValue shared = this.byType.get(subject.type());
        if (shared == null) {
            return properties;
        }
        if (!this.budget.take(size(shared) / 8)) {
            subject.markRewritten();
            return properties;
        }
        return Objects.withDefaults(properties, shared);
    }

    private static int size(Value value) {
        int size = 1;
        if (value instanceof Value.ObjectValue object) {
            for (Value.Field field : object.fields()) {
                size += size(field.value());
            }
        }
        return value instanceof Value.ListValue list ? list.items().size() : size;
    }

}
