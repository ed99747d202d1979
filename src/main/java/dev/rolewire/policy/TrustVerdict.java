package dev.rolewire.policy;

import java.util.List;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import org.jspecify.annotations.Nullable;

/// Whether a trust policy lets a principal assume its role.
///
/// @param granted when it surely does
/// @param possible when it does or may do; it includes `granted`. Outside of it the principal is surely not trusted
/// @param reason why `possible` is more than `granted`, or null when they are the same
/// @param trusted the principals that the policy allows, as written, for messages
/// @param flaw what is closest to the reason why it does not, for messages
/// @param origin the place that a person has to look at: the statement or principal closest to the query, else the
/// policy
public record TrustVerdict(Guard granted, Guard possible, @Nullable Reason reason, List<String> trusted, Flaw flaw,
        Origin origin) {

    /// Why a principal is not trusted.
    public enum Flaw {

        /// It is trusted, or may be.
        NONE,
        /// No statement allows this principal.
        PRINCIPAL_NOT_NAMED,
        /// The principal is named, but under another type (`AWS` or `Federated` instead
        /// of `Service`).
        WRONG_PRINCIPAL_TYPE,
        /// The principal is named, but not for the action that is needed.
        WRONG_ACTION,
        /// A statement denies it.
        DENIED

    }

}
