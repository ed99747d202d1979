package dev.rolewire.frontend.terraform.hcl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.rolewire.frontend.terraform.function.Type;
import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// One instance of a module: its variables, locals, outputs, resources and module calls, each evaluated when it is first
/// asked for.
final class ModuleInstance {

    private final Evaluation evaluation;

    private final Module module;

    private final String address;

    private final String path;

    private final Guard guard;

    private final Inputs inputs;

    private final @Nullable ModuleInstance parent;

    private final @Nullable ConfigBlock call;

    private final Resources resources;

    private final ModuleCalls calls;

    private final Map<String, Value> known = new HashMap<>();

    private final Set<String> open = new HashSet<>();

    private ModuleInstance(Evaluation evaluation, Module module, String address, String path, Guard guard,
            Inputs inputs, @Nullable ModuleInstance parent, @Nullable ConfigBlock call) {
        this.evaluation = evaluation;
        this.module = module;
        this.address = address;
        this.path = path;
        this.guard = guard;
        this.inputs = inputs;
        this.parent = parent;
        this.call = call;
        this.resources = new Resources(evaluation, this);
        this.calls = new ModuleCalls(evaluation, this);
        evaluation.register(this);
    }

    /// The root.
    /// @param inputs the values of its variables
    static ModuleInstance root(Evaluation evaluation, Module module, Inputs inputs) {
        return new ModuleInstance(evaluation, module, "", ".", Guard.TRUE, inputs, null, null);
    }

    /// An instance of a called module.
    /// @param instance the instance of the call
    /// @param path the directory relative to that of the root, as `path.module` gives it
    /// @param inputs the values of its variables
    ModuleInstance child(Module called, ConfigBlock block, Expander.Instance instance, String directory, Inputs given) {
        return new ModuleInstance(this.evaluation, called, instance.address(), directory, instance.scope().guard(),
                given, this, block);
    }

    /// Gives the values of a module's variables.
    interface Inputs {

        /// The value of a variable that the module declares; null when none is given.
        @Nullable Value input(String variable);

    }

    Module module() {
        return this.module;
    }

    String address() {
        return this.address;
    }

    String path() {
        return this.path;
    }

    Guard guard() {
        return this.guard;
    }

    Resources resources() {
        return this.resources;
    }

    ModuleCalls calls() {
        return this.calls;
    }

    @Nullable ModuleInstance parent() {
        return this.parent;
    }

    /// The block that calls it; null for the root.
    @Nullable ConfigBlock call() {
        return this.call;
    }

    Scope scope(SourceFile source) {
        return Scope.of(this, source);
    }

    /// `var.name`
    Value variable(String name, Origin use) {
        ConfigBlock block = this.module.variables().get(name);
        if (block == null) {
            return undeclared("input variable", name, use);
        }
        return memo("var." + name, use, () -> variable(name, block));
    }

    private Value variable(String name, ConfigBlock block) {
        Origin origin = block.header(Pointer.ROOT.child("variable").child(name));
        Part.Argument typed = block.argument("type");
        Type type = typed == null ? Type.ANY
                : new TypeReader(this.evaluation, scope(typed.source())).read(typed.value());
        if (isWritten(block, "sensitive", "true")) {
            return new OpenVariable(this.evaluation, block, name, type).value(origin);
        }
        Value given = this.inputs.input(name);
        Part.Argument byDefault = block.argument("default");
        if (given != null
                && !(given instanceof Value.Absent && byDefault != null && isWritten(block, "nullable", "false"))) {
            return this.evaluation.convert(given, type);
        }
        if (byDefault != null) {
            Value value = this.evaluation.evaluator().evaluate(byDefault.value(), scope(byDefault.source()));
            return this.evaluation.convert(value, type);
        }
        return given != null ? given : new OpenVariable(this.evaluation, block, name, type).value(origin);
    }

    /// Whether an argument, which must be a constant, is written as a word. What is
    /// `sensitive` is never looked at, so that no answer can tell it.
    private static boolean isWritten(ConfigBlock block, String argument, String word) {
        Part.Argument written = block.argument(argument);
        return written != null && word.equals(written.source().textAt(written.value().span()));
    }

    /// `local.name`
    Value local(String name, Origin use) {
        Part.Argument local = this.module.locals().get(name);
        if (local == null) {
            return undeclared("local value", name, use);
        }
        return memo("local." + name, use,
                () -> this.evaluation.evaluator().evaluate(local.value(), scope(local.source())));
    }

    /// The value of an output, as the calling module sees it.
    Value output(String name, Origin use) {
        ConfigBlock block = this.module.outputs().get(name);
        Part.Argument value = block == null ? null : block.argument("value");
        if (value == null) {
            return this.evaluation.failures().of("`" + this.address + "` has no output `" + name + "`", use);
        }
        return memo("output." + name, use,
                () -> this.evaluation.evaluator().evaluate(value.value(), scope(value.source())));
    }

    private Value undeclared(String what, String name, Origin use) {
        return this.evaluation.failures().of("no " + what + " `" + name + "` is declared", use);
    }

    /// Evaluates once; what needs itself fails.
    private Value memo(String key, Origin use, Supplier<Value> supplier) {
        Value value = this.known.get(key);
        if (value != null) {
            return value;
        }
        if (!this.open.add(key)) {
            String cycle = ResourceAddress.below(this.address, key);
            this.evaluation.problems()
                .add(ModelProblem.Kind.UNRECOGNISED,
                        "cycle: `" + cycle + "` refers to itself, directly or through others", use);
            return this.evaluation.failures().of("a cycle through `" + cycle + "`", use);
        }
        Value found = supplier.get();
        this.open.remove(key);
        this.known.put(key, found);
        return found;
    }

}
