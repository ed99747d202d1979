package dev.rolewire.rule;

import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.RoleTrust;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Fills the texts that AWS answers with.
final class DeployErrorText {

    private DeployErrorText() {
    }

    static @Nullable String of(Wiring wiring, String rule, SlotUse use, SlotAlternative alternative) {
        return wiring.catalog()
            .deployErrors()
            .find(rule, use.resource().type(), use.name().split("/")[0])
            .map((text) -> text.replace("{value}", value(wiring, alternative))
                .replace("{role}", role(wiring, alternative)))
            .orElse(null);
    }

    private static String value(Wiring wiring, SlotAlternative alternative) {
        if (!(alternative.value() instanceof Value.Reference reference)) {
            return Texts.of(alternative.value());
        }
        boolean name = alternative.resolution() instanceof Resolution.Identified identified
                && identified.accepted().form() == IdentityForm.NAME;
        String known = name ? wiring.identityAt(reference.address()).map(wiring::nameOf).orElse(null) : null;
        return known != null ? known
                : "<" + (name ? "name" : reference.attribute()) + " of " + reference.address() + ">";
    }

    private static String role(Wiring wiring, SlotAlternative alternative) {
        if (alternative.trust().isEmpty()) {
            return "<role>";
        }
        RoleTrust trust = alternative.trust().getFirst();
        Resource role = trust.role();
        if (role == null) {
            return trust.held() == null ? "<role>" : trust.held().label();
        }
        String name = wiring.identityAt(role.address()).map(wiring::nameOf).orElse(null);
        return "<ARN of " + (name == null ? role.address() : name) + ">";
    }

}
