package dev.rolewire.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// One resource of a generated plan, and how it is written in each section.
///
/// @param type the resource type
/// @param name the name
/// @param written attributes with their known values
/// @param references attributes that are set to something known after apply, with what they refer to
/// @param empty attributes that are not set, as the provider's schema makes many
/// @param computed attributes that the provider fills in at apply
record PlanResource(String type, String name, SequencedMap<String, Object> written,
        SequencedMap<String, List<String>> references, List<String> empty, List<String> computed) {

    private static final String PROVIDER = "registry.opentofu.org/hashicorp/aws";

    String address() {
        return this.type + "." + this.name;
    }

    SequencedMap<String, Object> planned() {
        SequencedMap<String, Object> planned = head();
        planned.put("provider_name", PROVIDER);
        planned.put("schema_version", 0);
        planned.put("values", known());
        planned.put("sensitive_values", Map.of());
        return planned;
    }

    SequencedMap<String, Object> change() {
        SequencedMap<String, Object> unknown = new LinkedHashMap<>();
        this.references.keySet().forEach((attribute) -> unknown.put(attribute, true));
        this.computed.forEach((attribute) -> unknown.put(attribute, true));
        SequencedMap<String, Object> change = new LinkedHashMap<>();
        change.put("actions", List.of("create"));
        change.put("before", null);
        change.put("after", known());
        change.put("after_unknown", unknown);
        change.put("before_sensitive", false);
        change.put("after_sensitive", Map.of());
        SequencedMap<String, Object> resource = head();
        resource.put("provider_name", PROVIDER);
        resource.put("change", change);
        return resource;
    }

    SequencedMap<String, Object> configuration() {
        SequencedMap<String, Object> expressions = new LinkedHashMap<>();
        this.written.forEach((attribute, value) -> expressions.put(attribute, Map.of("constant_value", value)));
        this.references
            .forEach((attribute, references) -> expressions.put(attribute, Map.of("references", references)));
        SequencedMap<String, Object> resource = head();
        resource.put("provider_config_key", "aws");
        resource.put("expressions", expressions);
        resource.put("schema_version", 0);
        return resource;
    }

    private SequencedMap<String, Object> head() {
        SequencedMap<String, Object> head = new LinkedHashMap<>();
        head.put("address", address());
        head.put("mode", "managed");
        head.put("type", this.type);
        head.put("name", this.name);
        return head;
    }

    private SequencedMap<String, Object> known() {
        SequencedMap<String, Object> known = new LinkedHashMap<>(this.written);
        this.empty.forEach((attribute) -> known.put(attribute, attribute.endsWith("s") ? List.of() : null));
        return known;
    }

}
