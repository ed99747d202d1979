package dev.rolewire.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One row of the catalog: a property that takes an IAM identity.
///
/// @param type the resource type, CloudFormation or Terraform; the data source or the provider for their slots; `Globals`
/// for the section of a SAM template
/// @param path where in its properties
/// @param accepts the kinds and forms that it takes, at least one; those that work are listed, also where AWS's own
/// documentation knows only one of them
/// @param trust who must be able to assume the role
/// @param requirement when it must be set
/// @param unless relative paths ([SlotPath#resolve]); where one of them is set, the slot need not be. Only of an
/// [Requirement#EXPECTED] slot
/// @param literals patterns of texts that are no identity and valid all the same (`CALLER_CREDENTIALS`); see [#isLiteral]
/// @param placeholders patterns of texts that stand for a value that only the service will know (`{{ AssumeRole }}` in an
/// SSM document); see [#isPlaceholder]
/// @param conflicts relative paths ([SlotPath#resolve]) of properties that must not be set together with the slot
/// @param oneOrMany whether an item alone may stand for the list that `*` names, and a list for an item
/// @param pattern what AWS's resource schema or the Terraform provider demands of the text, or null
/// @param disputed whether AWS's own texts contradict each other about the slot: kind, form and pattern are not to be
/// judged
/// @param computed whether the Terraform provider chooses a value where none is set (`optional` and `computed` in the
/// provider's schema), so that `null` is a value known after apply
/// @param rootNames whether a name finds only identities of path `/`: the name of another one lacks its path
/// @param confidence how sure the row is
/// @param evidence where the principals come from
/// @param note what a reader should know, or null
public record IdentitySlot(String type, SlotPath path, List<Accepted> accepts, Trust trust, Requirement requirement,
        List<String> unless, List<String> literals, List<String> placeholders, List<String> conflicts,
        boolean oneOrMany, @Nullable Pattern pattern, boolean disputed, boolean computed, boolean rootNames,
        Confidence confidence, Evidence evidence, @Nullable String note) {

    /// Copies the lists.
    public IdentitySlot {
        accepts = List.copyOf(accepts);
        unless = List.copyOf(unless);
        literals = List.copyOf(literals);
        placeholders = List.copyOf(placeholders);
        conflicts = List.copyOf(conflicts);
    }

    /// Whether a text that the document writes out is one of the slot's literals: valid,
    /// and judged no further.
    ///
    /// In the patterns `*` is any text and `\*` an asterisk; `{account}` is an account
    /// id, `{name}` an IAM name,
    /// `{service}` a service principal.
    public boolean isLiteral(String text) {
        return !this.literals.isEmpty()
                && this.literals.stream().anyMatch((literal) -> LiteralPattern.matches(literal, text));
    }

    /// Whether a text that the document writes out stands for a value that only the
    /// service will know: the slot cannot be
    /// judged. The patterns are those of [#isLiteral].
    public boolean isPlaceholder(String text) {
        return !this.placeholders.isEmpty()
                && this.placeholders.stream().anyMatch((placeholder) -> LiteralPattern.matches(placeholder, text));
    }

    /// Whether the slot takes a kind of identity in some form.
    public boolean takes(IdentityKind kind) {
        for (Accepted accepted : this.accepts) {
            if (accepted.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /// Whether the slot takes the name of some identity.
    public boolean takesName() {
        for (Accepted accepted : this.accepts) {
            if (accepted.form() == IdentityForm.NAME) {
                return true;
            }
        }
        return false;
    }

    /// Whether the slot takes a kind of identity in a form.
    public boolean takes(IdentityKind kind, IdentityForm form) {
        for (Accepted accepted : this.accepts) {
            if (accepted.kind() == kind && accepted.form() == form) {
                return true;
            }
        }
        return false;
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

        /// Copies the lists.
        public Trust {
            principals = List.copyOf(principals);
            actions = List.copyOf(actions);
        }

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
        /// AWS's schema requires it, unconditionally, wherever the object that holds the
        /// last name of the path is there (the
        /// properties themselves always are). Where `*` or `{}` follows that name, the
        /// list or map is required. Such a slot
        /// has no selector.
        REQUIRED,
        /// A service demands it in some accounts although the schema does not. A slot
        /// with a selector is missing where the
        /// properties as a whole have no place that the selector takes.
        EXPECTED

    }

    /// What a schema demands of the text.
    ///
    /// The expressions are AWS's own (ECMA 262, from the resource schemas) and those of
    /// the Terraform provider (Go's RE2),
    /// written so that `java.util.regex` reads them the same way. They match anywhere in
    /// the text unless they are anchored,
    /// so use `find`.
    ///
    /// @param regex a regular expression, or null
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
