package dev.rolewire.catalog;

/// The kinds of IAM identity (and policies, which some slots take).
public enum IdentityKind {

    ROLE("role"), INSTANCE_PROFILE("instance profile"), POLICY("policy"), USER("user"), GROUP("group");

    private final String label;

    IdentityKind(String label) {
        this.label = label;
    }

    /// The word in messages.
    public String label() {
        return this.label;
    }

}
