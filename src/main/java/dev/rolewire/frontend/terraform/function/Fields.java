package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.model.Value;

/// The fields of objects and maps in Terraform's order, which is that of their keys.
final class Fields {

    private Fields() {
    }

    /// The fields by key; of two with one key the last.
    static List<Value.Field> sorted(Value.ObjectValue object) {
        return sorted(object.fields());
    }

    static List<Value.Field> sorted(List<Value.Field> fields) {
        Map<String, Value.Field> byKey = new LinkedHashMap<>();
        for (Value.Field field : fields) {
            byKey.put(field.key(), field);
        }
        List<Value.Field> sorted = new ArrayList<>(byKey.values());
        sorted.sort(Conversion.byKey());
        return sorted;
    }

}
