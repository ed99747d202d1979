package dev.rolewire.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CatalogLoaderTests {

    private static final String SLOT = "A::B::C:\n  Role:\n    accepts: role-arn\n    trust: none\n";

    private final Map<String, String> files = new LinkedHashMap<>();

    @BeforeEach
    void writeSmallCatalog() {
        this.files.put(CatalogLoader.SERVICE_PRINCIPALS, "# known\na.amazonaws.com\nb.amazonaws.com\n");
        this.files.put(CatalogLoader.CLOUDFORMATION_SLOTS, SLOT);
        this.files.put(CatalogLoader.TERRAFORM_SLOTS, "aws_c:\n  role:\n    accepts: role-arn\n    trust: none\n");
        this.files.put(CatalogLoader.DATA_SLOTS,
                "data:\n  aws_d:\n    name:\n      accepts: role-name\n      trust: none\n"
                        + "provider:\n  aws:\n    role:\n      accepts: role-arn\n      trust: none\n");
        this.files.put(CatalogLoader.RESOURCE_TYPES, "A::B::C\nA::B::R\n");
        this.files.put(CatalogLoader.DEPLOY_ERRORS, "[]\n");
        this.files.put(CatalogLoader.POLICY_PLACES, "A::B::R:\n  Policy: trust\n");
        this.files.put(CatalogLoader.IDENTITY_NAMES, "A::B::R:\n  Name: name 64\n");
        this.files.put(CatalogLoader.POLICY_LIMITS,
                "inline:\n  role: 1\nmanaged: 1\ntrust: [1, 2]\nattached:\n  role: 1\n");
        this.files.put(CatalogLoader.POLICY_ATTACHMENTS, "A::B::R\n");
        this.files.put(CatalogLoader.CAPABILITY_TYPES, "A::B::R\n");
        this.files.put(CatalogLoader.DEFAULT_IDENTITIES, "role:\n  maker: a console\n  source: a guide\n");
        this.files.put(CatalogLoader.METADATA_OPTIONS, "A::B::R:\n  tokens: Tokens\n  endpoint: Endpoint\n");
        this.files.put(CatalogLoader.NAMING_CONSTRAINTS,
                "A::B::R:\n  Role:\n    role:\n      names: A*\n      source: a source\n");
        this.files.put(CatalogLoader.FORBIDDEN_PROFILES,
                "A::B::R:\n  Template:\n    what: thing\n    instead: Role\n    source: a source\n");
        this.files.put(CatalogLoader.EARLY_PERMISSIONS, "A::B::R:\n  Role:\n    actions: a:B\n    need: it works\n");
        this.files.put(CatalogLoader.PARTITION_PRINCIPALS, "aws-cn:\n  own: a\n");
        this.files.put(CatalogLoader.ASSUMED_BY_ROLES, "A::B::R Role\n");
        this.files.put(CatalogLoader.SOURCE_CONDITIONS, "a.amazonaws.com\n");
        this.files.put(CatalogLoader.IDENTITY_TYPES,
                "resource:\n  A::B::R:\n    kind: role\ndata:\n  aws_r:\n    kind: role\n");
        this.files.put(CatalogLoader.PRODUCERS,
                "resource:\n  A::B::R:\n    Ref: own role-name\ndata:\n  aws_r:\n    arn: other\n");
        this.files.put(CatalogLoader.LOOK_ALIKES,
                "cloudformation:\n  A::B::C:\n    Roles: an enum\nterraform:\n  aws_c:\n    roles: an enum\n");
    }

    @Test
    void loadsASmallCatalog() {
        Catalog catalog = load();

        assertThat(catalog.slotsOf("A::B::C")).hasSize(1);
        assertThat(catalog.producer("aws_r", true, "arn")).isPresent();
        assertThat(catalog.policyPlacesOf("A::B::R"))
            .containsExactly(new PolicyPlace("A::B::R", List.of("Policy"), PolicyPlace.Kind.TRUST, "IAM"));
    }

    @Test
    void theVersionChangesWithAnyFile() {
        String version = load().version();
        assertThat(load().version()).isEqualTo(version);
        for (String file : this.files.keySet()) {
            String text = this.files.get(file);
            this.files.put(file, "# changed\n" + text);
            assertThat(load().version()).as(file).isNotEqualTo(version);
            this.files.put(file, text);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "    accepts: roll-arn                       | 3 | unknown word `roll-arn`",
            "    accepts: role                           | 3 | unknown word `role`",
            "    accepts: [role-arn, role-arn]           | 3 | `role-arn` is there twice",
            "    accept: role-arn                        | 3 | unknown field `accept`",
            "    principals: a.amazonaws.com             | 2 | `accepts` is missing",
            "    accepts: role-arn                       | 2 | give `principals`, or `trust: none`",
            "    accepts: role-arn~    trust: some       | 4 | expected one of all, federated, none, unknown",
            "    trust: none~    accepts: role-arn       | 4 | `accepts` is there twice or out of order",
            "    accepts: role-arn~    accepts: role-arn | 4 | `accepts` is there twice or out of order",
            "    accepts: role-arn~    principals: z.amazonaws.com~    evidence: A | 4 | `z.amazonaws.com` is not in",
            "    accepts: role-arn~    principals: a.amazonaws.com | 2 | `evidence` stands beside `principals`",
            "    accepts: role-arn~    principals: a.amazonaws.com~    trust: all~    evidence: A | 2 | needs several",
            "    accepts: role-arn~    principals: a.amazonaws.com~    trust: none | 2 | do not go together",
            "    accepts: role-arn~    trust: none~    evidence: A | 2 | `evidence` stands beside `principals`",
            "    accepts: role-arn~    trust: none~    evidence: E | 5 | expected one of A, B, C, D",
            "    accepts: role-arn~    trust: none~    required: no | 5 | expected one of yes, expected",
            "    accepts: role-arn~    trust: none~    unless: ../X | 2 | `unless` needs `required: expected`",
            "    accepts: role-arn~    trust: none~    conflicts: ../Nowhere | 2 | where no slot is",
            "    accepts: role-arn~    trust: none~    conflicts: Other | 5 | does not lead from",
            "    accepts: role-arn~    trust: none~    conflicts: ../../X | 5 | does not lead from",
            "    accepts: role-arn~    trust: none~    conflicts: ../Role | 5 | leads to the slot itself",
            "    accepts: role-arn~    trust: none~    max-length: many | 5 | expected one of a number" })
    void namesFileAndLineOfABrokenSlot(String fields, int line, String message) {
        this.files.put(CatalogLoader.CLOUDFORMATION_SLOTS,
                "A::B::C:\n  Role:\n    " + fields.replace("~", "\n").strip() + "\n");

        assertBroken(CatalogLoader.CLOUDFORMATION_SLOTS, line, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "Role//Arn | is no name", "'*/Role' | must start with a name", "Role[Key | has no end",
                    "Role[Key] | expected `key=value`", "Role[A=1,A=2] | has `A` twice",
                    "Role[A/*=1] | has `*` or `{}`", "Ro le | is no name" })
    void namesFileAndLineOfABrokenPath(String path, String message) {
        this.files.put(CatalogLoader.TERRAFORM_SLOTS, "aws_c:\n  " + (path.startsWith("*") ? "'" + path + "'" : path)
                + ":\n    accepts: role-arn\n    trust: none\n");

        assertBroken(CatalogLoader.TERRAFORM_SLOTS, 2, message);
    }

    @Test
    void aSlotWithASelectorCannotBeRequired() {
        this.files.put(CatalogLoader.TERRAFORM_SLOTS,
                "aws_c:\n  role[a=b]:\n    accepts: role-arn\n    trust: none\n    required: yes\n");

        assertBroken(CatalogLoader.TERRAFORM_SLOTS, 2, "cannot be required");
    }

    @Test
    void refusesTypesAndPathsThatAreUnsortedOrTwice() {
        this.files.put(CatalogLoader.CLOUDFORMATION_SLOTS, SLOT + SLOT);
        assertBroken(CatalogLoader.CLOUDFORMATION_SLOTS, 5, "`A::B::C` is there twice");

        this.files.put(CatalogLoader.CLOUDFORMATION_SLOTS, SLOT + SLOT.replace("A::B::C", "A::B::A"));
        assertBroken(CatalogLoader.CLOUDFORMATION_SLOTS, 5, "`A::B::A` must stand before `A::B::C`");

        this.files.put(CatalogLoader.CLOUDFORMATION_SLOTS, SLOT + "  Arn:\n    accepts: role-arn\n    trust: none\n");
        assertBroken(CatalogLoader.CLOUDFORMATION_SLOTS, 5, "`Arn` must stand before `Role`");
    }

    @Test
    void refusesBrokenPrincipals() {
        this.files.put(CatalogLoader.SERVICE_PRINCIPALS, "b.amazonaws.com\na.amazonaws.com\n");
        assertBroken(CatalogLoader.SERVICE_PRINCIPALS, 2, "must stand before");

        this.files.put(CatalogLoader.SERVICE_PRINCIPALS, "# x\nec2 amazonaws\n");
        assertBroken(CatalogLoader.SERVICE_PRINCIPALS, 2, "is no service principal");
    }

    @ParameterizedTest
    @CsvSource({ "mine role-arn, found `mine role-arn`", "own, found `own`", "none role-arn, found `none role-arn`",
            "anything role-arn, found `anything role-arn`", "own role-url, unknown word `role-url`" })
    void refusesBrokenProducers(String words, String message) {
        this.files.put(CatalogLoader.PRODUCERS,
                "resource:\n  A::B::R:\n    Ref: " + words + "\ndata:\n  aws_r:\n    arn: none\n");

        assertBroken(CatalogLoader.PRODUCERS, 3, message);
    }

    @Test
    void refusesBrokenIdentityTypes() {
        this.files.put(CatalogLoader.IDENTITY_TYPES,
                "resource:\n  A::B::R:\n    kind: role\n    roles: Roles\ndata:\n  aws_r:\n    kind: role\n");
        assertBroken(CatalogLoader.IDENTITY_TYPES, 2, "has `roles`");

        this.files.put(CatalogLoader.IDENTITY_TYPES,
                "resource:\n  A::B::R:\n    kind: person\ndata:\n  x:\n    kind: role\n");
        assertBroken(CatalogLoader.IDENTITY_TYPES, 3, "unknown word");
    }

    @Test
    void refusesUnknownSections() {
        this.files.put(CatalogLoader.LOOK_ALIKES, "pulumi:\n  x:\n    y: z\n");

        assertBroken(CatalogLoader.LOOK_ALIKES, 1, "expected the sections cloudformation, terraform");
    }

    private Catalog load() {
        return CatalogLoader.load((file) -> this.files.getOrDefault(file, ""));
    }

    private void assertBroken(String file, int line, String message) {
        assertThatExceptionOfType(CatalogException.class).isThrownBy(this::load)
            .withMessageStartingWith(file + ":" + line + ": ")
            .withMessageContaining(message);
    }

}
