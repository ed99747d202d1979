package dev.rolewire.frontend.terraform.plan;

import java.util.List;

import dev.rolewire.frontend.terraform.plan.ConfigModule.Block;
import dev.rolewire.frontend.terraform.plan.ResourceAddress.BlockName;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource.Change;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// One resource instance that the plan or state speaks of, not yet lowered.
///
/// @param address the address as Terraform prints it
/// @param module the module instance it is in
/// @param block its block's name
/// @param key its `count` or `for_each` key, or null
/// @param instanceKey the key as written in the address
/// @param change what the plan does to it
/// @param lowered whether its arguments are lowered: AWS resources only
/// @param origin where the value of `address` is written
/// @param after its values, unknown ones missing
/// @param unknown `true` where `after` is not known yet
/// @param sensitive `true` where `after` must not be shown
/// @param partial whether a value that `after` does not show may be unknown, although `unknown` does not say so
/// @param config its block in the configuration, or null when that is not shown
record PlannedResource(String address, ModuleInstance module, BlockName block, @Nullable Step key,
        @Nullable String instanceKey, Change change, boolean lowered, Origin origin, Place after,
        @Nullable Node unknown, @Nullable Node sensitive, boolean partial, @Nullable Block config) {

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
