package dev.rolewire.frontend.terraform.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.frontend.terraform.ModuleOutline;
import dev.rolewire.frontend.terraform.plan.ResourceAddress.BlockName;
import dev.rolewire.syntax.Mapping;

/// Reads the outline of the configuration that a plan shows.
final class OutlineReader {

    private static final int MAX_DEPTH = 64;

    private OutlineReader() {
    }

    static ModuleOutline read(Place module) {
        return read(module, 0);
    }

    private static ModuleOutline read(Place module, int depth) {
        SequencedSet<String> blocks = new LinkedHashSet<>();
        for (Place resource : module.get("resources").items()) {
            String type = resource.get("type").text();
            String name = resource.get("name").text();
            if (type != null && name != null) {
                blocks.add(new BlockName("data".equals(resource.get("mode").text()), type, name).toString());
            }
        }
        SequencedMap<String, ModuleOutline.Call> calls = new LinkedHashMap<>();
        for (Mapping.Entry entry : module.get("module_calls").entries()) {
            Place call = module.get("module_calls").get(entry.name());
            String source = call.get("source").text();
            calls.put(entry.name(), new ModuleOutline.Call(source == null ? "" : source,
                    depth < MAX_DEPTH ? read(call.get("module"), depth + 1) : null));
        }
        return new ModuleOutline(blocks, names(module.get("variables")), names(module.get("outputs")), calls);
    }

    private static SequencedSet<String> names(Place place) {
        SequencedSet<String> names = new LinkedHashSet<>();
        place.entries().forEach((entry) -> names.add(entry.name()));
        return names;
    }

}
