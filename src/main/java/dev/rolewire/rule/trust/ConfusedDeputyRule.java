package dev.rolewire.rule.trust;

import java.util.List;
import java.util.Locale;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Value;
import dev.rolewire.policy.PolicyDocument;
import dev.rolewire.policy.PolicyItem;
import dev.rolewire.policy.PolicyStatement;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.PolicyUse;
import dev.rolewire.wiring.Wiring;

/// Flags a trust policy that lets a service assume the role on whosever behalf.
@AutoService(Rule.class)
public final class ConfusedDeputyRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("confused-deputy", Severity.NOTE)
        .category(RuleMetadata.Category.HYGIENE)
        .effect(RuleMetadata.Effect.HYGIENE)
        .offByDefault()
        .summary("Service may assume the role without saying for which account")
        .why("""
                A service acts for all its customers. When it says for which resource it assumes a role, the trust policy can ask
                for the own account, and nobody else can talk the service into using the role.
                """)
        .help("""
                Add a condition on `aws:SourceAccount` (or `aws:SourceArn`) to the statement of the trust policy.
                """)
        .exceptions(
                """
                        Only services whose documentation shows such a condition for roles are judged, and only when the request enables
                        the rule. A condition that cannot be read counts as one.
                        """)
        .reference("IAM User Guide: The confused deputy problem",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html")
        .build();

    private static final List<String> KEYS = List.of("aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid",
            "aws:sourceorgpaths", "aws:sourceowner", "sts:externalid");

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
                    check(context, wiring, use, statement);
                }
            }
        }
    }

    private static void check(RuleContext context, Wiring wiring, PolicyUse use, PolicyStatement statement) {
        boolean allows = statement.effect()
            .items()
            .stream()
            .anyMatch((item) -> item.value() instanceof Value.Literal literal && literal.text().equals("Allow"));
        boolean bound = statement.conditions()
            .stream()
            .anyMatch((condition) -> condition.key().isEmpty()
                    || KEYS.contains(condition.key().toLowerCase(Locale.ROOT)));
        if (!allows || bound) {
            return;
        }
        for (PolicyItem item : statement.principal().items()) {
            if (item.key().equals("Service") && item.value() instanceof Value.Literal service
                    && wiring.catalog().namesItsSource(service.text())) {
                Guard both = context.guards().and(use.guard(), statement.guard());
                context.finding(METADATA)
                    .at(use.resource(), use.property(), service.origin())
                    .under(context.guards().and(both, item.guard()))
                    .message("`%s` may assume `%s` for resources of every account: no condition asks for the source",
                            service.text(), use.resource().address())
                    .report();
            }
        }
    }

}
