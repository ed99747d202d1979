package dev.rolewire.catalog;

/// How an identity is named.
public enum IdentityForm {

    NAME("name"), ARN("ARN"),
    /// The id that IAM makes (`AROA...`, `AIPA...`), which fits no slot.
    UNIQUE_ID("unique id");

    private final String label;

    IdentityForm(String label) {
        this.label = label;
    }

    /// The word in messages.
    public String label() {
        return this.label;
    }

}
