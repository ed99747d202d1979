package dev.rolewire.wiring;

import dev.rolewire.inventory.Inventory;

/// What there is beside the template that is judged.
///
/// @param inventory what the accounts hold
/// @param made what other deployments of the bundle make
public record Account(Inventory inventory, MadeIdentities made) {

    /// Nothing is known.
    public static final Account UNKNOWN = new Account(Inventory.NONE, MadeIdentities.NONE);

}
