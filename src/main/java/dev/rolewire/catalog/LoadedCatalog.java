package dev.rolewire.catalog;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;

import dev.rolewire.model.Dialect;

/// The catalog as the loader made it.
final class LoadedCatalog implements Catalog {

    private static final Pattern REGION = Pattern.compile("\\.[a-z]{2,4}(-[a-z]+)+-\\d(?=\\.)");

    private static final Pattern SUFFIX = Pattern
        .compile("\\.(amazonaws\\.com\\.cn|amazonaws\\.eu|c2s\\.ic\\.gov|sc2s\\.sgov\\.gov)$");

    private final String version;

    private final SlotTable slots;

    private final List<IdentitySlot> cloudFormation;

    private final List<IdentitySlot> terraform;

    private final List<IdentitySlot> data;

    private final List<IdentityType> identityTypes;

    private final Map<String, IdentityType> resourceTypes = new LinkedHashMap<>();

    private final Map<String, IdentityType> dataTypes = new LinkedHashMap<>();

    private final ProducerTable producers;

    private final SequencedMap<String, List<LookAlike>> lookAlikes;

    private final SequencedSet<String> principals;

    private final Map<String, Set<String>> managedPolicies;

    private final Set<String> managedPolicyNames = new HashSet<>();

    private final PolicyFacts facts;

    private final ServiceFacts services;

    private final SequencedSet<String> knownTypes;

    LoadedCatalog(String version, SlotTable slots, List<IdentityType> identityTypes, ProducerTable producers,
            SequencedMap<String, List<LookAlike>> lookAlikes, SequencedSet<String> principals,
            Map<String, Set<String>> managedPolicies, PolicyFacts facts, ServiceFacts services,
            SequencedSet<String> knownTypes) {
        this.version = version;
        this.knownTypes = knownTypes;
        this.slots = slots;
        this.cloudFormation = SlotTable.all(slots.cloudFormation());
        this.terraform = SlotTable.all(slots.terraform());
        this.data = SlotTable.all(slots.data());
        this.identityTypes = List.copyOf(identityTypes);
        this.producers = producers;
        this.lookAlikes = new LinkedHashMap<>(lookAlikes);
        this.principals = principals;
        this.managedPolicies = new LinkedHashMap<>(managedPolicies);
        this.facts = facts;
        this.services = services;
        managedPolicies.getOrDefault("aws", Set.of())
            .forEach((policy) -> this.managedPolicyNames.add(policy.substring(policy.lastIndexOf('/') + 1)));
        for (IdentityType type : identityTypes) {
            (type.data() ? this.dataTypes : this.resourceTypes).put(type.type(), type);
        }
    }

    @Override
    public String version() {
        return this.version;
    }

    @Override
    public List<IdentitySlot> slots(Dialect.Family family) {
        return switch (family) {
            case CLOUDFORMATION -> this.cloudFormation;
            case TERRAFORM -> this.terraform;
        };
    }

    @Override
    public List<IdentitySlot> slotsOf(String type) {
        return this.slots.of(type);
    }

    @Override
    public List<IdentitySlot> dataSlotsOf(String type) {
        return this.slots.data().getOrDefault(type, List.of());
    }

    @Override
    public List<IdentitySlot> providerSlotsOf(String provider) {
        return this.slots.provider().getOrDefault(provider, List.of());
    }

    @Override
    public List<IdentitySlot> dataSlots() {
        return this.data;
    }

    @Override
    public List<IdentityType> identityTypes() {
        return this.identityTypes;
    }

    @Override
    public Optional<IdentityType> identityType(String type, boolean data) {
        return Optional.ofNullable((data ? this.dataTypes : this.resourceTypes).get(type));
    }

    @Override
    public Optional<String> attributeFor(IdentityType type, IdentityForm form) {
        List<String> found = this.producers.rows()
            .stream()
            .filter((row) -> row.type().equals(type.type()) && row.data() == type.data())
            .filter((row) -> row.meaning() == Producer.Meaning.OWN_IDENTITY
                    && new Accepted(type.kind(), form).equals(row.yields()))
            .map(Producer::attribute)
            .toList();
        return found.stream()
            .filter((attribute) -> attribute.equals("Ref") || attribute.equals(type.nameProperty()))
            .findFirst()
            .or(() -> found.stream().findFirst());
    }

    @Override
    public Optional<Producer> producer(String type, boolean data, String attribute) {
        return this.producers.find(type, data, attribute);
    }

    /// All rows of `producers.yaml`, in their order.
    List<Producer> producerRows() {
        return this.producers.rows();
    }

    @Override
    public List<LookAlike> lookAlikes(Dialect.Family family) {
        return this.lookAlikes.getOrDefault(switch (family) {
            case CLOUDFORMATION -> "cloudformation";
            case TERRAFORM -> "terraform";
        }, List.of());
    }

    @Override
    public DeployErrors deployErrors() {
        return Errors.BUNDLED;
    }

    @Override
    public boolean isServicePrincipal(String principal) {
        if (this.principals.contains(principal)) {
            return true;
        }
        String plain = SUFFIX.matcher(principal).replaceFirst(".amazonaws.com");
        return this.principals.contains(plain) || this.principals.contains(REGION.matcher(plain).replaceFirst(""))
                || this.principals.contains(REGION.matcher(plain).replaceFirst(".{region}"));
    }

    @Override
    public boolean isManagedPolicy(String partition, String name) {
        return this.managedPolicies.getOrDefault(partition, Set.of()).contains(name);
    }

    @Override
    public Set<String> managedPolicies(String partition) {
        return Collections.unmodifiableSet(this.managedPolicies.getOrDefault(partition, Set.of()));
    }

    @Override
    public boolean isManagedPolicyName(String name) {
        return this.managedPolicyNames.contains(name);
    }

    @Override
    public List<PolicyPlace> policyPlacesOf(String type) {
        return this.facts.places().getOrDefault(type, List.of());
    }

    @Override
    public List<NamePlace> namePlacesOf(String type) {
        return this.facts.names().getOrDefault(type, List.of());
    }

    @Override
    public PolicyLimits policyLimits() {
        return this.facts.limits();
    }

    @Override
    public boolean attachesPolicies(String type) {
        return this.facts.attachments().contains(type);
    }

    @Override
    public Optional<MetadataOptions> metadataOptionsOf(String type) {
        return Optional.ofNullable(this.facts.metadata().get(type));
    }

    @Override
    public List<NamingConstraint> namingConstraintsOf(IdentitySlot slot) {
        String path = slot.path().toString();
        return this.services.naming()
            .getOrDefault(slot.type(), List.of())
            .stream()
            .filter((row) -> row.path().equals(path))
            .toList();
    }

    @Override
    public List<ForbiddenProfile> forbiddenProfilesOf(String type) {
        return this.services.forbidden().getOrDefault(type, List.of());
    }

    @Override
    public List<EarlyPermission> earlyPermissionsOf(String type) {
        return this.services.early().stream().filter((row) -> row.isOf(type)).toList();
    }

    @Override
    public PartitionPrincipals principalsOf(String partition) {
        return this.services.partitions().getOrDefault(partition, PartitionPrincipals.NONE);
    }

    @Override
    public boolean isAssumedByRole(IdentitySlot slot) {
        return this.services.assumedByRoles().contains(slot.type() + " " + slot.path());
    }

    @Override
    public boolean namesItsSource(String principal) {
        return this.services.sources().contains(principal);
    }

    @Override
    public boolean refuses(IdentitySlot.Pattern pattern, String text) {
        String regex = pattern.regex();
        return regex != null && this.services.patterns().refuses(regex, text);
    }

    @Override
    public boolean isKnownType(String type) {
        return this.knownTypes.contains(type) || this.resourceTypes.containsKey(type) || !this.slots.of(type).isEmpty();
    }

    @Override
    public List<String> knownTypes() {
        return List.copyOf(this.knownTypes);
    }

    @Override
    public List<String> servicePrincipals() {
        return List.copyOf(this.principals);
    }

    /// Read when first asked for: most lookups do without.
    private static final class Errors {

        private static final DeployErrors BUNDLED = DeployErrors.bundled();

    }

    @Override
    public Optional<DefaultIdentity> defaultIdentity(String name) {
        return Optional.ofNullable(this.facts.defaults().get(name));
    }

    @Override
    public boolean needsCapability(String type) {
        return this.facts.capabilities().contains(type);
    }

    @Override
    public boolean mayMakeIdentities(String type) {
        boolean foreign = type.contains("::") && !type.startsWith("AWS::");
        return foreign || this.facts.makers().contains(type);
    }

}
