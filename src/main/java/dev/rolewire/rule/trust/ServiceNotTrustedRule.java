package dev.rolewire.rule.trust;

import java.util.ArrayList;
import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Resource;
import dev.rolewire.policy.TrustVerdict;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.RoleTrust;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Flags a role whose trust policy does not let the service of the slot assume it.
@AutoService(Rule.class)
public final class ServiceNotTrustedRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("service-not-trusted", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .category(RuleMetadata.Category.TRUST)
        .effect(RuleMetadata.Effect.WORKLOAD)
        .summary("Role does not trust the service that it is given to")
        .why("""
                The service calls `sts:AssumeRole` to get the role's credentials, and the role's trust policy does not
                allow its principal to do so. Some services check this when the resource is made and refuse it; others,
                EC2 among them, accept the role and the workload runs without credentials.
                """)
        .deployError("The role defined for the function cannot be assumed by Lambda.")
        .help("""
                Allow the service principal in the role's trust policy, or give the resource the role that was made for it.
                """)
        .exceptions(
                """
                        Roles whose trust policy is neither in the document nor in the inventory, and roles that no service assumes, are not judged. Where
                        the principal rests on convention only, the finding is a warning.
                        """)
        .reference("IAM User Guide: Create a role to delegate permissions to an AWS service",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html")
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
        TrustRemedies remedies = new TrustRemedies(wiring);
        List<Refused> found = new ArrayList<>();
        for (SlotUse use : context.slotUses()) {
            if (wiring.isProfileRoles(use) && wiring.isTaken(use.resource())) {
                continue;
            }
            if (wiring.catalog().isAssumedByRole(use.slot())) {
                use.alternatives()
                    .forEach((alternative) -> RoleTrustedByRole.check(context, METADATA, use, alternative));
            }
            for (SlotAlternative alternative : use.alternatives()) {
                alternative.trust().forEach((trust) -> collect(context.guards(), use, alternative, trust, found));
            }
        }
        for (Refused refused : found) {
            Resource role = refused.trust().role();
            if (role != null) {
                remedies.lacks(role, refused.use().slot(), refused.verdict(), isSure(wiring, refused.use()));
            }
        }
        found.forEach((refused) -> report(context, wiring, refused, remedies));
    }

    /// A role that is given to a slot and does not trust its service.
    ///
    /// @param role what it is called
    /// @param guard when it is so
    private record Refused(SlotUse use, SlotAlternative alternative, RoleTrust trust, String role, TrustVerdict verdict,
            Guard guard) {

    }

    private static void collect(GuardSpace guards, SlotUse use, SlotAlternative alternative, RoleTrust trust,
            List<Refused> found) {
        Guard refused = guards.and(trust.guard(), guards.not(trust.possible()));
        String role = trust.label();
        TrustVerdict verdict = trust.verdict();
        if (refused != Guard.FALSE && role != null && verdict != null) {
            found.add(new Refused(use, alternative, trust, role, verdict, refused));
        }
    }

    private static void report(RuleContext context, Wiring wiring, Refused refused, TrustRemedies remedies) {
        SlotUse use = refused.use();
        String label = refused.role();
        boolean sure = isSure(wiring, use);
        FindingBuilder finding = context.finding(METADATA)
            .at(use, refused.alternative().origin())
            .under(refused.guard())
            .severity(sure ? Severity.ERROR : Severity.WARNING)
            .message("%s assume role `%s` of `%s`: %s", services(use.slot()), label, use.resource().address(),
                    why(label, use.slot(), refused.trust(), refused.verdict()))
            .deployError(context.deployError(METADATA, use, refused.alternative()));
        Resource role = refused.trust().role();
        if (role == null) {
            finding.related("the inventory has the trust policy of `" + label + "`", null,
                    refused.alternative().origin());
        }
        else {
            finding.related("the trust policy", label, refused.verdict().origin());
            if (role.maker() != null) {
                finding.related("the transform makes `" + label + "` for this", role.maker(), role.origin());
            }
            remedies.of(refused.trust(), use.slot(), refused.verdict(), sure).ifPresent(finding::remedy);
        }
        finding.report();
    }

    private static boolean isSure(Wiring wiring, SlotUse use) {
        IdentitySlot slot = use.slot();
        boolean sourced = switch (slot.evidence()) {
            case A, B -> true;
            case C, D, NONE -> false;
        };
        return sourced && slot.confidence() != IdentitySlot.Confidence.LOW && !wiring.isProfileRoles(use);
    }

    private static String services(IdentitySlot slot) {
        List<String> principals = slot.trust().principals();
        if (principals.size() == 1) {
            return principals.getFirst() + " may not";
        }
        return slot.trust().mode() == IdentitySlot.TrustMode.ALL
                ? String.join(" and ", principals) + " may not " + (principals.size() == 2 ? "both" : "all")
                : "neither " + String.join(" nor ", principals) + " may";
    }

    private static String why(String role, IdentitySlot slot, RoleTrust trust, TrustVerdict verdict) {
        String trusted = verdict.trusted().isEmpty() ? "no service" : String.join(", ", verdict.trusted());
        return switch (verdict.flaw()) {
            case NONE, PRINCIPAL_NOT_NAMED -> "the trust policy of `" + role + "` lets " + trusted + " assume it";
            case WRONG_PRINCIPAL_TYPE -> "the trust policy names it, but not as a `"
                    + (slot.trust().mode() == IdentitySlot.TrustMode.FEDERATED ? "Federated" : "Service")
                    + "` principal";
            case WRONG_ACTION -> "the trust policy names it, but does not allow `" + trust.action() + "`";
            case DENIED -> "a statement of the trust policy denies it";
        };
    }

}
