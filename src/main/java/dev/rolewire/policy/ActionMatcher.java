package dev.rolewire.policy;

import java.util.Locale;

import dev.rolewire.model.Value;

/// Decides whether an action of a policy covers the action that is asked for.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action": prefix and name are case-insensitive, `*` and `?` are
/// wildcards. IAM refuses some wildcards in trust policies when the role is made; that is not judged here.
final class ActionMatcher {

    private final String action;

    ActionMatcher(TrustQuery query) {
        this.action = query.action().toLowerCase(Locale.ROOT);
    }

    Match match(PolicyItem item) {
        if (item.value() instanceof Value.ObjectValue) {
            return Match.NEVER;
        }
        TextPattern pattern = TextPattern.of(item.value());
        if (!TextPattern.intersect(pattern.text().toLowerCase(Locale.ROOT), this.action)) {
            return Match.NEVER;
        }
        if (pattern.isSymbolic()) {
            return Match.maybe(Doubt.about(item.value()));
        }
        return item.regular() ? Match.ALWAYS : Match.maybe(Doubt.untilAssumed(item.value().origin()));
    }

}
