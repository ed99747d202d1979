package dev.rolewire.architecture.samples.rule;

import dev.rolewire.architecture.samples.syntax.SyntaxUsesWeb;

/// Is neither final nor registered, has state, and knows syntax and another rule.
class OpenRule {

    int findings;

    boolean usesAnother(OtherRule other, SyntaxUsesWeb node) {
        return other.holds() && node.screen().origin() == null;
    }

}
