package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.inventory.AccountIdentity;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.policy.SymbolicArn;
import org.jspecify.annotations.Nullable;

/// The derived facts of one template: its identities, its slots with what they resolve to, who is trusted, what depends
/// on what. Computed once, shared by all rules.
public final class Wiring {

    private final Template template;

    private final Catalog catalog;

    private final IdentityIndex identities;

    private final IdentityResolver resolver;

    private final DependencyIndex dependencies;

    private final List<SlotUse> slotUses;

    private final List<PolicyUse> policyUses;

    private final PolicyIndex policies;

    private final Set<String> taken = new HashSet<>();

    private final Map<String, List<TrustIndex.ProfileRole>> profileRoles = new LinkedHashMap<>();

    private final Map<String, List<Identity.Local>> profiles = new HashMap<>();

    private final AccountLookup account;

    private Wiring(Template template, Catalog catalog, Account account) {
        this.template = template;
        this.catalog = catalog;
        this.identities = new IdentityIndex(template, catalog);
        this.account = new AccountLookup(template, catalog, account);
        this.resolver = new IdentityResolver(template, catalog, this.identities);
        this.dependencies = new DependencyIndex(template);
        List<SlotUse> found = new ArrayList<>();
        template.resources().values().forEach((resource) -> addUses(found, resource));
        collectProfileRoles(found);
        List<SlotUse> imported = new ArrayList<>();
        template.imported().values().forEach((resource) -> addUses(imported, resource));
        collectProfileRoles(imported);
        TrustIndex trust = new TrustIndex(template, this.profileRoles, this.account);
        this.slotUses = found.stream().map((use) -> withTrust(use, trust)).toList();
        this.policyUses = PolicyFinder.find(template, catalog);
        this.policies = new PolicyIndex(catalog, template.guards(), this.identities, this.slotUses, this.policyUses);
        collectTaken();
        collectProfiles();
    }

    /// Whether a resource is an identity that a transform makes: what it takes, it takes
    /// from slots of its maker.
    private boolean isMadeIdentity(Resource resource) {
        return resource.maker() != null && this.identities.at(resource.address()).isPresent();
    }

    /// Derives the facts of a template by itself.
    public static Wiring of(Template template, Catalog catalog) {
        return of(template, catalog, Account.UNKNOWN);
    }

    /// Derives the facts of a template.
    /// @param account what there is beside it
    public static Wiring of(Template template, Catalog catalog, Account account) {
        return new Wiring(template, catalog, account);
    }

    /// The identities that the template makes, by their names.
    public MadeIdentities made() {
        return this.account.made();
    }

    /// What there is beside the template.
    public Account account() {
        return this.account.account();
    }

    /// Whether the template may make what a name stands for, or another deployment of the
    /// bundle does.
    public boolean isMade(ExternalName name) {
        return this.account.isMade(name);
    }

    /// Whether an ARN is of an account that is known not to be the one of a resource.
    public boolean isForeign(ExternalName name, Resource resource) {
        return this.account.isForeign(name, resource);
    }

    /// The names and ARNs that the document writes out and does not define, as the
    /// inventory or other deployments may
    /// know them.
    public List<ExternalName> externalNames() {
        return this.slotUses.stream()
            .flatMap((use) -> use.alternatives().stream().map((alternative) -> ExternalName.of(use, alternative)))
            .filter(Objects::nonNull)
            .toList();
    }

    /// An identity of the account that has the name of one that the template makes.
    public Optional<AccountIdentity> namesake(Identity.Local identity, String name) {
        return this.account.namesake(identity, name);
    }

    public Template template() {
        return this.template;
    }

    public Catalog catalog() {
        return this.catalog;
    }

    /// Every identity slot that is there (or that is required and missing), by resource
    /// in source order.
    public List<SlotUse> slotUses() {
        return this.slotUses;
    }

    /// Every policy document that the template makes, by resource in source order.
    public List<PolicyUse> policyUses() {
        return this.policyUses;
    }

    /// What stands at a path of the catalog in the properties of a resource, in source
    /// order.
    /// @param path the segments; `*` stands for each item of a list
    public List<PlaceUse> placesOf(Resource resource, List<String> path) {
        return PlaceFinder.find(this.template.guards(), resource, path);
    }

    /// The policies that a role, user or group gets, as far as the document says so.
    public List<AttachedPolicy> policiesOf(Identity.Local identity) {
        return this.policies.of(identity);
    }

    /// The roles of the document that an instance profile of it holds.
    public List<HeldRole> rolesOf(Identity.Local profile) {
        List<HeldRole> roles = new ArrayList<>();
        for (TrustIndex.ProfileRole role : this.profileRoles.getOrDefault(profile.resource().address(), List.of())) {
            if (role.resolution() instanceof Resolution.Identified identified
                    && identified.identity() instanceof Identity.Local local) {
                roles.add(new HeldRole(role.guard(), local));
            }
        }
        return roles;
    }

    /// The instance profiles of the document that hold a role of it, in source order.
    public List<Identity.Local> profilesOf(Identity.Local role) {
        return this.profiles.getOrDefault(role.resource().address(), List.of());
    }

    private void collectProfiles() {
        for (Identity.Local identity : this.identities.all()) {
            if (!identity.type().data()) {
                rolesOf(identity).stream()
                    .map((held) -> held.role().resource().address())
                    .distinct()
                    .forEach((role) -> this.profiles.computeIfAbsent(role, (_) -> new ArrayList<>()).add(identity));
            }
        }
    }

    /// A role in an instance profile.
    ///
    /// @param guard when it is in it
    /// @param role the role
    public record HeldRole(Guard guard, Identity.Local role) {

    }

    /// The identities that surely have the same name, whatever its case, and can have it
    /// at the same time: IAM does not tell names by case.
    public List<SameName> sameNames() {
        return this.identities.sameNames();
    }

    /// The identities that the document defines or looks up, in source order.
    public List<Identity.Local> identities() {
        return this.identities.all();
    }

    /// The identity that a resource is.
    public Optional<Identity.Local> identityAt(String address) {
        return this.identities.at(address);
    }

    /// Whether a resource is surely made after another one, through references or
    /// explicit dependencies.
    public boolean dependsOn(String address, String other) {
        return this.dependencies.dependsOn(address, other);
    }

    /// Whether an identity is one that holds roles: an instance profile.
    public boolean holdsRoles(Identity.Local identity) {
        return IdentityIndex.holdsRoles(identity.type());
    }

    /// Whether a slot is the place where an instance profile names its roles.
    public boolean isProfileRoles(SlotUse use) {
        String first = use.slot().path().segments().getFirst();
        return this.identities.at(use.resource().address())
            .filter((identity) -> identity.type().roleProperties().contains(first))
            .isPresent();
    }

    /// When a slot surely holds something.
    public Guard whenSet(SlotUse use) {
        return whenSet(use.resource(), List.of(use.property().split("/")));
    }

    /// When a place next to a slot surely holds something, for slots that exclude each
    /// other.
    /// @param path the place relative to the slot, such as `../Name`
    public Guard whenSet(SlotUse use, String path) {
        return whenSet(use.resource(), placeOf(use, path));
    }

    private Guard whenSet(Resource resource, List<String> place) {
        Guard set = Guard.FALSE;
        for (var alternative : PropertyValues.at(this.template.guards(), resource.condition(), resource.properties(),
                place)) {
            boolean written = switch (alternative.value()) {
                case Value.Literal literal -> !literal.text().isEmpty();
                case Value.Reference reference -> !isMadeFor(resource, reference);
                case Value.Concat _ -> true;
                case Value.ListValue list -> !list.items().isEmpty();
                case Value.ObjectValue object -> !object.fields().isEmpty();
                case Value.Unknown _, Value.Absent _, Value.Choice _ -> false;
            };
            set = written ? this.template.guards().or(set, alternative.guard()) : set;
        }
        return set;
    }

    /// Whether a transform has put a reference there because nothing was set.
    private boolean isMadeFor(Resource resource, Value.Reference reference) {
        Resource target = this.template.resource(reference.address());
        return target != null && resource.address().equals(target.maker());
    }

    /// The segments of a place next to a slot, by a relative path of the catalog.
    public List<String> placeOf(SlotUse use, String path) {
        List<String> segments = new ArrayList<>(List.of(use.property().split("/")));
        while (segments.size() < use.slot().path().segments().size()) {
            segments.add("0"); // an item that stands for the list
        }
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                segments.removeLast();
            }
            else {
                segments.add(segment);
            }
        }
        return segments;
    }

    /// Whether some slot of the document takes the identity that a resource makes.
    public boolean isTaken(Resource resource) {
        return this.taken.contains(resource.address());
    }

    private void collectTaken() {
        for (SlotUse use : this.slotUses) {
            for (SlotAlternative alternative : use.alternatives()) {
                if (alternative.resolution() instanceof Resolution.Identified identified
                        && identified.identity() instanceof Identity.Local local) {
                    this.taken.add(local.resource().address());
                }
            }
        }
    }

    /// The name that an identity is given, as a text; null when it is left to AWS or
    /// cannot be known.
    public @Nullable String nameOf(Identity.Local identity) {
        String property = identity.type().nameProperty();
        Value name = property == null ? null : identity.resource().properties().get(property);
        return name instanceof Value.Literal literal ? literal.text() : null;
    }

    /// The identity of the document whose name an ARN of its account is put together of,
    /// whatever the paths of the two.
    public Optional<Identity.Local> ownNamedBy(SymbolicArn arn) {
        return this.resolver.ownNamedBy(arn).filter((identity) -> !identity.type().data());
    }

    /// The account that is deployed to: that of the request or the provider, else the one
    /// of the ARNs of what exists already; null when it is not known.
    public @Nullable String accountId() {
        String given = this.template.environment().accountId();
        return given != null ? given : this.identities.accountId();
    }

    /// What a slot will finally get, as far as the document says so.
    public List<FinalText> finalTexts(SlotAlternative alternative) {
        return FinalTexts.of(this.template, this.identities, alternative);
    }

    /// The own name of an identity as a value, with a part that is not known where AWS or
    /// Terraform makes it up.
    public Value wholeNameOf(Identity.Local identity) {
        return FinalTexts.nameOf(this.template.dialect(), identity);
    }

    /// The IAM path of an identity as a value, `/` when it is not set.
    public Value pathOf(Identity.Local identity) {
        return FinalTexts.pathOf(this.identities, identity);
    }

    private List<IdentitySlot> slotsOf(Resource resource) {
        return switch (resource.mode()) {
            case MANAGED -> this.catalog.slotsOf(resource.type());
            case DATA -> this.catalog.dataSlotsOf(resource.type());
            case PROVIDER -> this.catalog.providerSlotsOf(resource.type());
        };
    }

    private void addUses(List<SlotUse> found, Resource resource) {
        if (isMadeIdentity(resource)) {
            return;
        }
        Set<String> paths = new HashSet<>();
        for (IdentitySlot slot : slotsOf(resource)) {
            SlotFinder.find(this.template.guards(), resource, slot).forEach((path, occurrences) -> {
                if (paths.add(path)) {
                    addUse(found, resource, slot, path, occurrences);
                }
            });
        }
    }

    private void addUse(List<SlotUse> found, Resource resource, IdentitySlot slot, String path,
            List<SlotFinder.Occurrence> occurrences) {
        List<SlotAlternative> alternatives = new ArrayList<>();
        for (SlotFinder.Occurrence occurrence : occurrences) {
            if (occurrence.mismatch() != null) {
                alternatives.add(new SlotAlternative(occurrence.guard(), occurrence.value(), occurrence.origin(),
                        new Resolution.WrongShape(occurrence.mismatch(), SlotFinder.fault(occurrence.mismatch())),
                        List.of()));
                continue;
            }
            for (var alternative : Alternatives.of(this.template.guards(), occurrence.guard(), occurrence.value())) {
                Resolution resolution = judgeable(resolve(alternative.value(), slot, resource), slot);
                Guard guard = alternative.guard();
                if (resolution instanceof Resolution.Missing) {
                    guard = missingWhen(alternative.guard(), resource, slot, path);
                    resolution = resource.complete() ? resolution
                            : new Resolution.Undetermined(Reason.MACRO, resource.type());
                }
                boolean inlinePolicy = alternative.value() instanceof Value.ObjectValue
                        && slot.takes(IdentityKind.POLICY);
                if (guard != Guard.FALSE && !inlinePolicy) {
                    alternatives.add(new SlotAlternative(guard, alternative.value(), alternative.value().origin(),
                            resolution, List.of()));
                }
            }
        }
        if (!alternatives.isEmpty()) {
            found.add(new SlotUse(resource, slot, path, occurrences.getFirst().origin(), List.copyOf(alternatives)));
        }
    }

    private Resolution resolve(Value value, IdentitySlot slot, Resource resource) {
        Resolution written = RootNames.judge(this.resolver.resolve(value, slot), slot, this.identities);
        return this.account.judge(written, value, slot, resource);
    }

    /// What AWS's own texts contradict each other about is not judged: whatever identity
    /// it gets is permitted.
    private static Resolution judgeable(Resolution resolution, IdentitySlot slot) {
        if (!slot.disputed()) {
            return resolution;
        }
        return switch (resolution) {
            case Resolution.Identified _, Resolution.FormOnly _, Resolution.NotAnIdentity _, Resolution.WrongShape _ ->
                new Resolution.Permitted();
            case Resolution.Permitted _, Resolution.Missing _, Resolution.Undetermined _ -> resolution;
        };
    }

    /// When a value that is not there is really missing: not of an optional slot, not an
    /// item of a list, not of a resource that a transform of AWS makes or of which a plan
    /// does not show all, not where
    /// something else stands in for it.
    private Guard missingWhen(Guard guard, Resource resource, IdentitySlot slot, String path) {
        boolean item = slot.path().segments().getLast().equals("*")
                && path.split("/").length == slot.path().segments().size();
        boolean filled = !resource.complete()
                && (resource.maker() != null || this.template.dialect().family() != Dialect.Family.CLOUDFORMATION);
        if (slot.requirement() == IdentitySlot.Requirement.OPTIONAL || filled || item) {
            return Guard.FALSE;
        }
        GuardSpace guards = this.template.guards();
        Guard missing = guard;
        for (String unless : slot.unless()) {
            Guard set = whenSet(resource, slot.path().resolve(unless));
            missing = guards.and(missing, guards.not(set));
        }
        return missing;
    }

    private void collectProfileRoles(List<SlotUse> uses) {
        Map<String, List<TrustIndex.ProfileRole>> collected = new HashMap<>();
        for (SlotUse use : uses) {
            if (isProfileRoles(use)) {
                List<TrustIndex.ProfileRole> roles = collected.computeIfAbsent(use.resource().address(),
                        (address) -> new ArrayList<>());
                for (SlotAlternative alternative : use.alternatives()) {
                    if (!(alternative.resolution() instanceof Resolution.Missing)) {
                        roles.add(new TrustIndex.ProfileRole(alternative.guard(), alternative.resolution()));
                    }
                }
            }
        }
        this.profileRoles.putAll(collected);
    }

    private SlotUse withTrust(SlotUse use, TrustIndex trust) {
        List<SlotAlternative> judged = use.alternatives()
            .stream()
            .map((alternative) -> new SlotAlternative(alternative.guard(), alternative.value(), alternative.origin(),
                    alternative.resolution(), trust.of(use.slot(), alternative.guard(), alternative.resolution())))
            .toList();
        return new SlotUse(use.resource(), use.slot(), use.property(), use.origin(), judged);
    }

    /// When an instance profile has a role at all, as far as can be known.
    /// @return a guard that includes every case in which it may have one
    public Guard mayHoldRole(Identity.Local profile) {
        Guard any = Guard.FALSE;
        for (TrustIndex.ProfileRole role : this.profileRoles.getOrDefault(profile.resource().address(), List.of())) {
            any = this.template.guards().or(any, role.guard());
        }
        return any;
    }

    /// When an instance profile surely holds more than one role.
    public Guard holdsSeveralRoles(Identity.Local profile) {
        Guard one = Guard.FALSE;
        Guard several = Guard.FALSE;
        for (TrustIndex.ProfileRole role : this.profileRoles.getOrDefault(profile.resource().address(), List.of())) {
            several = this.template.guards().or(several, this.template.guards().and(one, role.guard()));
            one = this.template.guards().or(one, role.guard());
        }
        return several;
    }

}
