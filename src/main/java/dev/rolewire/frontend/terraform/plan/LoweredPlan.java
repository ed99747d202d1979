package dev.rolewire.frontend.terraform.plan;

import dev.rolewire.frontend.terraform.ModuleOutline;
import dev.rolewire.model.Template;

/// A plan with what it says of the configuration that it was made of.
///
/// @param template the plan, lowered
/// @param configuration the root module as the plan shows it; empty for a state
/// @param complete whether it has all resources of its configuration
/// @param variables the values of the root module's variables
public record LoweredPlan(Template template, ModuleOutline configuration, boolean complete,
        PlannedVariables variables) {

}
