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

    ServerlessGlobals(Lowering lowering, Mapping root) {
        if (lowering.transforms().isServerless() && root.get("Globals") instanceof Mapping globals) {
            for (Mapping.Entry entry : globals.entries()) {
                Site site = Site.of(Pointer.ROOT.child("Globals").child(entry.name()));
                if (lowering.evaluator().lower(entry.value(), site) instanceof Value.ObjectValue properties) {
                    this.byType.put(TYPE_PREFIX + entry.name(), properties);
                }
            }
        }
    }

    Value.ObjectValue apply(String type, Value.ObjectValue properties) {
        Value.ObjectValue shared = this.byType.get(type);
        return shared == null ? properties : Objects.withDefaults(properties, shared);
    }

}
