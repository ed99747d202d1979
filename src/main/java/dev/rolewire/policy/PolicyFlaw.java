package dev.rolewire.policy;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;

/// One place where a policy is not of the grammar that IAM accepts.
///
/// @param guard when the policy has it
/// @param id what kind of flaw it is, by which the catalog finds what AWS answers: `prohibited-Resource`
/// @param message what is wrong, without a full stop, the document's own texts in backquotes
/// @param value the text that AWS repeats in its answer; empty when there is none
/// @param origin where
public record PolicyFlaw(Guard guard, String id, String message, String value, Origin origin) {

}
