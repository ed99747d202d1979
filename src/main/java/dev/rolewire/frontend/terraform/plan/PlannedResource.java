package dev.rolewire.frontend.terraform.plan;

import java.util.List;
import java.util.function.Predicate;

import dev.rolewire.frontend.terraform.plan.ConfigModule.Block;
import dev.rolewire.frontend.terraform.plan.ResourceAddress.BlockName;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource.Change;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// One resource instance that the plan or state speaks of, not yet lowered.
final class PlannedResource {

    private final Identity identity;

    private final Change change;

    private final boolean lowered;

    private final Origin origin;

    private Place after;

    private final @Nullable Node unknown;

    private final @Nullable Node sensitive;

    private final boolean partial;

    private final @Nullable Block config;

    /// Makes one.
    /// @param change what the plan does to it
    /// @param lowered whether its arguments are lowered: AWS resources only
    /// @param origin where the value of `address` is written
    /// @param values its values
    /// @param partial whether a value that is not shown may be unknown, although no mark
    /// says so
    /// @param config its block in the configuration, or null when that is not shown
    PlannedResource(Identity identity, Change change, boolean lowered, Origin origin, Values values, boolean partial,
            @Nullable Block config) {
        this.identity = identity;
        this.change = change;
        this.lowered = lowered;
        this.origin = origin;
        this.after = values.after();
        this.unknown = values.unknown();
        this.sensitive = values.sensitive();
        this.partial = partial;
        this.config = config;
    }

    /// Which instance it is.
    ///
    /// @param address the address as Terraform prints it
    /// @param module the module instance it is in
    /// @param block its block's name
    /// @param key its `count` or `for_each` key, or null
    record Identity(String address, ModuleInstance module, BlockName block, @Nullable Step key) {

    }

    /// Its values.
    ///
    /// @param after the values, unknown ones missing
    /// @param unknown `true` where `after` is not known yet
    /// @param sensitive `true` where `after` must not be shown
    record Values(Place after, @Nullable Node unknown, @Nullable Node sensitive) {

    }

    String address() {
        return this.identity.address();
    }

    ModuleInstance module() {
        return this.identity.module();
    }

    BlockName block() {
        return this.identity.block();
    }

    @Nullable Step key() {
        return this.identity.key();
    }

    /// The key as written in the address, or null.
    @Nullable String instanceKey() {
        Step key = this.identity.key();
        return key == null ? null : Traversal.renderKey(key);
    }

    Change change() {
        return this.change;
    }

    boolean lowered() {
        return this.lowered;
    }

    Origin origin() {
        return this.origin;
    }

    /// The values, unknown ones missing.
    Place after() {
        return this.after;
    }

    /// `true` where a value is not known yet.
    @Nullable Node unknown() {
        return this.unknown;
    }

    /// `true` where a value must not be shown.
    @Nullable Node sensitive() {
        return this.sensitive;
    }

    boolean partial() {
        return this.partial;
    }

    @Nullable Block config() {
        return this.config;
    }

    /// Lets go of the values that no other resource can ask for.
    /// @param kept tells the attributes that may be asked for
    void forget(Predicate<String> kept) {
        if (this.after.node() instanceof Mapping values) {
            List<Mapping.Entry> left = values.entries().stream().filter((entry) -> kept.test(entry.name())).toList();
            this.after = new Place(Mapping.of(left, values.span(), null), this.after.pointer());
        }
    }

    /// What the plan knows of an attribute.
    enum Known {

        /// A value that is known now.
        KNOWN,
        /// Known to be `null`.
        NULL,
        /// Known after apply, wholly or in part.
        UNKNOWN,
        /// The plan does not show such an attribute.
        MISSING

    }

    /// What the plan knows of an attribute.
    Known known(List<Step> path) {
        Place value = this.after;
        Node later = this.unknown;
        for (Step step : path) {
            if (Marks.isTrue(later)) {
                return Known.UNKNOWN;
            }
            value = value.step(step);
            later = Marks.step(later, step);
        }
        if (Marks.isAny(later)) {
            return Known.UNKNOWN;
        }
        if (value.node() == null) {
            return this.partial ? Known.UNKNOWN : Known.MISSING;
        }
        return value.isPresent() ? Known.KNOWN : Known.NULL;
    }

    /// The text of a known scalar attribute, or null.
    @Nullable String text(List<Step> path) {
        Place value = this.after;
        for (Step step : path) {
            value = value.step(step);
        }
        return known(path) == Known.KNOWN ? value.scalarText() : null;
    }

}
