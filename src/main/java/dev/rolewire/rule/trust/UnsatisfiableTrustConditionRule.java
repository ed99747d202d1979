package dev.rolewire.rule.trust;

import java.util.List;
import java.util.Locale;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;
import dev.rolewire.policy.PolicyCondition;
import dev.rolewire.policy.PolicyDocument;
import dev.rolewire.policy.PolicyItem;
import dev.rolewire.policy.PolicyStatement;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.PolicyUse;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;

/// Flags a condition of a trust policy that no request fulfils.
@AutoService(Rule.class)
public final class UnsatisfiableTrustConditionRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("unsatisfiable-trust-condition", Severity.WARNING)
        .category(RuleMetadata.Category.TRUST)
        .effect(RuleMetadata.Effect.WORKLOAD)
        .summary("Condition of a trust policy can never hold")
        .why("""
                `StringEquals` compares letter by letter: a `*` or `?` in its value is no wildcard there, and no ARN, account or
                organization holds one. A statement with such a condition grants nothing, and nobody can assume the role
                through it.
                """)
        .help("""
                Use `ArnLike` or `StringLike` for values with wildcards, and twelve digits for an account.
                """)
        .exceptions(
                """
                        Only keys whose values cannot hold a wildcard are judged: the ARNs, accounts and organizations of the caller and
                        `sts:ExternalId`. Silent when another value of the same test can match.
                        """)
        .reference("IAM User Guide: IAM JSON policy elements: Condition operators",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html")
        .reference("IAM User Guide: AWS global condition context keys",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html")
        .build();

    private static final List<String> ACCOUNT_KEYS = List.of("aws:sourceaccount", "aws:principalaccount");

    private static final List<String> KEYS = List.of("aws:sourcearn", "aws:principalarn", "aws:sourceaccount",
            "aws:principalaccount", "aws:principalorgid", "aws:sourceorgid", "sts:externalid");

    private static final int ACCOUNT_LENGTH = 12;

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        Wiring wiring = context.wiring();
        if (wiring == null) {
            return;
        }
        for (PolicyUse use : wiring.policyUses()) {
            if (use.place().kind() == PolicyPlace.Kind.TRUST) {
                for (PolicyStatement statement : PolicyDocument.of(use.value(), context.guards()).statements()) {
                    statement.conditions().forEach((condition) -> checkCondition(context, use, statement, condition));
                }
            }
        }
    }

    private static void checkCondition(RuleContext context, PolicyUse use, PolicyStatement statement,
            PolicyCondition condition) {
        String key = condition.key().toLowerCase(Locale.ROOT);
        String operator = condition.operator().toLowerCase(Locale.ROOT);
        boolean letterByLetter = operator.equals("stringequals") || operator.equals("stringequalsignorecase");
        if (!letterByLetter || !KEYS.contains(key) || condition.values().isEmpty()
                || !condition.values().stream().allMatch((item) -> neverMatches(key, item))) {
            return;
        }
        GuardSpace guards = context.guards();
        Guard guard = guards.and(guards.and(use.guard(), statement.guard()), condition.guard());
        context.finding(METADATA)
            .at(use.resource(), use.property(), condition.origin())
            .under(guard)
            .message("no request fulfils the condition `%s` of the trust policy of `%s`: `%s` is never `%s`",
                    condition.operator(), use.resource().address(), condition.key(),
                    Texts.of(condition.values().getFirst().value()))
            .report();
    }

    private static boolean neverMatches(String key, PolicyItem item) {
        boolean wildcard = switch (item.value()) {
            case Value.Literal literal -> hasWildcard(literal.text());
            case Value.Concat concat -> concat.parts()
                .stream()
                .anyMatch((part) -> part instanceof Value.Literal literal && hasWildcard(literal.text()));
            case Value.Reference _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _,
                    Value.Absent _ ->
                false;
        };
        boolean noAccount = ACCOUNT_KEYS.contains(key) && item.value() instanceof Value.Literal literal
                && !(literal.text().length() == ACCOUNT_LENGTH
                        && literal.text().chars().allMatch((c) -> c >= '0' && c <= '9'));
        return wildcard || noAccount;
    }

    /// Policy variables such as `${aws:username}` are filled in before the comparison, so
    /// a text with one is not judged.
    private static boolean hasWildcard(String text) {
        return (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) && !text.contains("${");
    }

}
