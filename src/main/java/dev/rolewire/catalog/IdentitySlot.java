package dev.rolewire.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One row of the catalog: a property that takes an IAM identity.
///
/// @param type the resource type, CloudFormation or Terraform
/// @param path where in its properties
/// @param accepts the kinds and forms that it takes, at least one
/// @param trust who must be able to assume the role
/// @param requirement when it must be set
/// @param literals values that are no identity and valid all the same (`CALLER_CREDENTIALS`); a `*` stands for any text
/// @param conflicts paths (from the resource's properties, or relative when starting with `../`) that must not be given
/// together with this slot
/// @param pattern what AWS's resource schema or the Terraform provider demands of the text, or null
/// @param confidence how sure the row is
/// @param evidence where the principals come from
/// @param note what a reader should know, or null
public record IdentitySlot(String type, SlotPath path, List<Accepted> accepts, Trust trust, Requirement requirement,
        List<String> literals, List<String> conflicts, @Nullable Pattern pattern, Confidence confidence,
        Evidence evidence, @Nullable String note) {

    /// Whether the slot takes a kind of identity in some form.
    public boolean takes(IdentityKind kind) {
        return this.accepts.stream().anyMatch((accepted) -> accepted.kind() == kind);
    }

    /// Whether the slot takes a kind of identity in a form.
    public boolean takes(IdentityKind kind, IdentityForm form) {
        return this.accepts.contains(new Accepted(kind, form));
    }

    /// Who must be able to assume the role that the slot gets (for an instance profile:
    /// the role inside).
    ///
    /// @param mode how the principals count
    /// @param principals service principals, `{region}` standing for the Region; for
    /// [TrustMode#FEDERATED] an identity
    /// provider
    /// @param actions what the trust policy must allow besides `sts:AssumeRole`
    /// (`sts:TagSession`, `sts:SetContext`)
    public record Trust(TrustMode mode, List<String> principals, List<String> actions) {

    }

    /// How the principals of a slot count.
    public enum TrustMode {

        /// Any one of them is enough.
        ANY,
        /// All of them must be trusted.
        ALL,
        /// They are federated principals, used with `sts:AssumeRoleWithWebIdentity`.
        FEDERATED,
        /// No service assumes the role; nothing is to be judged.
        NONE,
        /// Some service assumes it, which one is not known; nothing can be judged.
        UNKNOWN

    }

    /// When a slot must be set.
    public enum Requirement {

        /// It may be left out.
        OPTIONAL,
        /// AWS's schema requires it wherever the object that holds it is there.
        REQUIRED,
        /// It is required by a service although the schema does not say so; whether it
        /// is, depends on the account.
        EXPECTED

    }

    /// What a schema demands of the text.
    ///
    /// @param regex an ECMA 262 regular expression, or null
    /// @param minLength in characters, or null
    /// @param maxLength in characters, or null
    public record Pattern(@Nullable String regex, @Nullable Integer minLength, @Nullable Integer maxLength) {

    }

    /// How sure a row is.
    public enum Confidence {

        HIGH, MEDIUM, LOW

    }

    /// Where the principals come from.
    public enum Evidence {

        /// A source for this slot.
        A,
        /// AWS's own CDK code or a managed policy of the service.
        B,
        /// The principal exists; that the slot uses it is the service's convention.
        C,
        /// General knowledge only.
        D,
        /// None is needed.
        NONE

    }

}
