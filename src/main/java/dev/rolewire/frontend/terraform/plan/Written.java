package dev.rolewire.frontend.terraform.plan;

import java.util.List;

import dev.rolewire.frontend.terraform.plan.Resolution.Candidate;

/// How a value is written in the configuration.
sealed interface Written {

    /// The configuration does not set it.
    Written UNSET = new Unset();

    /// The configuration does not show whether it is set: a `dynamic` block may, or there
    /// is no configuration.
    Written UNSHOWN = new Unshown();

    /// Not set.
    record Unset() implements Written {

    }

    /// Not shown.
    record Unshown() implements Written {

    }

    /// Set by an expression.
    ///
    /// @param whole whether the expression gives the value itself, not a list or object
    /// that it is a part of
    record Set(Place expression, Scope scope, boolean whole) implements Written {

    }

    /// Set by an expression that refers, for this item, to one attribute.
    record Attribute(Candidate candidate, Place expression) implements Written {

    }

    /// A nested block.
    ///
    /// @param certain whether it is this block for certain, so that what it does not set
    /// is not set
    record Block(Place arguments, Scope scope, boolean certain) implements Written {

    }

    /// A list of nested blocks, without those that are dynamic.
    record Blocks(Place list, Scope scope) implements Written {

    }

    /// One of several.
    record Either(List<Written> alternatives) implements Written {

    }

    /// How an argument of a block is written.
    static Written argument(Place arguments, String key, Scope scope, Written otherwise) {
        Place place = arguments.get(key);
        if (place.node() == null) {
            return otherwise;
        }
        if (place.isSequence()) {
            return new Blocks(place, scope);
        }
        if (!place.isMapping()) {
            return UNSHOWN;
        }
        return Expression.is(place) ? new Set(place, scope, true) : new Block(place, scope, true);
    }

    /// How a part of the value is written.
    default Written part(String key) {
        return switch (this) {
            case Unset _, Unshown _, Blocks _, Attribute _ -> UNSHOWN;
            case Set set -> new Set(set.expression(), set.scope(), false);
            case Block block -> argument(block.arguments(), key, block.scope(), block.certain() ? UNSET : UNSHOWN);
            case Either either -> new Either(
                    either.alternatives().stream().map((alternative) -> alternative.part(key)).distinct().toList());
        };
    }

}
