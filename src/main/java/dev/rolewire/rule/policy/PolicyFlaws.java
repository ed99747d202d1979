package dev.rolewire.rule.policy;

import java.util.List;

import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.policy.PolicyFlaw;
import dev.rolewire.policy.PolicyGrammar;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.PolicyUse;
import dev.rolewire.wiring.Wiring;

/// Reports the places where policies of some kinds are not of IAM's grammar.
final class PolicyFlaws {

    private PolicyFlaws() {
    }

    static void report(RuleContext context, RuleMetadata rule, List<PolicyPlace.Kind> kinds) {
        Wiring wiring = context.wiring();
        if (wiring == null) {
            return;
        }
        for (PolicyUse use : wiring.policyUses()) {
            if (kinds.contains(use.place().kind())) {
                for (PolicyFlaw flaw : PolicyGrammar.check(use.value(), use.guard(), use.place().kind(),
                        context.guards())) {
                    report(context, rule, wiring, use, flaw);
                }
            }
        }
    }

    private static void report(RuleContext context, RuleMetadata rule, Wiring wiring, PolicyUse use, PolicyFlaw flaw) {
        String answer = wiring.catalog()
            .deployErrors()
            .find(rule.id(), use.resource().type(), flaw.id())
            .map((text) -> text.replace("{value}", flaw.value()))
            .orElse(null);
        context.finding(rule)
            .at(use.resource(), use.property(), flaw.origin())
            .under(flaw.guard())
            .message("%s refuses the %s of `%s`: %s", use.place().service(), words(use), use.resource().address(),
                    flaw.message())
            .deployError(answer)
            .report();
    }

    private static String words(PolicyUse use) {
        return switch (use.place().kind()) {
            case TRUST -> "trust policy";
            case IDENTITY -> "policy";
            case RESOURCE -> "resource policy";
        };
    }

}
