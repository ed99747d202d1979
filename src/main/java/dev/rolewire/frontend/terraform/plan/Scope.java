package dev.rolewire.frontend.terraform.plan;

import org.jspecify.annotations.Nullable;

/// Where an expression is evaluated.
///
/// @param module the module instance
/// @param key the key of the resource or module instance, `count.index` or `each.key`; null when it has none
/// @param forEach the `for_each` expression that `each.value` walks; without a node when there is none
record Scope(ModuleInstance module, @Nullable Step key, Place forEach) {

    static Scope of(ModuleInstance module) {
        return new Scope(module, null, Place.NOWHERE);
    }

    /// Where the arguments of a resource are evaluated.
    static Scope of(PlannedResource resource) {
        ConfigModule.Block config = resource.config();
        return new Scope(resource.module(), resource.key(), config == null ? Place.NOWHERE : config.forEach());
    }

}
