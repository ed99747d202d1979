package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// The parts of a resource instance's address.
///
/// @param modules the module calls that lead to it, from the root down
/// @param block the resource block in its module
/// @param key the `count` or `for_each` key, or null
record ResourceAddress(List<ModuleStep> modules, BlockName block, @Nullable Step key) {

    /// One module call of a path, with the key of its instance.
    record ModuleStep(String name, @Nullable Step key) {

    }

    /// The name of a resource block in its module.
    record BlockName(boolean data, String type, String name) {

        @Override
        public String toString() {
            return (this.data ? "data." : "") + this.type + "." + this.name;
        }

    }

    /// Reads an absolute address; null when the text is none.
    static @Nullable ResourceAddress parse(String text) {
        List<Step> steps = Traversal.parse(text);
        if (steps == null) {
            return null;
        }
        List<ModuleStep> modules = new ArrayList<>();
        int at = 0;
        while (at + 1 < steps.size() && steps.get(at).equals(Step.name("module"))) {
            Step key = keyAt(steps, at + 2);
            modules.add(new ModuleStep(steps.get(at + 1).text(), key));
            at += key == null ? 2 : 3;
        }
        boolean data = at < steps.size() && steps.get(at).equals(Step.name("data"));
        at += data ? 1 : 0;
        Step key = keyAt(steps, at + 2);
        if (steps.size() != at + (key == null ? 2 : 3) || steps.get(at).isKey() || steps.get(at + 1).isKey()) {
            return null;
        }
        BlockName block = new BlockName(data, steps.get(at).text(), steps.get(at + 1).text());
        return new ResourceAddress(modules, block, key);
    }

    private static @Nullable Step keyAt(List<Step> steps, int at) {
        return at < steps.size() && steps.get(at).isKey() ? steps.get(at) : null;
    }

    /// The address of the block in the configuration: without any key.
    String configurationAddress() {
        StringBuilder text = new StringBuilder();
        for (ModuleStep module : this.modules) {
            text.append("module.").append(module.name()).append('.');
        }
        return text.append(this.block).toString();
    }

}
