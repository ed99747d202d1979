package dev.rolewire.rule.trust;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;
import dev.rolewire.policy.PolicyDocument;
import dev.rolewire.policy.PolicyItem;
import dev.rolewire.policy.PolicyStatement;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.PolicyUse;
import dev.rolewire.wiring.Wiring;

/// Flags a trust policy that lets anybody assume the role.
@AutoService(Rule.class)
public final class OpenTrustPolicyRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("open-trust-policy", Severity.WARNING)
        .category(RuleMetadata.Category.TRUST)
        .effect(RuleMetadata.Effect.WORKLOAD)
        .securitySeverity("9.0")
        .summary("Trust policy lets every AWS account assume the role")
        .why("""
                The principal `*` is everybody: any identity of any AWS account may take the role's permissions, as long as no
                condition of the statement narrows it.
                """)
        .help("""
                Name the accounts, roles or services that need the role, or add a condition such as
                `aws:PrincipalOrgID`.
                """)
        .exceptions("""
                Silent when the statement has any condition: whether it narrows enough is not judged.
                """)
        .reference("IAM User Guide: AWS JSON policy elements: Principal",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html")
        .build();

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
        GuardSpace guards = context.guards();
        for (PolicyUse use : wiring.policyUses()) {
            if (use.place().kind() == PolicyPlace.Kind.TRUST) {
                for (PolicyStatement statement : PolicyDocument.of(use.value(), guards).statements()) {
                    checkStatement(context, use, statement);
                }
            }
        }
    }

    private static void checkStatement(RuleContext context, PolicyUse use, PolicyStatement statement) {
        GuardSpace guards = context.guards();
        Guard open = guards.and(use.guard(), statement.guard());
        for (var condition : statement.conditions()) {
            open = guards.and(open, guards.not(condition.guard()));
        }
        Guard allows = Guard.FALSE;
        for (PolicyItem effect : statement.effect().items()) {
            boolean allow = effect.value() instanceof Value.Literal literal && literal.text().equals("Allow");
            allows = allow ? guards.or(allows, effect.guard()) : allows;
        }
        open = guards.and(open, allows);
        Guard allBut = guards.and(open, statement.notPrincipal().present());
        if (!statement.notPrincipal().items().isEmpty()) {
            context.finding(METADATA)
                .at(use.resource(), use.property(), statement.notPrincipal().origin())
                .under(allBut)
                .message("the trust policy of `%s` lets all but those in `NotPrincipal` assume the role",
                        use.resource().address())
                .report();
        }
        for (PolicyItem item : statement.principal().items()) {
            boolean everybody = item.value() instanceof Value.Literal literal && literal.text().equals("*")
                    && (item.key().isEmpty() || item.key().equals("AWS"));
            if (everybody) {
                context.finding(METADATA)
                    .at(use.resource(), use.property(), item.value().origin())
                    .under(guards.and(open, item.guard()))
                    .message("the trust policy of `%s` lets every AWS account assume the role",
                            use.resource().address())
                    .report();
            }
        }
    }

}
