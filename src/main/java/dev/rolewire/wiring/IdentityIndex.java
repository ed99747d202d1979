package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentityType;
import dev.rolewire.catalog.Producer;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// The identities of a template, by address and by name.
///
/// Names are compared symbolically: two texts built in the same way from the same references and parameters are the
/// same name, and a reference to the name of an identity is the name that the identity is given.
final class IdentityIndex {

    /// The attribute in which Terraform keeps the ARN of what exists.
    private static final String ARN = "arn";

    /// Which part of an ARN is its account.
    private static final int ACCOUNT = 4;

    private static final int MAX_NAME_DEPTH = 16;

    private final Template template;

    private final Catalog catalog;

    private final Map<String, Identity.Local> byAddress = new LinkedHashMap<>();

    private final List<Identity.Local> own;

    private final Map<String, Identity.Local> byArn = new HashMap<>();

    private final Map<IdentityKind, Map<String, List<Named>>> byName = new EnumMap<>(IdentityKind.class);

    /// An identity that has a name under a guard.
    record Named(Identity.Local identity, Guard guard) {

    }

    IdentityIndex(Template template, Catalog catalog) {
        this.template = template;
        this.catalog = catalog;
        addIdentities(template.resources());
        for (Identity.Local identity : this.byAddress.values()) {
            addNames(identity);
            if (identity.resource().properties().get(ARN) instanceof Value.Literal arn) {
                this.byArn.put(arn.text(), identity);
            }
        }
        this.own = List.copyOf(this.byAddress.values());
        addIdentities(template.imported());
    }

    private void addIdentities(SequencedMap<String, Resource> resources) {
        for (Resource resource : resources.values()) {
            this.catalog.identityType(resource.type(), resource.mode() == Resource.Mode.DATA)
                .ifPresent((type) -> this.byAddress.put(resource.address(), new Identity.Local(resource, type)));
        }
    }

    /// The identity that a resource is.
    Optional<Identity.Local> at(String address) {
        return Optional.ofNullable(this.byAddress.get(address));
    }

    /// All identities of the deployment itself, in source order.
    List<Identity.Local> all() {
        return this.own;
    }

    /// The identities of a kind that surely have a name, in source order.
    List<Named> named(IdentityKind kind, Value name) {
        String key = key(name);
        if (key == null) {
            return List.of();
        }
        return this.byName.getOrDefault(kind, Map.of()).getOrDefault(key, List.of());
    }

    /// The identities that are made here and surely have the same name, whatever its
    /// case;
    /// each with the first one that it meets.
    List<SameName> sameNames() {
        List<SameName> same = new ArrayList<>();
        Map<IdentityKind, Map<String, List<Named>>> seen = new EnumMap<>(IdentityKind.class);
        for (Identity.Local identity : this.own) {
            String property = identity.type().nameProperty();
            Value name = property == null ? null : identity.resource().properties().get(property);
            if (name == null || identity.type().data()) {
                continue;
            }
            for (Alternatives.Alternative alternative : Alternatives.of(this.template.guards(),
                    identity.resource().condition(), name)) {
                String key = alternative.value() instanceof Value.Absent ? null : key(alternative.value());
                if (key == null || key.isEmpty()) {
                    continue;
                }
                List<Named> others = seen.computeIfAbsent(identity.type().kind(), (kind) -> new HashMap<>())
                    .computeIfAbsent(inLowerCase(key), (text) -> new ArrayList<>());
                meet(same, others, identity, alternative);
                others.add(new Named(identity, alternative.guard()));
            }
        }
        return same;
    }

    private void meet(List<SameName> same, List<Named> others, Identity.Local identity,
            Alternatives.Alternative alternative) {
        for (Named other : others) {
            Guard both = this.template.guards().and(other.guard(), alternative.guard());
            if (both != Guard.FALSE && other.identity().resource() != identity.resource()) {
                same.add(new SameName(other.identity(), identity, Texts.of(alternative.value()), both));
                return;
            }
        }
    }

    /// A key with its written parts in lower case: what stands between control characters
    /// is no part of the name.
    private static String inLowerCase(String key) {
        StringBuilder text = new StringBuilder(key.length());
        boolean written = true;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '\u0001' || c == '\u0004') {
                written = false;
            }
            text.append(written ? Character.toLowerCase(c) : c);
            if (c == '\u0003') {
                written = true;
            }
        }
        return text.toString();
    }

    /// The identity whose ARN the document knows to be this (a plan knows the ARN of what
    /// exists), or null.
    Identity.@Nullable Local withArn(IdentityKind kind, String arn) {
        Identity.Local identity = this.byArn.get(arn);
        return identity != null && identity.type().kind() == kind ? identity : null;
    }

    /// The account of all ARNs that are known of identities that exist; null when there
    /// are none or several.
    @Nullable String accountId() {
        List<String> accounts = this.byArn.keySet()
            .stream()
            .map((arn) -> arn.split(":", ACCOUNT + 2))
            .filter((parts) -> parts.length > ACCOUNT + 1 && parts[ACCOUNT].matches("[0-9]{12}"))
            .map((parts) -> parts[ACCOUNT])
            .distinct()
            .toList();
        return accounts.size() == 1 ? accounts.getFirst() : null;
    }

    /// The IAM path of an identity, `/` when it is not set.
    Value pathOf(Identity.Local identity) {
        String property = identity.type().pathProperty();
        Value path = property == null ? null : identity.resource().properties().get(property);
        return path == null || path instanceof Value.Absent ? Value.Literal.of("/", identity.resource().origin())
                : path;
    }

    private void addNames(Identity.Local identity) {
        String property = identity.type().nameProperty();
        Value name = property == null ? null : identity.resource().properties().get(property);
        if (name == null) {
            return;
        }
        Guard condition = identity.resource().condition();
        for (Alternatives.Alternative alternative : Alternatives.of(this.template.guards(), condition, name)) {
            String key = alternative.value() instanceof Value.Absent ? null : key(alternative.value());
            if (key != null && !key.isEmpty()) {
                this.byName.computeIfAbsent(identity.type().kind(), (kind) -> new HashMap<>())
                    .computeIfAbsent(key, (text) -> new ArrayList<>())
                    .add(new Named(identity, alternative.guard()));
            }
        }
    }

    /// A text that is equal for values that are surely equal; null when nothing can be
    /// said. Control characters mark
    /// what is not literal, so that no written text is taken for it.
    private @Nullable String key(Value value) {
        StringBuilder text = new StringBuilder();
        return appendKey(value, text, 0) ? text.toString() : null;
    }

    private boolean appendKey(Value value, StringBuilder text, int depth) {
        if (depth > MAX_NAME_DEPTH) {
            return false;
        }
        return switch (value) {
            case Value.Literal literal -> {
                text.append(literal.text());
                yield true;
            }
            case Value.Reference reference -> appendReference(reference, text, depth);
            case Value.Concat concat -> concat.parts().stream().allMatch((part) -> appendKey(part, text, depth + 1));
            case Value.Unknown unknown -> appendUnknown(unknown, text);
            case Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Absent _ -> false;
        };
    }

    private boolean appendReference(Value.Reference reference, StringBuilder text, int depth) {
        Value name = ownName(reference);
        if (name != null && !(name instanceof Value.Choice) && !(name instanceof Value.Absent)) {
            return appendKey(name, text, depth + 1);
        }
        text.append('\u0001').append(reference.address()).append('\u0002');
        Identity.Local identity = this.byAddress.get(reference.address());
        text.append(identity != null && isOwnName(identity, reference) ? "name" : reference.attribute())
            .append('\u0003');
        return true;
    }

    private static boolean appendUnknown(Value.Unknown unknown, StringBuilder text) {
        boolean sameEverywhere = switch (unknown.reason()) {
            case PARAMETER, IMPORT, DYNAMIC_REFERENCE -> true;
            case MACRO, REMOTE_MODULE, KNOWN_AFTER_APPLY, EXTERNAL_NAME, DATA_SOURCE, BUDGET -> false;
        };
        if (sameEverywhere) {
            text.append('\u0004')
                .append(unknown.reason() == Reason.PARAMETER ? "" : unknown.reason().id())
                .append(unknown.detail())
                .append('\u0003');
        }
        return sameEverywhere;
    }

    private @Nullable Value ownName(Value.Reference reference) {
        Identity.Local identity = this.byAddress.get(reference.address());
        if (identity == null || !isOwnName(identity, reference)) {
            return null;
        }
        String property = identity.type().nameProperty();
        return property == null ? null : identity.resource().properties().get(property);
    }

    /// The identity whose own name a reference yields, or null.
    Identity.@Nullable Local named(Value.Reference reference) {
        Identity.Local identity = this.byAddress.get(reference.address());
        return identity != null && isOwnName(identity, reference) ? identity : null;
    }

    private boolean isOwnName(Identity.Local identity, Value.Reference reference) {
        return this.catalog.producer(identity.type().type(), identity.type().data(), reference.attribute())
            .filter((producer) -> producer.meaning() == Producer.Meaning.OWN_IDENTITY)
            .map(Producer::yields)
            .filter((accepted) -> accepted.form() == IdentityForm.NAME)
            .isPresent();
    }

    /// The type row of an identity, for kinds that hold roles.
    static boolean holdsRoles(IdentityType type) {
        return !type.roleProperties().isEmpty();
    }

}
