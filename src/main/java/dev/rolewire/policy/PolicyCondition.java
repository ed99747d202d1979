package dev.rolewire.policy;

import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;

/// One test of a `Condition`: all of a statement's tests must hold, and one value of each is enough.
///
/// @param guard when it is there
/// @param operator such as `StringEquals`; empty when a part above it is not known or not of the grammar
/// @param key the context key, such as `aws:SourceArn`; empty as above
/// @param values what the key is compared with; with an empty key the part itself
/// @param origin where the key's values are written
public record PolicyCondition(Guard guard, String operator, String key, List<PolicyItem> values, Origin origin) {

}
