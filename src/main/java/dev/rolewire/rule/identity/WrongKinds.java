package dev.rolewire.rule.identity;

import java.util.Optional;
import java.util.function.BiPredicate;

import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.References;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.rule.SlotWords;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// The shared part of the rules on identities of a kind that a slot does not take.
final class WrongKinds {

    private WrongKinds() {
    }

    /// Reports every slot that resolves to an identity whose kind it does not take and
    /// that the rule speaks for.
    static void report(RuleContext context, RuleMetadata rule, BiPredicate<IdentitySlot, IdentityKind> speaksFor) {
        for (SlotUse use : context.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                if (alternative.resolution() instanceof Resolution.Identified identified
                        && !use.slot().takes(identified.accepted().kind())
                        && speaksFor.test(use.slot(), identified.accepted().kind())) {
                    finding(context, rule, use, alternative, identified).report();
                }
            }
        }
    }

    private static FindingBuilder finding(RuleContext context, RuleMetadata rule, SlotUse use,
            SlotAlternative alternative, Resolution.Identified identified) {
        FindingBuilder finding = context.finding(rule)
            .at(use, alternative)
            .message("`%s` needs %s, but `%s` %s%s", use.resource().address(), SlotWords.wantedKinds(use.slot()),
                    use.name(), SlotWords.refers(identified),
                    alternative.mayBeWrapped(use.slot()) ? ", unless it is a part of a text that the plan does not show"
                            : "")
            .deployError(context.deployError(rule, use, alternative));
        if (identified.identity() instanceof Identity.Local local) {
            finding.related("the " + identified.accepted().kind().label(), local.resource().address(),
                    local.resource().origin());
            remedy(context, use, alternative, local).ifPresent(finding::remedy);
        }
        return finding;
    }

    /// The profile that holds the role, or the role that the profile holds.
    private static Optional<Remedy> remedy(RuleContext context, SlotUse use, SlotAlternative alternative,
            Identity.Local given) {
        Wiring wiring = context.wiring();
        if (wiring == null) {
            return Optional.empty();
        }
        References references = References.of(wiring, use, alternative);
        return switch (given.type().kind()) {
            case ROLE ->
                use.slot().takes(IdentityKind.INSTANCE_PROFILE) ? references.toHolderOf(given) : Optional.empty();
            case INSTANCE_PROFILE ->
                use.slot().takes(IdentityKind.ROLE) ? references.toOnlyRoleOf(given) : Optional.empty();
            case POLICY, USER, GROUP -> Optional.empty();
        };
    }

}
