package dev.rolewire.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import org.jspecify.annotations.Nullable;

/// Decides whether the conditions of a statement hold when the principal assumes the role.
///
/// Sources: IAM User Guide, "AWS global condition context keys": `aws:SourceArn`, `aws:SourceAccount`,
/// `aws:SourceOrgID` and `aws:SourceOrgPaths` are in the request when a service principal calls; names of keys are
/// case-insensitive. Amazon Cognito user pools API, "SmsConfigurationType": Cognito sends the `ExternalId` of its
/// configuration. Amazon Data Firehose Developer Guide, "Allow Firehose to assume an IAM role": it sends the id of the account. Their values are taken to be the right ones as long as they have the right form.
final class ConditionMatcher {

    private static final List<String> POSITIVE_OPERATORS = List.of("stringequals", "stringequalsignorecase",
            "stringlike", "arnequals", "arnlike");

    /// What a service sends as the external id: Cognito that of its configuration,
    /// Firehose
    /// the account.
    private static final Map<String, String> EXTERNAL_IDS = Map.of("cognito-idp", "*", "firehose", "????????????");

    private final TrustQuery query;

    private final GuardSpace guards;

    ConditionMatcher(TrustQuery query, GuardSpace guards) {
        this.query = query;
        this.guards = guards;
    }

    /// Whether all conditions of an allowing statement hold.
    Match matchAllow(PolicyStatement statement) {
        Match all = Match.ALWAYS;
        for (PolicyCondition condition : statement.conditions()) {
            all = all.and(test(condition).or(unless(condition.guard()), this.guards), this.guards);
        }
        return all;
    }

    /// Whether all conditions of a denying statement hold: sure only where there are
    /// none.
    Match matchDeny(PolicyStatement statement) {
        Match all = Match.ALWAYS;
        for (PolicyCondition condition : statement.conditions()) {
            Match test = Match.maybe(doubtOf(condition));
            all = all.and(test.or(unless(condition.guard()), this.guards), this.guards);
        }
        return all;
    }

    private Match unless(Guard guard) {
        Guard without = this.guards.not(guard);
        return new Match(without, without, null);
    }

    private static Doubt doubtOf(PolicyCondition condition) {
        for (PolicyItem item : condition.values()) {
            if (Doubt.reasonOf(item.value()) != null) {
                return Doubt.about(item.value());
            }
        }
        return Doubt.untilAssumed(condition.origin());
    }

    private Match test(PolicyCondition condition) {
        String form = isPositive(condition.operator()) ? formOf(condition.key().toLowerCase(Locale.ROOT)) : null;
        if (form == null) {
            return Match.maybe(doubtOf(condition));
        }
        Match any = Match.NEVER;
        for (PolicyItem item : condition.values()) {
            if (hasForm(TextPattern.of(item.value()), form)) {
                any = any.or(Match.ALWAYS.when(item.guard(), this.guards), this.guards);
            }
        }
        return any.or(Match.maybe(doubtOf(condition)), this.guards);
    }

    private static boolean isPositive(String operator) {
        String name = operator.toLowerCase(Locale.ROOT);
        name = name.substring(name.indexOf(':') + 1);
        name = name.endsWith("ifexists") ? name.substring(0, name.length() - "ifexists".length()) : name;
        return POSITIVE_OPERATORS.contains(name);
    }

    /// The form of the values of a key that the principal brings along; null for other
    /// keys.
    private @Nullable String formOf(String key) {
        if (this.query.federated()) {
            return key.startsWith(this.query.principal().toLowerCase(Locale.ROOT) + ":") ? "*" : null;
        }
        return switch (key) {
            case "aws:sourcearn" -> "arn:*";
            case "aws:sourceaccount" -> "????????????";
            case "aws:sourceorgid", "aws:sourceorgpaths" -> "o-*";
            case "sts:externalid" -> externalId();
            default -> null;
        };
    }

    private @Nullable String externalId() {
        ServiceName name = ServiceName.parse(this.query.principal());
        return name == null ? null : EXTERNAL_IDS.get(name.service());
    }

    private static boolean hasForm(TextPattern pattern, String form) {
        boolean account = form.startsWith("?");
        boolean digits = pattern.isSymbolic() || pattern.text().chars().allMatch((c) -> "0123456789*?".indexOf(c) >= 0);
        return (!account || digits) && TextPattern.intersect(pattern.text(), form);
    }

}
