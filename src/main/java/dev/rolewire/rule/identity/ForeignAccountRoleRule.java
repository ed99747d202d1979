package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Value;
import dev.rolewire.policy.SymbolicArn;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Flags a role of another account where a service is to assume one of its own account.
@AutoService(Rule.class)
public final class ForeignAccountRoleRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("foreign-account-role", Severity.WARNING)
        .summary("Role of another account is given to a service")
        .why("""
                `iam:PassRole` does not reach into other accounts: a service assumes roles of the account that its resource is in.
                Most services refuse the ARN of another account's role with `Cross-account pass role is not allowed`. Such an
                ARN is often one that was copied from another environment.
                """)
        .help("""
                Use a role of the same account. Leave the account to `AWS::AccountId` or `data.aws_caller_identity` where an
                ARN must be written out.
                """)
        .exceptions(
                """
                        Judged only when the account is known, from the request, the provider or the ARNs of what exists. Silent for
                        properties that take roles of other accounts, and for those that no service assumes.
                        """)
        .reference("IAM User Guide: Grant a user permissions to pass a role to an AWS service",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        Wiring wiring = context.wiring();
        String own = wiring == null ? null : wiring.accountId();
        if (own == null) {
            return;
        }
        for (SlotUse use : context.slotUses()) {
            if (isAssumedByService(use.slot())) {
                use.alternatives().forEach((alternative) -> check(context, use, alternative, own));
            }
        }
    }

    private static boolean isAssumedByService(IdentitySlot slot) {
        boolean assumed = switch (slot.trust().mode()) {
            case ANY, ALL -> true;
            case FEDERATED, NONE, UNKNOWN -> false;
        };
        boolean passed = slot.takes(IdentityKind.ROLE) || slot.takes(IdentityKind.INSTANCE_PROFILE);
        return assumed && passed;
    }

    private static void check(RuleContext context, SlotUse use, SlotAlternative alternative, String own) {
        String account = alternative.resolution() instanceof Resolution.Identified ? accountOf(alternative.value())
                : null;
        if (account == null || account.equals(own)) {
            return;
        }
        context.finding(METADATA)
            .at(use, alternative.origin())
            .under(alternative.guard())
            .message("`%s` of `%s` gets an identity of account %s, but the deployment is in %s: `%s`", use.name(),
                    use.resource().address(), account, own, Texts.of(alternative.value()))
            .report();
    }

    private static @Nullable String accountOf(Value value) {
        SymbolicArn arn = SymbolicArn.parse(value);
        boolean written = arn != null && arn.account() instanceof Value.Literal literal
                && literal.text().matches("[0-9]{12}");
        return written && arn != null ? Texts.of(arn.account()) : null;
    }

}
