package dev.rolewire.rule.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.policy.PolicyDocument;
import dev.rolewire.policy.PolicyItem;
import dev.rolewire.policy.PolicyStatement;
import dev.rolewire.policy.TrustVerdict;
import dev.rolewire.remedy.Change;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.source.Location;
import dev.rolewire.wiring.PolicyUse;
import dev.rolewire.wiring.RoleTrust;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Lets services assume roles: all that a role lacks are added in one go, so that the fixes of several findings go
/// together.
final class TrustRemedies {

    private static final String ASSUME_ROLE = "sts:AssumeRole";

    private static final String SERVICE = "Service";

    private static final String REGION = "{region}";

    private final Wiring wiring;

    private final GuardSpace guards;

    private final Map<String, SequencedSet<String>> missing = new LinkedHashMap<>();

    private final Map<String, SequencedSet<String>> surelyMissing = new LinkedHashMap<>();

    /// By identity: a resource is hashed with all of its properties. Only looked up.
    private final Map<Resource, List<PolicyStatement>> statements = new IdentityHashMap<>();

    /// The blocks of the roles whose trust policies hold a text.
    private final Map<Location, SequencedSet<Location>> writers = new HashMap<>();

    TrustRemedies(Wiring wiring) {
        this.wiring = wiring;
        this.guards = wiring.template().guards();
    }

    /// Takes note that a role lacks the services of a slot.
    /// @param sure whether these are surely the right ones
    void lacks(Resource role, IdentitySlot slot, TrustVerdict verdict, boolean sure) {
        List<String> principals = slot.trust()
            .principals()
            .stream()
            .filter((principal) -> !principal.contains(REGION) && !verdict.trusted().contains(principal))
            .toList();
        List<String> wanted = switch (slot.trust().mode()) {
            case ANY -> principals.stream().limit(1).toList();
            case ALL -> principals;
            case FEDERATED, NONE, UNKNOWN -> List.of();
        };
        this.missing.computeIfAbsent(role.address(), (_) -> new LinkedHashSet<>()).addAll(wanted);
        if (sure) {
            this.surelyMissing.computeIfAbsent(role.address(), (_) -> new LinkedHashSet<>()).addAll(wanted);
        }
    }

    /// The remedy for one role that was noted.
    /// @param sure whether the services are surely the right ones
    Optional<Remedy> of(RoleTrust trust, IdentitySlot slot, TrustVerdict verdict, boolean sure) {
        Resource role = trust.role();
        List<String> services = role == null ? List.of() : List
            .copyOf((sure ? this.surelyMissing : this.missing).getOrDefault(role.address(), new LinkedHashSet<>()));
        if (role != null && verdict.flaw() == TrustVerdict.Flaw.WRONG_ACTION) {
            return action(role, slot, trust.action());
        }
        if (role != null && verdict.flaw() == TrustVerdict.Flaw.WRONG_PRINCIPAL_TYPE) {
            return principalType(role, services);
        }
        boolean named = verdict.flaw() != TrustVerdict.Flaw.PRINCIPAL_NOT_NAMED
                && verdict.flaw() != TrustVerdict.Flaw.NONE;
        if (role == null || services.isEmpty() || named || !trust.action().equals(ASSUME_ROLE)
                || role.maker() != null) {
            return Optional.empty();
        }
        Optional<Remedy> misspelt = misspelt(role, services);
        if (misspelt.isPresent()) {
            return misspelt;
        }
        Origin plain = item(role, true);
        Origin item = plain != null ? plain : item(role, false);
        if (item == null) {
            return Optional.empty();
        }
        Applicability applicability = sure && plain != null && !isShared(item) ? Applicability.SAFE
                : Applicability.UNSAFE;
        return Optional.of(new Remedy("let " + String.join(" and ", services) + " assume role `" + role.address() + "`",
                applicability, List.of(new Change.AddTexts(item, services))));
    }

    /// Adds an action to a statement that names the service of a slot.
    private Optional<Remedy> action(Resource role, IdentitySlot slot, String action) {
        for (PolicyStatement statement : statements(role)) {
            boolean names = slot.trust()
                .principals()
                .stream()
                .anyMatch((principal) -> holds(statement.principal().items(), principal, role));
            Origin item = names && isSimple(statement, role) && statement.conditions().isEmpty()
                    ? last(statement.action().items(), "", role) : null;
            if (item != null) {
                return Optional.of(new Remedy("allow `" + action + "` in the trust policy of `" + role.address() + "`",
                        isShared(item) ? Applicability.UNSAFE : Applicability.SAFE,
                        List.of(new Change.AddTexts(item, List.of(action)))));
            }
        }
        return Optional.empty();
    }

    /// Names a service as what it is, where a statement takes it for an account and names
    /// nothing else of that type.
    private Optional<Remedy> principalType(Resource role, List<String> services) {
        for (PolicyStatement statement : statements(role)) {
            List<PolicyItem> items = statement.principal().items();
            if (items.size() == 1 && !items.getFirst().key().equals(SERVICE)
                    && items.getFirst().value() instanceof Value.Literal literal && services.contains(literal.text())) {
                return Optional.of(new Remedy("name `" + literal.text() + "` as a `Service`",
                        isShared(literal.origin()) ? Applicability.UNSAFE : Applicability.SAFE,
                        List.of(new Change.RenameField(literal.origin(), SERVICE))));
            }
        }
        return Optional.empty();
    }

    /// Puts a service that is lacking in the place of its name with a slip of the pen.
    private Optional<Remedy> misspelt(Resource role, List<String> services) {
        List<String> known = this.wiring.catalog().servicePrincipals();
        for (PolicyStatement statement : statements(role)) {
            for (PolicyItem item : statement.principal().items()) {
                String text = item.key().equals(SERVICE) && item.value() instanceof Value.Literal literal
                        && !this.wiring.catalog().isServicePrincipal(literal.text()) ? literal.text() : null;
                String near = text == null ? null : SimilarPrincipal.of(text, known);
                if (text != null && near != null && services.contains(near)) {
                    return Optional.of(new Remedy("write `" + near + "`",
                            SimilarPrincipal.isSure(text, known) ? Applicability.SAFE : Applicability.UNSAFE,
                            List.of(new Change.ReplaceText(item.value().origin(), text, near))));
                }
            }
        }
        return Optional.empty();
    }

    private List<PolicyStatement> statements(Resource role) {
        return index().getOrDefault(role, List.of());
    }

    /// The statements of all trust policies, read once.
    private Map<Resource, List<PolicyStatement>> index() {
        if (this.statements.isEmpty()) {
            for (PolicyUse use : this.wiring.policyUses()) {
                if (use.place().kind() == PolicyPlace.Kind.TRUST) {
                    List<PolicyStatement> found = PolicyDocument.of(use.value(), this.guards).statements();
                    this.statements.computeIfAbsent(use.resource(), (_) -> new ArrayList<>()).addAll(found);
                    found.forEach((statement) -> Stream
                        .concat(statement.principal().items().stream(), statement.action().items().stream())
                        .forEach((item) -> this.writers
                            .computeIfAbsent(item.value().origin().location(), (_) -> new LinkedHashSet<>())
                            .add(use.resource().origin().location())));
                }
            }
        }
        return this.statements;
    }

    /// Where a service is written that may assume the role.
    /// @param always whether it may so always; else conditions are said that may not be
    /// meant for other services
    private @Nullable Origin item(Resource role, boolean always) {
        for (PolicyStatement statement : statements(role)) {
            boolean fits = isPlain(statement, role) && (!always || statement.conditions().isEmpty());
            Origin item = fits ? last(statement.principal().items(), SERVICE, role) : null;
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    private boolean isPlain(PolicyStatement statement, Resource role) {
        return isSimple(statement, role) && (holds(statement.action().items(), ASSUME_ROLE, role)
                || holds(statement.action().items(), "sts:*", role));
    }

    private boolean isSimple(PolicyStatement statement, Resource role) {
        return isAlways(statement.guard(), role) && statement.notPrincipal().items().isEmpty()
                && statement.notAction().items().isEmpty() && holds(statement.effect().items(), "Allow", role);
    }

    private boolean holds(List<PolicyItem> items, String text, Resource role) {
        return items.stream()
            .anyMatch((item) -> item.value() instanceof Value.Literal literal && literal.text().equalsIgnoreCase(text)
                    && isAlways(item.guard(), role));
    }

    private boolean isAlways(Guard guard, Resource role) {
        return this.guards.and(role.condition(), this.guards.not(guard)) == Guard.FALSE;
    }

    private @Nullable Origin last(List<PolicyItem> items, String key, Resource role) {
        return items.stream()
            .filter((item) -> item.key().equals(key) && item.regular() && isAlways(item.guard(), role))
            .map((item) -> item.value().origin())
            .max(Comparator.comparingInt((origin) -> origin.span().start()))
            .orElse(null);
    }

    /// Whether a text is a part of the trust policy of other roles as well, which are
    /// written elsewhere.
    private boolean isShared(Origin item) {
        index();
        return this.writers.getOrDefault(item.location(), new LinkedHashSet<>()).size() > 1;
    }

}
