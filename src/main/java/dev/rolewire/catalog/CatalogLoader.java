package dev.rolewire.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32;

/// Reads the data files into a catalog and checks that they agree with each other.
///
/// What costs time and cannot break a lookup (whether each regular expression compiles, that no slot is a look-alike) is
/// checked by the tests of the build.
final class CatalogLoader {

    static final String CLOUDFORMATION_SLOTS = "cloudformation-slots.yaml";

    static final String TERRAFORM_SLOTS = "terraform-slots.yaml";

    static final String DATA_SLOTS = "terraform-data-slots.yaml";

    static final String IDENTITY_TYPES = "identity-types.yaml";

    static final String PRODUCERS = "producers.yaml";

    static final String LOOK_ALIKES = "look-alikes.yaml";

    static final String SERVICE_PRINCIPALS = "service-principals.txt";

    static final String MANAGED_POLICIES = "managed-policies.txt";

    static final String POLICIES_OF_CHINA = "managed-policies-aws-cn.txt";

    static final String POLICIES_OF_GOVCLOUD = "managed-policies-aws-us-gov.txt";

    static final String RESOURCE_TYPES = "resource-types.txt";

    static final String DEPLOY_ERRORS = "deploy-errors.yaml";

    static final String POLICY_PLACES = "policy-places.yaml";

    static final String IDENTITY_NAMES = "identity-names.yaml";

    static final String POLICY_LIMITS = "policy-limits.yaml";

    static final String POLICY_ATTACHMENTS = "policy-attachments.txt";

    static final String CAPABILITY_TYPES = "capability-types.txt";

    static final String IDENTITY_MAKERS = "identity-makers.txt";

    static final String DEFAULT_IDENTITIES = "default-identities.yaml";

    static final String METADATA_OPTIONS = "metadata-options.yaml";

    static final String NAMING_CONSTRAINTS = "naming-constraints.yaml";

    static final String FORBIDDEN_PROFILES = "forbidden-profiles.yaml";

    static final String EARLY_PERMISSIONS = "early-permissions.yaml";

    static final String PARTITION_PRINCIPALS = "partition-principals.yaml";

    static final String ASSUMED_BY_ROLES = "assumed-by-roles.txt";

    static final String SOURCE_CONDITIONS = "source-conditions.txt";

    private final Function<String, String> files;

    private final CRC32 version = new CRC32();

    private final SequencedSet<String> principals;

    private CatalogLoader(Function<String, String> files) {
        this.files = files;
        this.principals = readPrincipals(text(SERVICE_PRINCIPALS));
    }

    /// Loads a catalog.
    /// @param files gives the text of a data file by its name
    /// @throws CatalogException when a file is broken, with the file and the line
    static Catalog load(Function<String, String> files) {
        return new CatalogLoader(files).load();
    }

    private LoadedCatalog load() {
        SlotTable slots = slotTable();
        List<IdentityType> types = new ArrayList<>();
        for (CatalogEntry block : sections(IDENTITY_TYPES, List.of("resource", "data"))) {
            for (CatalogEntry type : block.sorted()) {
                types.add(IdentityTypeReader.read(type, block.key().equals("data")));
            }
        }
        List<Producer> producers = new ArrayList<>();
        for (CatalogEntry block : sections(PRODUCERS, List.of("resource", "data"))) {
            for (CatalogEntry type : block.sorted()) {
                producers.addAll(ProducerTable.read(type, block.key().equals("data")));
            }
        }
        SequencedMap<String, List<LookAlike>> lookAlikes = new LinkedHashMap<>();
        for (CatalogEntry family : sections(LOOK_ALIKES, List.of("cloudformation", "terraform"))) {
            lookAlikes.put(family.key(), lookAlikes(family));
        }
        text(DEPLOY_ERRORS);
        SequencedMap<String, Set<String>> policies = new LinkedHashMap<>();
        policies.put("aws", sortedLines(MANAGED_POLICIES, text(MANAGED_POLICIES)));
        policies.put("aws-cn", sortedLines(POLICIES_OF_CHINA, text(POLICIES_OF_CHINA)));
        policies.put("aws-us-gov", sortedLines(POLICIES_OF_GOVCLOUD, text(POLICIES_OF_GOVCLOUD)));
        PolicyFacts facts = policyFacts();
        ServiceFacts services = serviceFacts();
        SequencedSet<String> resourceTypes = sortedLines(RESOURCE_TYPES, text(RESOURCE_TYPES));
        String hash = HexFormat.of().toHexDigits((int) this.version.getValue());
        return new LoadedCatalog(hash, slots, types, new ProducerTable(producers, slots), lookAlikes, this.principals,
                policies, facts, services, resourceTypes);
    }

    private PolicyFacts policyFacts() {
        SequencedMap<String, List<PolicyPlace>> places = new LinkedHashMap<>();
        entries(POLICY_PLACES).sorted().forEach((type) -> places.put(type.key(), PolicyPlace.read(type)));
        SequencedMap<String, List<NamePlace>> names = new LinkedHashMap<>();
        entries(IDENTITY_NAMES).sorted().forEach((type) -> names.put(type.key(), NamePlace.read(type)));
        SequencedMap<String, MetadataOptions> metadata = new LinkedHashMap<>();
        entries(METADATA_OPTIONS).sorted().forEach((type) -> metadata.put(type.key(), MetadataOptions.read(type)));
        SequencedMap<String, DefaultIdentity> defaults = new LinkedHashMap<>();
        entries(DEFAULT_IDENTITIES).sorted().forEach((name) -> defaults.put(name.key(), DefaultIdentity.read(name)));
        return new PolicyFacts(places, names, PolicyLimits.read(entries(POLICY_LIMITS)),
                sortedLines(POLICY_ATTACHMENTS, text(POLICY_ATTACHMENTS)), metadata, defaults,
                sortedLines(CAPABILITY_TYPES, text(CAPABILITY_TYPES)),
                sortedLines(IDENTITY_MAKERS, text(IDENTITY_MAKERS)));
    }

    private ServiceFacts serviceFacts() {
        SequencedMap<String, List<NamingConstraint>> naming = new LinkedHashMap<>();
        entries(NAMING_CONSTRAINTS).sorted().forEach((type) -> naming.put(type.key(), NamingConstraint.readAll(type)));
        SequencedMap<String, List<ForbiddenProfile>> forbidden = new LinkedHashMap<>();
        entries(FORBIDDEN_PROFILES).sorted()
            .forEach((type) -> forbidden.put(type.key(), ForbiddenProfile.readAll(type)));
        List<EarlyPermission> early = new ArrayList<>();
        entries(EARLY_PERMISSIONS).sorted().forEach((type) -> early.addAll(EarlyPermission.readAll(type)));
        SequencedMap<String, PartitionPrincipals> partitions = new LinkedHashMap<>();
        entries(PARTITION_PRINCIPALS).sorted()
            .forEach((partition) -> partitions.put(partition.key(), PartitionPrincipals.read(partition)));
        return new ServiceFacts(naming, forbidden, early, partitions,
                sortedLines(SOURCE_CONDITIONS, text(SOURCE_CONDITIONS)),
                sortedLines(ASSUMED_BY_ROLES, text(ASSUMED_BY_ROLES)), new SlotPatterns());
    }

    private SlotTable slotTable() {
        List<CatalogEntry> blocks = sections(DATA_SLOTS, List.of("data", "provider"));
        return new SlotTable(slots(entries(CLOUDFORMATION_SLOTS)), slots(entries(TERRAFORM_SLOTS)),
                slots(blocks.getFirst()), slots(blocks.getLast()));
    }

    private SequencedMap<String, List<IdentitySlot>> slots(CatalogEntry parent) {
        SequencedMap<String, List<IdentitySlot>> slots = new LinkedHashMap<>();
        for (CatalogEntry type : parent.sorted()) {
            type.children().forEach(this::checkPrincipals);
            slots.put(type.key(), SlotReader.readAll(type));
        }
        return slots;
    }

    private void checkPrincipals(CatalogEntry slot) {
        for (CatalogEntry field : slot.entries()) {
            if (!field.key().equals("principals")) {
                continue;
            }
            for (String principal : field.texts()) {
                if (!this.principals.contains(principal)
                        && !this.principals.contains(principal.replace(".{region}", ""))) {
                    throw field.problem("`" + principal + "` is not in " + SERVICE_PRINCIPALS);
                }
            }
        }
    }

    private static List<LookAlike> lookAlikes(CatalogEntry family) {
        List<LookAlike> lookAlikes = new ArrayList<>();
        for (CatalogEntry type : family.sorted()) {
            for (CatalogEntry path : type.sorted()) {
                lookAlikes.add(new LookAlike(type.key(), path.key(), path.text()));
            }
        }
        return List.copyOf(lookAlikes);
    }

    /// The sections of a file, which must be exactly these.
    private List<CatalogEntry> sections(String file, List<String> names) {
        CatalogEntry root = entries(file);
        List<String> found = root.children().stream().map(CatalogEntry::key).toList();
        if (!found.equals(names)) {
            throw root
                .problem("expected the sections " + String.join(", ", names) + ", found " + String.join(", ", found));
        }
        return root.entries();
    }

    private CatalogEntry entries(String file) {
        return CatalogFileReader.read(file, text(file));
    }

    private String text(String file) {
        String text = this.files.apply(file);
        this.version.update(text.getBytes(StandardCharsets.UTF_8));
        return text;
    }

    private static SequencedSet<String> readPrincipals(String text) {
        SequencedSet<String> principals = sortedLines(SERVICE_PRINCIPALS, text);
        for (String principal : principals) {
            if (!LiteralPattern.matches("{service}", principal.replace("{region}", "region"))) {
                int line = text.lines().toList().indexOf(principal) + 1;
                throw new CatalogException(SERVICE_PRINCIPALS, line, "`" + principal + "` is no service principal");
            }
        }
        return principals;
    }

    /// The lines of a file but for comments; each stands there once, and they are sorted.
    private static SequencedSet<String> sortedLines(String file, String text) {
        SequencedSet<String> found = new LinkedHashSet<>();
        int number = 0;
        String before = "";
        for (String line : text.split("\r?\n", -1)) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.compareTo(before) <= 0) {
                throw new CatalogException(file, number,
                        "`" + line + "` is there twice or must stand before `" + before + "`");
            }
            found.add(line);
            before = line;
        }
        return found;
    }

}
