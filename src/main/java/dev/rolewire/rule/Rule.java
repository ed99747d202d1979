package dev.rolewire.rule;

/// One check. A rule is one final class without state, registered by `@AutoService(Rule.class)`.
public interface Rule {

    /// What the rule says of itself.
    RuleMetadata metadata();

    /// Judges one document.
    /// @param context the document's facts, and where findings go
    void check(RuleContext context);

}
