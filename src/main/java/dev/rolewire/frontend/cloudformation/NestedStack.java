package dev.rolewire.frontend.cloudformation;

import java.util.List;
import java.util.Map;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// A nested stack whose template is in the bundle.
///
/// @param name its logical id in the parent
/// @param entry its resource in the parent
/// @param located where its template was found
/// @param lowering its template
record NestedStack(String name, Loops.Entry entry, StackTemplate.Located located, Lowering lowering) {

    /// Opens a stack.
    /// @param scope its place in the deployment
    /// @return null when its file is no template
    static @Nullable NestedStack open(Scope scope, String name, Loops.Entry entry, StackTemplate.Located located) {
        BundleFile file = located.file();
        if (!(file.tree() instanceof Mapping root)) {
            return null;
        }
        Lowering lowering = new Lowering(scope, file.source(), root);
        lowering.conditions().evaluateAll();
        return new NestedStack(name, entry, located, lowering);
    }

    String uri() {
        return this.lowering.source().uri();
    }

    /// Whether all that the template declares was read.
    boolean isWhole() {
        return this.located.file().parses() && this.lowering.outputs().complete();
    }

    /// True when the file is meant for certain; else a free choice, which makes of an
    /// error a warning.
    Guard certainty() {
        return this.located.certain() ? Guard.TRUE : this.lowering.guards()
            .opaque("the template of " + this.lowering.scope().prefix() + " is " + uri(), Reason.REMOTE_MODULE);
    }

    /// Reports the parameters that do not fit those that the template declares, which
    /// CloudFormation refuses.
    void checkParameters(Lowering parent) {
        Map<String, ?> passed = this.lowering.scope().arguments();
        if (passed == null || !isWhole() || !(this.entry.node() instanceof Mapping body)) {
            return;
        }
        String address = parent.scope().address(this.name);
        String type = parent.resources().typeOf(this.name);
        Subject subject = new Subject(address, type == null ? "" : type);
        Site site = this.entry.site().outsideProperties().of(subject).argument("Properties").field("Parameters");
        Site reached = site.under(parent.guards().and(this.lowering.scope().guard(), certainty()));
        Node written = body.get("Properties") instanceof Mapping properties ? properties.get("Parameters") : null;
        Mapping parameters = written instanceof Mapping mapping && Call.of(mapping) == null ? mapping : null;
        if (written != null && (parameters == null || parameters.get(Call.TRANSFORM) != null)) {
            return;
        }
        new PassedValues(this, parent).check(reached, parameters, this.entry.key());
        for (String key : passed.keySet()) {
            if (!this.lowering.parameters().contains(key)) {
                Mapping.Entry entry = parameters == null ? null : parameters.entry(key);
                Node at = entry == null ? this.entry.key() : entry.key();
                parent.problem(ModelProblem.Kind.UNDEFINED_REFERENCE,
                        "`" + address + "` passes parameter `" + key + "`, but `" + uri()
                                + "` declares none of that name",
                        reached.field(key), parent.origin(at, reached.field(key)));
            }
        }
        List<String> missing = this.lowering.parameters()
            .required()
            .stream()
            .filter((name) -> !passed.containsKey(name))
            .toList();
        if (!missing.isEmpty()) {
            parent.problem(ModelProblem.Kind.UNDEFINED_REFERENCE,
                    "`" + address + "` passes no value for " + names(missing) + " of `" + uri() + "`, which "
                            + (missing.size() == 1 ? "has" : "have") + " no default",
                    reached, place(parent, parameters));
        }
    }

    private Origin place(Lowering parent, @Nullable Mapping parameters) {
        if (parameters == null) {
            return this.located.origin();
        }
        Pointer pointer = this.entry.site().pointer().child("Properties").child("Parameters");
        Mapping.Entry entry = this.entry.node() instanceof Mapping body
                && body.get("Properties") instanceof Mapping properties ? properties.entry("Parameters") : null;
        return parent.origin(entry == null ? parameters.span() : entry.key().span(), pointer);
    }

    private static String names(List<String> names) {
        return (names.size() == 1 ? "parameter `" : "parameters `") + String.join("`, `", names) + "`";
    }

}
