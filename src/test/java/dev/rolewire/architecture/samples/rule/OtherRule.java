package dev.rolewire.architecture.samples.rule;

/// The rule that [OpenRule] uses.
final class OtherRule {

    boolean holds() {
        return true;
    }

}
