package dev.rolewire.policy;

import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;

/// One statement of a policy.
///
/// @param guard when the policy has it
/// @param effect `Allow` or `Deny`
/// @param principal `Principal`
/// @param notPrincipal `NotPrincipal`
/// @param action `Action`
/// @param notAction `NotAction`
/// @param conditions `Condition`
/// @param origin the statement
public record PolicyStatement(Guard guard, PolicyElement effect, PolicyElement principal, PolicyElement notPrincipal,
        PolicyElement action, PolicyElement notAction, List<PolicyCondition> conditions, Origin origin) {

}
