package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.inventory.AccountIdentity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.policy.TrustEvaluator;
import dev.rolewire.policy.TrustQuery;
import dev.rolewire.policy.TrustVerdict;
import org.jspecify.annotations.Nullable;

/// Whether the services of slots may assume the roles behind them.
final class TrustIndex {

    private static final String ASSUME_ROLE = "sts:AssumeRole";

    private static final String ASSUME_ROLE_WITH_WEB_IDENTITY = "sts:AssumeRoleWithWebIdentity";

    private final Template template;

    private final GuardSpace guards;

    private final Map<String, List<ProfileRole>> profileRoles;

    private final Map<CacheKey, Answer> answers = new HashMap<>();

    /// A role in an instance profile.
    ///
    /// @param guard when it is in it
    /// @param resolution what the entry comes to
    record ProfileRole(Guard guard, Resolution resolution) {

    }

    private record CacheKey(String role, IdentitySlot.Trust trust) {

    }

    private record Answer(Guard granted, Guard possible, @Nullable Reason reason, String action,
            @Nullable TrustVerdict verdict) {

    }

    private final AccountLookup account;

    TrustIndex(Template template, Map<String, List<ProfileRole>> profileRoles, AccountLookup account) {
        this.account = account;
        this.template = template;
        this.guards = template.guards();
        this.profileRoles = profileRoles;
    }

    /// The roles behind one alternative of a slot, each judged.
    /// @param slot the slot
    /// @param guard when the alternative holds
    /// @param resolution what it comes to
    List<RoleTrust> of(IdentitySlot slot, Guard guard, Resolution resolution) {
        boolean judged = switch (slot.trust().mode()) {
            case ANY, ALL, FEDERATED -> true;
            case NONE, UNKNOWN -> false;
        };
        if (!judged || !(resolution instanceof Resolution.Identified identified)
                || !slot.takes(identified.accepted().kind(), identified.accepted().form())) {
            return List.of();
        }
        return switch (identified.accepted().kind()) {
            case ROLE -> List.of(ofRole(slot, guard, identified.identity()));
            case INSTANCE_PROFILE -> ofProfile(slot, guard, identified.identity());
            case POLICY, USER, GROUP -> List.of();
        };
    }

    private List<RoleTrust> ofProfile(IdentitySlot slot, Guard guard, Identity profile) {
        return switch (profile) {
            case Identity.External _, Identity.Managed _, Identity.NotInAccount _ -> List.of(external(guard));
            case Identity.InAccount held -> ofHeldProfile(slot, guard, held.identity());
            case Identity.Local local -> {
                List<RoleTrust> found = new ArrayList<>();
                for (ProfileRole role : this.profileRoles.getOrDefault(local.resource().address(), List.of())) {
                    Guard both = this.guards.and(guard, role.guard());
                    if (both != Guard.FALSE) {
                        found.add(ofEntry(slot, both, role.resolution()));
                    }
                }
                yield found;
            }
        };
    }

    private RoleTrust ofEntry(IdentitySlot slot, Guard guard, Resolution resolution) {
        return switch (resolution) {
            case Resolution.Identified identified when identified.accepted().kind() == IdentityKind.ROLE ->
                ofRole(slot, guard, identified.identity());
            case Resolution.Undetermined undetermined ->
                new RoleTrust(guard, null, null, Guard.FALSE, Guard.TRUE, undetermined.reason(), ASSUME_ROLE, null);
            case Resolution.Identified _, Resolution.FormOnly _, Resolution.NotAnIdentity _, Resolution.WrongShape _,
                    Resolution.Permitted _, Resolution.Missing _ ->
                external(guard);
        };
    }

    private static RoleTrust external(Guard guard) {
        return new RoleTrust(guard, null, null, Guard.FALSE, Guard.TRUE, Reason.EXTERNAL_NAME, ASSUME_ROLE, null);
    }

    private RoleTrust ofRole(IdentitySlot slot, Guard guard, Identity identity) {
        return switch (identity) {
            case Identity.External _, Identity.Managed _, Identity.NotInAccount _ -> external(guard);
            case Identity.InAccount held -> ofHeldRole(slot, guard, held.identity());
            case Identity.Local local -> {
                AccountIdentity held = lookedUp(local);
                yield held == null ? ofLocalRole(slot, guard, local) : ofHeldRole(slot, guard, held);
            }
        };
    }

    private RoleTrust ofLocalRole(IdentitySlot slot, Guard guard, Identity.Local role) {
        Answer answer = this.answers.computeIfAbsent(new CacheKey(role.resource().address(), slot.trust()),
                (key) -> answer(role, slot.trust()));
        return new RoleTrust(guard, role.resource(), null, answer.granted(), answer.possible(), answer.reason(),
                answer.action(), answer.verdict());
    }

    /// The role of the account that a data source looks up whose trust policy is not
    /// known from it; null when that
    /// is, or the account is not.
    private @Nullable AccountIdentity lookedUp(Identity.Local role) {
        String property = role.type().trustProperty();
        Value policy = property == null ? null : role.resource().properties().get(property);
        boolean known = policy != null && !(policy instanceof Value.Absent) && !(policy instanceof Value.Unknown);
        return known ? null : this.account.lookedUp(role).orElse(null);
    }

    private RoleTrust ofHeldRole(IdentitySlot slot, Guard guard, AccountIdentity role) {
        Value policy = role.trust();
        if (policy == null) {
            return new RoleTrust(guard, null, role, Guard.FALSE, Guard.TRUE, Reason.EXTERNAL_NAME, ASSUME_ROLE, null);
        }
        Answer answer = this.answers.computeIfAbsent(new CacheKey(role.label(), slot.trust()),
                (key) -> judge(policy, slot.trust()));
        return new RoleTrust(guard, null, role, answer.granted(), answer.possible(), answer.reason(), answer.action(),
                answer.verdict());
    }

    private List<RoleTrust> ofHeldProfile(IdentitySlot slot, Guard guard, AccountIdentity profile) {
        List<AccountIdentity> roles = this.account.rolesOf(profile);
        return profile.roles() == null ? List.of(external(guard))
                : roles.stream().map((role) -> ofHeldRole(slot, guard, role)).toList();
    }

    private Answer answer(Identity.Local role, IdentitySlot.Trust trust) {
        Resource resource = role.resource();
        String implied = role.type().impliedPrincipalProperty();
        if (implied != null) {
            return ofServiceLinked(resource, resource.properties().get(implied), trust);
        }
        String property = role.type().trustProperty();
        Value policy = property == null ? null : resource.properties().get(property);
        if (policy == null || policy instanceof Value.Absent) {
            Reason reason = resource.mode() == Resource.Mode.DATA ? Reason.DATA_SOURCE : Reason.KNOWN_AFTER_APPLY;
            return new Answer(Guard.FALSE, Guard.TRUE, reason, ASSUME_ROLE, null);
        }
        return judge(policy, trust);
    }

    /// A service-linked role trusts its service alone (IAM User Guide, "Service-linked
    /// roles"). Some services have several under names of their own, such as
    /// `ecs.application-autoscaling.amazonaws.com`.
    private static Answer ofServiceLinked(Resource resource, @Nullable Value service, IdentitySlot.Trust trust) {
        String name = service instanceof Value.Literal literal ? literal.text() : null;
        if (name == null) {
            return new Answer(Guard.FALSE, Guard.TRUE, Reason.PARAMETER, ASSUME_ROLE, null);
        }
        boolean same = trust.principals()
            .stream()
            .anyMatch((principal) -> name.equals(principal) || name.endsWith("." + principal));
        TrustVerdict verdict = new TrustVerdict(Guard.FALSE, Guard.FALSE, null, List.of(name),
                TrustVerdict.Flaw.PRINCIPAL_NOT_NAMED, resource.origin());
        return same ? new Answer(Guard.TRUE, Guard.TRUE, null, ASSUME_ROLE, null)
                : new Answer(Guard.FALSE, Guard.FALSE, null, ASSUME_ROLE, verdict);
    }

    private Answer judge(Value policy, IdentitySlot.Trust trust) {
        boolean federated = trust.mode() == IdentitySlot.TrustMode.FEDERATED;
        Answer base = judge(policy, trust, federated ? ASSUME_ROLE_WITH_WEB_IDENTITY : ASSUME_ROLE);
        for (String action : trust.actions()) {
            if (base.possible() == Guard.FALSE) {
                break;
            }
            Answer further = judge(policy, trust, action);
            Guard possible = this.guards.and(base.possible(), further.possible());
            boolean worse = possible != base.possible();
            base = new Answer(this.guards.and(base.granted(), further.granted()), possible,
                    base.reason() != null ? base.reason() : further.reason(), worse ? action : base.action(),
                    worse ? further.verdict() : base.verdict());
        }
        return base;
    }

    private Answer judge(Value policy, IdentitySlot.Trust trust, String action) {
        boolean all = trust.mode() == IdentitySlot.TrustMode.ALL;
        Guard granted = all ? Guard.TRUE : Guard.FALSE;
        Guard possible = granted;
        Reason reason = null;
        TrustVerdict closest = null;
        for (String principal : trust.principals()) {
            TrustVerdict verdict = TrustEvaluator.evaluate(policy, new TrustQuery(principal,
                    trust.mode() == IdentitySlot.TrustMode.FEDERATED, action, this.template.environment().region()),
                    this.guards);
            granted = all ? this.guards.and(granted, verdict.granted()) : this.guards.or(granted, verdict.granted());
            possible = all ? this.guards.and(possible, verdict.possible())
                    : this.guards.or(possible, verdict.possible());
            reason = reason != null ? reason : verdict.reason();
            closest = closest == null || isCloser(verdict, closest) ? verdict : closest;
        }
        return new Answer(granted, possible, granted == possible ? null : reason, action, closest);
    }

    /// Whether a verdict says more about why the role is not trusted.
    private static boolean isCloser(TrustVerdict verdict, TrustVerdict other) {
        return verdict.flaw().compareTo(other.flaw()) > 0 && other.flaw() != TrustVerdict.Flaw.NONE;
    }

}
