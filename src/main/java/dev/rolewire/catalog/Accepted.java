package dev.rolewire.catalog;

/// One kind of identity in one form: what a slot takes, or what a reference yields.
///
/// @param kind the identity
/// @param form its form
public record Accepted(IdentityKind kind, IdentityForm form) {

    /// Reads a word of the catalog such as `role-arn` or `instance-profile-name`.
    /// @throws IllegalArgumentException when it is no such word
    public static Accepted parse(String word) {
        int cut = word.lastIndexOf('-');
        if (cut < 0) {
            throw new IllegalArgumentException("expected kind-form, found " + word);
        }
        IdentityKind kind = switch (word.substring(0, cut)) {
            case "role" -> IdentityKind.ROLE;
            case "instance-profile" -> IdentityKind.INSTANCE_PROFILE;
            case "policy" -> IdentityKind.POLICY;
            case "user" -> IdentityKind.USER;
            case "group" -> IdentityKind.GROUP;
            default -> throw new IllegalArgumentException("unknown identity kind in " + word);
        };
        IdentityForm form = switch (word.substring(cut + 1)) {
            case "name" -> IdentityForm.NAME;
            case "arn" -> IdentityForm.ARN;
            case "id" -> IdentityForm.UNIQUE_ID;
            default -> throw new IllegalArgumentException("unknown identity form in " + word);
        };
        return new Accepted(kind, form);
    }

    /// The word of the catalog.
    @Override
    public String toString() {
        String kindWord = this.kind.label().replace(' ', '-');
        return switch (this.form) {
            case NAME -> kindWord + "-name";
            case ARN -> kindWord + "-arn";
            case UNIQUE_ID -> kindWord + "-id";
        };
    }

}
