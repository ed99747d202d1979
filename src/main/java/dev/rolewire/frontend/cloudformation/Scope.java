package dev.rolewire.frontend.cloudformation;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.cloudformation.stack.StackSettings;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// The place of one template in its deployment.
///
/// @param deployment the deployment
/// @param prefix what the addresses of its resources start with: nothing for the root stack, `Network/` for a nested one
/// @param guard when the stack exists
/// @param file the file, or null when the template is lowered alone
/// @param arguments the parameters that the parent passes; null for a root stack
/// @param ancestors the files around it, itself included
/// @param settings what is known of the deployment of the root stack
/// @param foreign whether it belongs to another deployment, which is judged by itself
record Scope(Deployment deployment, String prefix, Guard guard, @Nullable BundleFile file,
        @Nullable Map<String, Value> arguments, Set<BundleFile> ancestors, StackSettings settings, boolean foreign) {

    /// The place of the stack that a deployment starts from.
    static Scope root(Deployment deployment, @Nullable BundleFile file, StackSettings settings) {
        return new Scope(deployment, "", Guard.TRUE, file, null, file == null ? Set.of() : Set.of(file), settings,
                false);
    }

    /// The place of a stack from which other ones take values.
    static Scope foreign(Deployment deployment, BundleFile file, StackSettings settings) {
        return new Scope(deployment, file.uri() + "#", Guard.TRUE, file, null, Set.of(file), settings, true);
    }

    /// The place of a stack nested in it.
    /// @param name the logical id of the nested stack
    Scope nested(String name, Guard exists, BundleFile template, Map<String, Value> parameters) {
        Set<BundleFile> around = new LinkedHashSet<>(this.ancestors);
        around.add(template);
        return new Scope(this.deployment, this.prefix + name + "/", exists, template, parameters, around, this.settings,
                this.foreign);
    }

    /// The same place in a deployment of its own, in which only values are looked at that
    /// are needed before the
    /// template is whole.
    /// @param passed the parameters that the parent passes, as far as they are known
    /// there
    Scope draft(Deployment alone, @Nullable Map<String, Value> passed) {
        return new Scope(alone, "", Guard.TRUE, this.file, passed, this.ancestors, this.settings, true);
    }

    /// The address of a resource of the template; also what else has a name there is
    /// called in values.
    String address(String name) {
        return this.prefix.isEmpty() ? name : this.prefix + name;
    }

    /// The name in the template that an address of it has.
    String nameOf(String address) {
        return address.substring(this.prefix.length());
    }

    boolean isRoot() {
        return this.prefix.isEmpty();
    }

    boolean isNested() {
        return this.arguments != null;
    }

}
