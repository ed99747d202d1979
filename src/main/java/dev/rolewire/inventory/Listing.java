package dev.rolewire.inventory;

/// How complete the list of one kind of identity is.
public enum Listing {

    /// What is not in it may exist all the same.
    PARTIAL("partial"),
    /// Instance profiles that hold a role are all there; one that is not in it does not
    /// exist or holds no role.
    WITH_ROLE("with-role"),
    /// What is not in it does not exist.
    COMPLETE("complete");

    private final String id;

    Listing(String id) {
        this.id = id;
    }

    /// The word in reports.
    public String id() {
        return this.id;
    }

}
