package dev.rolewire.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.rolewire.catalog.Accepted;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;

/// The words in which findings speak of slots and identities.
public final class SlotWords {

    private SlotWords() {
    }

    /// What a slot takes: "the ARN of a role", "the name or the ARN of an instance
    /// profile".
    public static String wanted(IdentitySlot slot) {
        List<String> parts = new ArrayList<>();
        for (IdentityKind kind : IdentityKind.values()) {
            List<String> forms = new ArrayList<>();
            for (IdentityForm form : IdentityForm.values()) {
                if (slot.takes(kind, form)) {
                    forms.add("the " + form.label());
                }
            }
            if (!forms.isEmpty()) {
                parts.add(String.join(" or ", forms) + " of " + withArticle(kind));
            }
        }
        return String.join(", or ", parts);
    }

    /// The kinds that a slot takes: "a role", "an instance profile", "a role or a user".
    public static String wantedKinds(IdentitySlot slot) {
        List<String> kinds = new ArrayList<>();
        for (IdentityKind kind : IdentityKind.values()) {
            if (slot.takes(kind)) {
                kinds.add(withArticle(kind));
            }
        }
        return String.join(" or ", kinds);
    }

    public static String withArticle(IdentityKind kind) {
        return switch (kind) {
            case ROLE, POLICY, USER, GROUP -> "a " + kind.label();
            case INSTANCE_PROFILE -> "an " + kind.label();
        };
    }

    /// Which identity a value is about: "refers to role `IAMRole`", "is the ARN of a
    /// role, `arn:aws:...`".
    public static String refers(Resolution.Identified identified) {
        return switch (identified.identity()) {
            case Identity.Local local ->
                "refers to " + identified.accepted().kind().label() + " `" + local.label() + "`";
            case Identity.InAccount held when identified.accepted().form() == IdentityForm.NAME -> "names `"
                    + held.identity().name() + "`, which the account has as " + withArticle(held.identity().kind());
            case Identity.External _, Identity.Managed _, Identity.InAccount _, Identity.NotInAccount _ ->
                given(identified);
        };
    }

    /// How a value names an identity: "is the name of role `IAMRole`", "is the ARN of
    /// role `IAMRole`".
    public static String given(Resolution.Identified identified) {
        Accepted accepted = identified.accepted();
        String which = accepted.kind().label() + " `" + identified.identity().label() + "`";
        boolean local = switch (identified.identity()) {
            case Identity.Local _ -> true;
            case Identity.External _, Identity.Managed _, Identity.InAccount _, Identity.NotInAccount _ -> false;
        };
        return switch (accepted.form()) {
            case NAME -> local ? "is the name of " + which : "names " + which;
            case ARN -> local ? "is the ARN of " + which
                    : "is the ARN of " + withArticle(accepted.kind()) + ", `" + identified.identity().label() + "`";
            case UNIQUE_ID -> "is the unique id of " + which;
        };
    }

}
