package dev.rolewire.frontend.terraform;

import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;

import org.jspecify.annotations.Nullable;

/// The names that a module declares, by which a plan and the configuration that it was made of are known to each other.
///
/// @param blocks resources and data sources by their address in the module: `aws_iam_role.r`, `data.aws_iam_role.r`
/// @param variables the input variables
/// @param outputs the outputs
/// @param calls the module calls by name
public record ModuleOutline(SequencedSet<String> blocks, SequencedSet<String> variables, SequencedSet<String> outputs,
        SequencedMap<String, Call> calls) {

    /// A call of a module.
    ///
    /// @param source the source as it is written; empty when it is not known
    /// @param module the called module, or null when it is not at hand
    public record Call(String source, @Nullable ModuleOutline module) {

    }

    /// Everything that it declares itself, each as one text.
    public SequencedSet<String> declarations() {
        SequencedSet<String> all = new LinkedHashSet<>(this.blocks);
        this.variables.forEach((name) -> all.add("var." + name));
        this.outputs.forEach((name) -> all.add("output." + name));
        this.calls.forEach((name, call) -> all.add("module." + name + " from " + call.source()));
        return all;
    }

    /// The addresses of all blocks, those of called modules too, without keys:
    /// `module.a.aws_iam_role.r`.
    public SequencedSet<String> addresses() {
        SequencedSet<String> all = new LinkedHashSet<>();
        collect("", all);
        return all;
    }

    private void collect(String prefix, SequencedSet<String> into) {
        this.blocks.forEach((block) -> into.add(prefix + block));
        this.calls.forEach((name, call) -> {
            if (call.module() != null) {
                call.module().collect(prefix + "module." + name + ".", into);
            }
        });
    }

}
