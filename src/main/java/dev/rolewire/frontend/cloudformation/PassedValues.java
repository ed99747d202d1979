package dev.rolewire.frontend.cloudformation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import org.jspecify.annotations.Nullable;

/// The values that a stack passes to one nested in it, against what the parameters there allow: CloudFormation refuses
/// to make a nested stack with any other.
final class PassedValues {

    private final NestedStack stack;

    private final Lowering parent;

    private final GuardSpace guards;

    PassedValues(NestedStack stack, Lowering parent) {
        this.stack = stack;
        this.parent = parent;
        this.guards = parent.guards();
    }

    /// Reports the values that are refused.
    /// @param site where the parameters are passed, under the guard of the nested stack
    /// @param written the parameters as they are written, or null
    /// @param whole where the stack stands when they are not
    void check(Site site, @Nullable Mapping written, Node whole) {
        declared().forEach((name, body) -> {
            Value value = passed().get(name);
            SequencedMap<String, Guard> flaws = new LinkedHashMap<>();
            if (value != null) {
                Alternatives.of(this.guards, site.guard(), value).forEach((each) -> {
                    String flaw = flaw(body, each.value());
                    if (flaw != null) {
                        flaws.merge(flaw, each.guard(), this.guards::or);
                    }
                });
            }
            Mapping.Entry entry = written == null ? null : written.entry(name);
            Site at = site.field(name);
            flaws.forEach((flaw, guard) -> this.parent.problem(ModelProblem.Kind.PARAMETER_VALUE,
                    "what `" + this.parent.scope().address(this.stack.name()) + "` passes for parameter `" + name
                            + "` of `" + this.stack.uri() + "` " + flaw,
                    at.under(guard), this.parent.origin(entry == null ? whole : entry.value(), at)));
        });
    }

    private static @Nullable String flaw(Mapping body, Value value) {
        if (!(value instanceof Value.Literal literal)) {
            return null;
        }
        String text = literal.text();
        if (literal.kind() != Value.Literal.Kind.BOOLEAN) {
            return ParameterValues.refusal(body, text);
        }
        // how CloudFormation writes a truth value as a text is not certain
        String lower = text.toLowerCase(Locale.ROOT);
        String title = lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
        return ParameterValues.refusal(body, title) == null ? null : ParameterValues.refusal(body, lower);
    }

    private Map<String, Value> passed() {
        Map<String, Value> passed = this.stack.lowering().scope().arguments();
        return passed == null ? Map.of() : passed;
    }

    /// The parameters of the nested stack whose values are those that are passed.
    private SequencedMap<String, Mapping> declared() {
        SequencedMap<String, Mapping> declared = new LinkedHashMap<>();
        Lowering child = this.stack.lowering();
        if (this.stack.located().certain() && !child.transforms().mayAddNames()
                && child.root().get("Parameters") instanceof Mapping parameters) {
            for (Mapping.Entry entry : parameters.entries()) {
                if (entry.value() instanceof Mapping body && body.get("Type") instanceof Scalar) {
                    declared.put(entry.name(), body);
                }
            }
        }
        return declared;
    }

}
