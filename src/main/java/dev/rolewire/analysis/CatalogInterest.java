package dev.rolewire.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.frontend.Interest;
import org.jspecify.annotations.Nullable;

/// What the catalog speaks of: the types with identity slots, of which the slots and what stands beside them matters, and
/// the types of IAM, of which what makes an identity and its policies does, and of data sources everything.
final class CatalogInterest implements Interest {

    private static final String IAM = "aws_iam_";

    private static final String ACCOUNT = "aws_caller_identity";

    /// What rules and front ends read of a resource besides its slots and what stands
    /// beside them. A rule that reads more names it here: `StreamedPlanTests` fails until
    /// it does.
    private static final Set<String> RULE_ATTRIBUTES = Set.of("arn", "id", "name", "region", "launch_template",
            "metadata_options", "vpc_config", "logging_configuration");

    /// What the references to an identity may be made of.
    private static final Set<String> IDENTITY_ATTRIBUTES = Set.of("unique_id", "name_prefix", "path", "role", "user",
            "group", "roles", "users", "groups");

    private final Catalog catalog;

    private final Map<String, Attributes> managed = new ConcurrentHashMap<>();

    private final Map<String, Attributes> data = new ConcurrentHashMap<>();

    CatalogInterest(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public @Nullable Attributes attributes(String type, boolean isData) {
        Map<String, Attributes> known = isData ? this.data : this.managed;
        Attributes found = known.get(type);
        if (found == null) {
            found = find(type, isData);
            if (found != null) {
                known.put(type, found);
            }
        }
        return found;
    }

    @Override
    public Attributes provider(String name) {
        Set<String> names = new TreeSet<>();
        this.catalog.providerSlotsOf(name).forEach((slot) -> names.add(slot.path().segments().getFirst()));
        return new Attributes(false, Set.copyOf(names));
    }

    @Override
    public boolean isPlace(String type, String attribute) {
        return Stream.of(this.catalog.slotsOf(type), this.catalog.dataSlotsOf(type))
            .flatMap(List::stream)
            .anyMatch((slot) -> slot.path().segments().getFirst().equals(attribute));
    }

    private @Nullable Attributes find(String type, boolean isData) {
        boolean identity = type.startsWith(IAM) || this.catalog.identityType(type, isData).isPresent();
        if (isData && (identity || type.equals(ACCOUNT))) {
            return Attributes.ALL;
        }
        List<IdentitySlot> slots = isData ? this.catalog.dataSlotsOf(type) : this.catalog.slotsOf(type);
        if (slots.isEmpty() && !identity) {
            return null;
        }
        Set<String> names = new TreeSet<>(RULE_ATTRIBUTES);
        for (IdentitySlot slot : slots) {
            names.add(slot.path().segments().getFirst());
            slot.path().selector().keySet().forEach((key) -> names.add(key.split("/", 2)[0]));
            slot.unless().forEach((place) -> names.add(slot.path().resolve(place).getFirst()));
            slot.conflicts().forEach((place) -> names.add(slot.path().resolve(place).getFirst()));
        }
        if (identity) {
            addIdentity(type, names);
        }
        return new Attributes(false, Set.copyOf(names));
    }

    /// What makes an identity, or gives it policies.
    private void addIdentity(String type, Set<String> names) {
        names.addAll(IDENTITY_ATTRIBUTES);
        this.catalog.namePlacesOf(type).forEach((place) -> names.add(place.path().getFirst()));
        this.catalog.policyPlacesOf(type).forEach((place) -> names.add(place.path().getFirst()));
        this.catalog.identityType(type, false).ifPresent((identity) -> {
            names.addAll(identity.roleProperties());
            Stream
                .of(identity.nameProperty(), identity.pathProperty(), identity.trustProperty(),
                        identity.impliedPrincipalProperty())
                .filter(Objects::nonNull)
                .forEach(names::add);
        });
    }

}
