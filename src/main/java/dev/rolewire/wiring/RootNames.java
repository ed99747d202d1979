package dev.rolewire.wiring;

import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;

/// Judges names in slots where a name alone finds only identities of path `/`: that of any other lacks its path.
final class RootNames {

    private RootNames() {
    }

    /// The same resolution, or what is wrong with a name that does not find its identity.
    static Resolution judge(Resolution resolution, IdentitySlot slot, IdentityIndex identities) {
        boolean named = slot.rootNames() && resolution instanceof Resolution.Identified identified
                && identified.accepted().form() == IdentityForm.NAME
                && identified.identity() instanceof Identity.Local local && !local.type().data();
        return named ? judge((Resolution.Identified) resolution, identities) : resolution;
    }

    private static Resolution judge(Resolution.Identified named, IdentityIndex identities) {
        if (!(named.identity() instanceof Identity.Local local)) {
            return named;
        }
        Value path = identities.pathOf(local);
        if (path instanceof Value.Literal literal) {
            String written = literal.text();
            return written
                .equals("/")
                        ? named
                        : new Resolution.WrongShape("the name of " + named.accepted().kind().label() + " `"
                                + local.label() + "` without its path `" + written + "`",
                                Resolution.WrongShape.Fault.NO_PATH);
        }
        Reason reason = (path instanceof Value.Unknown unknown) ? unknown.reason() : Reason.PARAMETER;
        return new Resolution.Undetermined(reason, "the path of `" + local.label() + "`");
    }

}
