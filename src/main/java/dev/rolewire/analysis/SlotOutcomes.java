package dev.rolewire.analysis;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.RoleTrust;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import org.jspecify.annotations.Nullable;

/// Says how each slot was judged, after all rules ran: broken, unchecked with its reason, or wired.
final class SlotOutcomes {

    private final RuleContext context;

    private final GuardSpace guards;

    SlotOutcomes(RuleContext context) {
        this.context = context;
        this.guards = context.guards();
    }

    Report.Slot of(SlotUse use) {
        Reason reason = null;
        Report.Outcome outcome = Report.Outcome.BROKEN;
        if (this.context.brokenWhen(use) == Guard.FALSE) {
            reason = reason(use);
            outcome = reason == null ? Report.Outcome.WIRED : Report.Outcome.UNCHECKED;
        }
        return new Report.Slot(use.resource().origin().source().uri(), use.resource().address(), use.resource().type(),
                use.property(), outcome, identity(use), reason == null ? null : reason.id());
    }

    /// The first reason; a parameter whose default is a name is open for being a
    /// parameter.
    private @Nullable Reason reason(SlotUse use) {
        Reason first = null;
        for (SlotAlternative alternative : use.alternatives()) {
            if (this.context.reachable(alternative.guard()) == Guard.FALSE) {
                continue;
            }
            Reason reason = alternative.guard() == Guard.EXHAUSTED ? Reason.BUDGET : reason(use, alternative);
            if (first == null || (first == Reason.EXTERNAL_NAME && reason == Reason.PARAMETER)) {
                first = reason;
            }
        }
        return first;
    }

    private @Nullable Reason reason(SlotUse use, SlotAlternative alternative) {
        boolean deployed = use.resource().change() == Resource.Change.UNCHANGED;
        return switch (alternative.resolution()) {
            case Resolution.Undetermined undetermined -> undetermined.reason();
            case Resolution.Permitted _ -> null;
            // what the account has by default
            case Resolution.Missing _ when use.slot().requirement() != IdentitySlot.Requirement.REQUIRED ->
                deployed ? null : Reason.EXTERNAL_NAME;
            case Resolution.Missing _, Resolution.FormOnly _, Resolution.NotAnIdentity _, Resolution.WrongShape _ ->
                deployed ? null : doubtful(use, alternative);
            case Resolution.Identified identified -> {
                if (!use.slot().takes(identified.accepted().kind(), identified.accepted().form())) {
                    yield deployed ? null : doubtful(use, alternative);
                }
                yield switch (identified.identity()) {
                    case Identity.External _, Identity.NotInAccount _ -> Reason.EXTERNAL_NAME;
                    case Identity.InAccount _ -> trustReason(alternative);
                    case Identity.Managed _ -> null;
                    case Identity.Local local when local.type().data() && alternative.trust().isEmpty() -> null;
                    case Identity.Local local -> {
                        Guard absent = absent(local, alternative);
                        yield absent == Guard.FALSE ? trustReason(alternative) : this.guards.doubtOf(absent);
                    }
                };
            }
        };
    }

    /// Why something wrong is no error: it depends on a value that nothing foresees, or a
    /// function may stand around it.
    private Reason doubtful(SlotUse use, SlotAlternative alternative) {
        return alternative.mayBeWrapped(use.slot()) ? Reason.KNOWN_AFTER_APPLY
                : this.guards.doubtOf(alternative.guard());
    }

    /// When an identity of the document does not exist where it is taken; were it for
    /// certain that this can happen, the slot
    /// would be broken.
    private Guard absent(Identity.Local local, SlotAlternative alternative) {
        return this.context
            .reachable(this.guards.and(alternative.guard(), this.guards.not(local.resource().condition())));
    }

    private @Nullable Reason trustReason(SlotAlternative alternative) {
        for (RoleTrust trust : alternative.trust()) {
            Guard undecided = this.guards.and(trust.guard(),
                    this.guards.and(trust.possible(), this.guards.not(trust.granted())));
            if (undecided != Guard.FALSE) {
                return trust.reason() != null ? trust.reason() : Reason.BUDGET;
            }
        }
        return null;
    }

    private static @Nullable String identity(SlotUse use) {
        Set<String> labels = new LinkedHashSet<>();
        for (SlotAlternative alternative : use.alternatives()) {
            String label = switch (alternative.resolution()) {
                case Resolution.Identified identified -> identified.identity().label();
                case Resolution.FormOnly form -> form.text();
                case Resolution.Undetermined undetermined when undetermined.reason() == Reason.EXTERNAL_NAME ->
                    undetermined.detail();
                case Resolution.Undetermined _, Resolution.Permitted _, Resolution.Missing _,
                        Resolution.NotAnIdentity _, Resolution.WrongShape _ ->
                    null;
            };
            if (label == null) {
                return null;
            }
            labels.add(label);
        }
        return labels.size() == 1 ? labels.iterator().next() : null;
    }

}
