package dev.rolewire.rule;

import java.util.List;
import java.util.Optional;

import dev.rolewire.catalog.Accepted;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentityType;
import dev.rolewire.catalog.Producer;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.remedy.Change;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// The remedies that give a slot a reference to the identity that it needs.
public final class References {

    private final Wiring wiring;

    private final SlotUse use;

    private final SlotAlternative alternative;

    private References(Wiring wiring, SlotUse use, SlotAlternative alternative) {
        this.wiring = wiring;
        this.use = use;
        this.alternative = alternative;
    }

    /// The remedies for one value of a slot.
    public static References of(Wiring wiring, SlotUse use, SlotAlternative alternative) {
        return new References(wiring, use, alternative);
    }

    /// A reference to an identity of the document, in a form that the slot takes.
    /// @return empty when it would not be there whenever the slot is set, when it would
    /// wait for the slot's resource, or when the value has other alternatives at the same
    /// place
    public Optional<Remedy> to(Identity.Local identity) {
        return to(identity, Applicability.SAFE);
    }

    /// A reference to the identity that the value refers to already, in a form that the
    /// slot takes; empty when the value is no reference to an identity that it takes.
    public Optional<Remedy> toReferred() {
        return this.alternative.value() instanceof Value.Reference reference
                ? this.wiring.identityAt(reference.address())
                    .filter((identity) -> this.use.slot().takes(identity.type().kind()))
                    .flatMap(this::to)
                : Optional.empty();
    }

    /// The same value in the property that stands for the other form: `Arn` instead of
    /// `Name`.
    public Optional<Remedy> inTwin() {
        if (!(this.alternative.resolution() instanceof Resolution.Identified(Accepted given, var _, var _))
                || this.use.alternatives().size() != 1) {
            return Optional.empty();
        }
        for (String path : this.use.slot().conflicts()) {
            List<String> segments = this.use.slot().path().resolve(path);
            boolean takes = this.wiring.catalog()
                .slotsOf(this.use.resource().type())
                .stream()
                .anyMatch((slot) -> slot.path().segments().equals(segments) && slot.takes(given.kind(), given.form()));
            if (takes && this.wiring.whenSet(this.use, path) == Guard.FALSE) {
                return Optional.of(
                        new Remedy(
                                "set `" + segments.getLast() + "` instead of `" + this.use.slot().path().lastName()
                                        + "`",
                                Applicability.SAFE,
                                List.of(new Change.RenameField(this.alternative.origin(), segments.getLast()))));
            }
        }
        return Optional.empty();
    }

    /// The same reference in the field of the object that the slot is a part of.
    public Optional<Remedy> inField() {
        if (!(this.alternative.value() instanceof Value.Reference reference)) {
            return Optional.empty();
        }
        List<String> object = this.use.slot().path().segments();
        List<String> around = object.subList(0, object.size() - 1);
        List<String> fields = this.wiring.identityAt(reference.address())
            .flatMap((identity) -> this.wiring.catalog()
                .producer(identity.type().type(), identity.type().data(), reference.attribute()))
            .map(Producer::yields)
            .stream()
            .flatMap((given) -> this.wiring.catalog()
                .slotsOf(this.use.resource().type())
                .stream()
                .filter((slot) -> slot.path().segments().size() == object.size()
                        && slot.path().segments().subList(0, around.size()).equals(around)
                        && slot.takes(given.kind(), given.form())))
            .map((slot) -> slot.path().segments().getLast())
            .toList();
        return fields.size() != 1 || !isOnlyOneThere() ? Optional.empty()
                : Optional.of(new Remedy("set `" + fields.getFirst() + "`", Applicability.SAFE,
                        List.of(new Change.Nest(this.alternative.origin(), fields.getFirst()))));
    }

    /// An explicit dependency on an identity that is met by its name only.
    public Optional<Remedy> dependOn(Identity.Local identity) {
        Resource user = this.use.resource();
        Resource target = identity.resource();
        if (user.maker() != null || target.maker() != null || this.wiring.dependsOn(target.address(), user.address())
                || !isAlways(target.condition(), user.condition())) {
            return Optional.empty();
        }
        return Optional.of(new Remedy("make `" + target.address() + "` first", Applicability.SAFE,
                List.of(new Change.Depend(user, target))));
    }

    private Optional<Remedy> to(Identity.Local identity, Applicability applicability) {
        String attribute = attribute(identity.type());
        if (attribute == null || !isOnlyOneThere() || !isAvailable(identity.resource())) {
            return Optional.empty();
        }
        String title = "refer to " + identity.type().kind().label() + " `" + identity.resource().address() + "`"
                + (wantsArn(identity.type().kind()) ? " by its ARN" : " by its name");
        return Optional.of(new Remedy(title, applicability, List.of(new Change.Refer(this.use.resource(),
                this.alternative.value(), identity.resource(), attribute, referred()))));
    }

    /// A reference to the instance profile that holds a role: to the only one that does,
    /// or to a new one.
    public Optional<Remedy> toHolderOf(Identity.Local role) {
        List<Identity.Local> holders = this.wiring.profilesOf(role)
            .stream()
            .filter((profile) -> holdsOnly(profile, role))
            .toList();
        if (holders.isEmpty()) {
            return toNewHolderOf(role);
        }
        return to(holders.getFirst(), holders.size() == 1 ? Applicability.SAFE : Applicability.UNSAFE);
    }

    /// A reference to the role that an instance profile holds, when it is always the same
    /// one.
    public Optional<Remedy> toOnlyRoleOf(Identity.Local profile) {
        List<Wiring.HeldRole> roles = this.wiring.rolesOf(profile);
        return roles.size() == 1 && isAlways(roles.getFirst().guard(), profile.resource().condition())
                ? to(roles.getFirst().role()) : Optional.empty();
    }

    private boolean holdsOnly(Identity.Local profile, Identity.Local role) {
        List<Wiring.HeldRole> roles = this.wiring.rolesOf(profile);
        return roles.size() == 1 && roles.getFirst().role().resource() == role.resource()
                && isAlways(roles.getFirst().guard(), profile.resource().condition());
    }

    /// Whether something happens whenever a condition holds.
    private boolean isAlways(Guard guard, Guard condition) {
        GuardSpace guards = this.wiring.template().guards();
        return guards.and(condition, guards.not(guard)) == Guard.FALSE;
    }

    private Optional<Remedy> toNewHolderOf(Identity.Local role) {
        NewProfile profile = NewProfile.of(this.wiring, role).orElse(null);
        String name = profile == null ? null : attribute(profile.type());
        if (profile == null || name == null || !isOnlyOneThere() || !isAvailable(role.resource())) {
            return Optional.empty();
        }
        Change refer = new Change.Refer(this.use.resource(), this.alternative.value(), null, name, referred());
        return Optional.of(new Remedy(
                "add an instance profile that holds role `" + role.resource().address() + "` and refer to it",
                Applicability.SAFE, List.of(profile.change(), refer)));
    }

    /// The attribute that yields an identity as the slot takes it; as it is given now,
    /// where both forms are taken.
    private @Nullable String attribute(IdentityType type) {
        IdentityForm form = wantsArn(type.kind()) ? IdentityForm.ARN : IdentityForm.NAME;
        return this.use.slot().takes(type.kind(), form) ? this.wiring.catalog().attributeFor(type, form).orElse(null)
                : null;
    }

    private boolean wantsArn(IdentityKind kind) {
        boolean arn = this.use.slot().takes(kind, IdentityForm.ARN);
        if (!arn || !this.use.slot().takes(kind, IdentityForm.NAME)) {
            return arn;
        }
        return this.use.slot().rootNames()
                || (this.alternative.resolution() instanceof Resolution.Identified(Accepted accepted, var _, var _)
                        && accepted.form() == IdentityForm.ARN);
    }

    /// Whether the text that stands for the value has this value whenever it is looked
    /// at.
    private boolean isOnlyOneThere() {
        return this.use.alternatives()
            .stream()
            .filter((other) -> other.origin().span().equals(this.alternative.origin().span())
                    && other.origin().source() == this.alternative.origin().source())
            .count() == 1;
    }

    private @Nullable Resource referred() {
        return this.alternative.value() instanceof Value.Reference reference
                ? this.wiring.template().resource(reference.address()) : null;
    }

    private boolean isAvailable(Resource target) {
        Resource user = this.use.resource();
        boolean known = this.alternative.value() instanceof Value.Reference reference
                && reference.address().equals(target.address());
        boolean later = target.address().equals(user.address())
                || this.wiring.dependsOn(target.address(), user.address());
        return known || (!later && isAlways(target.condition(), this.alternative.guard()));
    }

}
