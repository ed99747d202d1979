package dev.rolewire.policy;

import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// A policy document as statements under guards (IAM User Guide, "Grammar of the IAM JSON policy language").
///
/// The guide gives the names of elements in one case only and says nothing of others, so a name that differs in case
/// is read as the element but marked as not regular. Elements that a trust policy does not have (`Version`, `Id`,
/// `Sid`, `Resource`) are not kept.
///
/// @param statements its statements in source order
/// @param gaps where statements are or may be that cannot be read
/// @param origin the policy
public record PolicyDocument(List<PolicyStatement> statements, List<Gap> gaps, Origin origin) {

    /// A part that cannot be read; any statement may stand there.
    ///
    /// @param guard when it is reached
    /// @param reason why it is not known, or null when it is known but has not the shape
    /// of a policy
    /// @param origin the part
    public record Gap(Guard guard, @Nullable Reason reason, Origin origin) {

    }

    /// Lowers a policy.
    /// @param value an object, a text that holds a JSON document, a choice of such, or
    /// anything else: then it is a gap
    /// @param guards the conditions of the document that the value is of
    public static PolicyDocument of(Value value, GuardSpace guards) {
        return new PolicyLowering(guards).lower(value);
    }

}
