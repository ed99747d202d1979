package dev.rolewire.wiring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.rolewire.catalog.Accepted;
import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.inventory.AccountIdentity;
import dev.rolewire.inventory.IdentityArn;
import dev.rolewire.inventory.Inventory;
import dev.rolewire.inventory.Listing;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Looks up in the inventory what the document names and does not define.
///
/// Nothing is said to be missing that this deployment or another one of the bundle may make, nor in an account that is
/// not the inventory's.
final class AccountLookup {

    private final Account account;

    private final Inventory inventory;

    private final OwnAccount own;

    private final MadeIdentities made;

    AccountLookup(Template template, Catalog catalog, Account account) {
        this.account = account;
        this.inventory = account.inventory();
        this.own = new OwnAccount(template, this.inventory);
        this.made = MadeIdentities.of(template, catalog);
    }

    Account account() {
        return this.account;
    }

    /// The identities that the template makes.
    MadeIdentities made() {
        return this.made;
    }

    /// Whether the own deployment may make what a name stands for, or another one of the
    /// bundle does.
    boolean isMade(ExternalName name) {
        return name.kinds().stream().anyMatch((kind) -> this.made.likelyMake(kind, name.name()))
                || this.account.made().make(name);
    }

    /// Whether an ARN is of an account that is known not to be the one of a resource.
    boolean isForeign(ExternalName name, Resource resource) {
        String own = this.own.of(resource);
        return name.account() != null && !name.account().equals("aws") && own != null && !own.isEmpty()
                && !own.equals(name.account());
    }

    /// The resolution of a value with what the inventory knows of it.
    Resolution judge(Resolution resolution, Value value, IdentitySlot slot, Resource resource) {
        if (this.inventory.isEmpty()) {
            return resolution;
        }
        return switch (resolution) {
            case Resolution.Undetermined undetermined when undetermined.reason() == Reason.EXTERNAL_NAME
                    && value instanceof Value.Literal literal ->
                judgeName(resolution, literal.text(), slot, resource);
            case Resolution.Identified identified when identified.identity() instanceof Identity.External ->
                judgeArn(identified, value, resource);
            case Resolution.Identified identified when value instanceof Value.Literal literal
                    && identified.identity() instanceof Identity.Local local
                    && local.resource().address().equals(resource.address()) && !isRead(resource) ->
                judgeName(resolution, literal.text(), slot, resource);
            case Resolution.Identified _, Resolution.FormOnly _, Resolution.NotAnIdentity _, Resolution.WrongShape _,
                    Resolution.Permitted _, Resolution.Missing _, Resolution.Undetermined _ ->
                resolution;
        };
    }

    /// What the inventory holds of an identity that a data source looks up by its name.
    Optional<AccountIdentity> lookedUp(Identity.Local data) {
        String property = data.type().nameProperty();
        Value name = property == null ? null : data.resource().properties().get(property);
        String own = this.own.of(data.resource());
        return own == null || !(name instanceof Value.Literal literal) || !data.type().data() ? Optional.empty()
                : this.inventory.find(own, data.type().kind(), literal.text());
    }

    List<AccountIdentity> rolesOf(AccountIdentity profile) {
        return this.inventory.rolesOf(profile);
    }

    /// An identity of an account that has the name of one that the deployment makes.
    Optional<AccountIdentity> namesake(Identity.Local identity, String name) {
        String own = this.own.of(identity.resource());
        return own == null ? Optional.empty() : this.inventory.findIgnoringCase(own, identity.type().kind(), name);
    }

    /// Whether a plan has read a data source: then it is there.
    private static boolean isRead(Resource resource) {
        return resource.properties().get("arn") instanceof Value.Literal;
    }

    private Resolution judgeName(Resolution unchanged, String written, IdentitySlot slot, Resource resource) {
        String own = this.own.of(resource);
        int slash = written.lastIndexOf('/');
        String name = written.substring(slash + 1);
        if (own == null || name.isEmpty()) {
            return unchanged;
        }
        Set<IdentityKind> kinds = namedKinds(slot);
        if (kinds.stream().anyMatch((kind) -> isLikelyMade(kind, name))) {
            return unchanged;
        }
        for (IdentityKind kind : kinds) {
            Optional<AccountIdentity> found = this.inventory.find(own, kind, name);
            if (found.isPresent() && (slash < 0 || samePath(found.get(), written.substring(0, slash)))) {
                return named(found.get(), written, slot);
            }
        }
        if (kinds.stream().anyMatch((kind) -> mayBeMade(kind, name)) || !areListed(own, kinds, resource)) {
            return unchanged;
        }
        Optional<AccountIdentity> mixedUp = mixedUp(own, kinds, name);
        if (mixedUp.isPresent()) {
            return new Resolution.Identified(new Accepted(mixedUp.get().kind(), IdentityForm.NAME),
                    new Identity.InAccount(mixedUp.get()), true);
        }
        IdentityKind first = kinds.iterator().next();
        AccountIdentity similar = this.inventory.findIgnoringCase(own, first, name).orElse(null);
        return new Resolution.Identified(new Accepted(first, IdentityForm.NAME),
                new Identity.NotInAccount(written, own, this.inventory.listing(own, first), similar), true);
    }

    private static Resolution named(AccountIdentity found, String written, IdentitySlot slot) {
        String path = found.arn().path();
        if (slot.rootNames() && !path.equals("/") && !written.contains("/")) {
            return new Resolution.WrongShape(
                    "the name of " + found.kind().label() + " `" + found.label() + "` without its path `" + path + "`",
                    Resolution.WrongShape.Fault.OTHER);
        }
        return new Resolution.Identified(new Accepted(found.kind(), IdentityForm.NAME), new Identity.InAccount(found),
                true);
    }

    private static boolean samePath(AccountIdentity identity, String written) {
        return Texts.trimSlashes(identity.arn().path()).equals(Texts.trimSlashes(written));
    }

    private static Set<IdentityKind> namedKinds(IdentitySlot slot) {
        Set<IdentityKind> kinds = new LinkedHashSet<>();
        slot.accepts()
            .stream()
            .filter((accepted) -> accepted.form() == IdentityForm.NAME)
            .forEach((accepted) -> kinds.add(accepted.kind()));
        return kinds;
    }

    /// Whether all of some kinds are in the inventory. The names of policies are not: AWS
    /// has some as well.
    private boolean areListed(String own, Set<IdentityKind> kinds, Resource resource) {
        return !kinds.isEmpty()
                && kinds.stream().allMatch((kind) -> kind != IdentityKind.POLICY && isListed(own, kind, resource));
    }

    /// Whether what is not in the inventory is certain to be of no use to a resource.
    private boolean isListed(String account, IdentityKind kind, Resource resource) {
        return switch (this.inventory.listing(account, kind)) {
            case COMPLETE -> true;
            // the profile may be there without a role, which is enough to look it up
            case WITH_ROLE -> resource.mode() == Resource.Mode.MANAGED;
            case PARTIAL -> false;
        };
    }

    /// A role that has the name where an instance profile is taken, and the reverse.
    private Optional<AccountIdentity> mixedUp(String own, Set<IdentityKind> kinds, String name) {
        boolean role = kinds.contains(IdentityKind.ROLE);
        boolean profile = kinds.contains(IdentityKind.INSTANCE_PROFILE);
        if (role == profile) {
            return Optional.empty();
        }
        return this.inventory.find(own, role ? IdentityKind.INSTANCE_PROFILE : IdentityKind.ROLE, name);
    }

    private Resolution judgeArn(Resolution.Identified identified, Value value, Resource resource) {
        IdentityArn written = this.own.arn(value, resource);
        IdentityArn arn = written != null ? written : IdentityArn.parse(identified.identity().label());
        if (arn == null) {
            return identified;
        }
        Optional<AccountIdentity> managed = this.inventory.findManaged(arn);
        if (managed.isPresent()) {
            return new Resolution.Identified(identified.accepted(), new Identity.InAccount(managed.get()), true);
        }
        String account = arn.account();
        if (!arn.partition().equals(this.inventory.partition(account)) || isLikelyMade(arn.kind(), arn.name())) {
            return identified;
        }
        Optional<AccountIdentity> found = this.inventory.find(account, arn.kind(), arn.name());
        if (found.isPresent()) {
            Identity identity = found.get().arn().equals(arn) ? new Identity.InAccount(found.get())
                    : new Identity.NotInAccount(arn.text(), account, Listing.COMPLETE, found.get());
            return new Resolution.Identified(identified.accepted(), identity, true);
        }
        if (mayBeMade(arn.kind(), arn.name()) || !isListed(account, arn.kind(), resource)) {
            return identified;
        }
        return new Resolution.Identified(identified.accepted(), new Identity.NotInAccount(arn.text(), account,
                this.inventory.listing(account, arn.kind()), similar(account, arn)), true);
    }

    private @Nullable AccountIdentity similar(String account, IdentityArn arn) {
        return this.inventory.findIgnoringCase(account, arn.kind(), arn.name()).orElse(null);
    }

    /// Whether the deployment makes something of which the name may be: it will be as the
    /// document says then, and not
    /// as the inventory does.
    private boolean isLikelyMade(IdentityKind kind, String name) {
        return this.made.likelyMake(kind, name) || this.account.made().likelyMake(kind, name);
    }

    private boolean mayBeMade(IdentityKind kind, String name) {
        return this.made.mayMake(kind, name) || this.account.made().mayMake(kind, name);
    }

}
