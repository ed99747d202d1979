package dev.rolewire.policy;

import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;

/// One element of a statement, such as its `Action`.
///
/// @param present when the statement has it at all
/// @param items its values in source order
/// @param origin the element's value; the statement when there is none
public record PolicyElement(Guard present, List<PolicyItem> items, Origin origin) {

}
