package dev.rolewire.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.rolewire.catalog.IdentitySlot.Evidence;
import dev.rolewire.catalog.IdentitySlot.Requirement;
import dev.rolewire.catalog.IdentitySlot.TrustMode;
import dev.rolewire.model.Dialect.Family;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

import static org.assertj.core.api.Assertions.assertThat;

class BundledCatalogTests {

    private final Catalog catalog = Catalogs.bundled();

    private final List<IdentitySlot> slots = allSlots();

    @Test
    void holdsAllRows() {
        assertThat(this.catalog.slots(Family.CLOUDFORMATION)).hasSizeGreaterThanOrEqualTo(807);
        assertThat(this.catalog.slots(Family.TERRAFORM)).hasSizeGreaterThanOrEqualTo(600);
        assertThat(this.catalog.dataSlots().size() + this.catalog.providerSlotsOf("aws").size())
            .isGreaterThanOrEqualTo(23);
        assertThat(this.catalog.lookAlikes(Family.CLOUDFORMATION)).hasSizeGreaterThanOrEqualTo(91);
        assertThat(this.catalog.lookAlikes(Family.TERRAFORM)).hasSizeGreaterThanOrEqualTo(61);
        assertThat(this.catalog.servicePrincipals()).hasSizeGreaterThanOrEqualTo(473);
        assertThat(this.catalog.slots(Family.CLOUDFORMATION).stream().filter((slot) -> slot.pattern() != null))
            .hasSizeGreaterThanOrEqualTo(471);
        assertThat(
                ((LoadedCatalog) this.catalog).producerRows().stream().filter((row) -> row.type().startsWith("aws_")))
            .hasSizeGreaterThanOrEqualTo(93);
    }

    @Test
    void everyRegularExpressionCompilesAndTakesWhatTheSlotTakes() {
        List<String> refused = new ArrayList<>();
        for (IdentitySlot slot : this.slots) {
            if (slot.pattern() == null || slot.disputed()) {
                continue;
            }
            String regex = slot.pattern().regex();
            Pattern pattern = (regex != null) ? Pattern.compile(regex) : Pattern.compile("");
            for (Accepted accepted : slot.accepts()) {
                if (examples(accepted).stream().noneMatch((example) -> pattern.matcher(example).find())) {
                    refused.add(slot.type() + " " + slot.path() + " " + accepted);
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void noSlotIsALookAlike() {
        List<String> both = new ArrayList<>();
        for (Family family : Family.values()) {
            for (LookAlike lookAlike : this.catalog.lookAlikes(family)) {
                List<String> segments = SlotPath.parse(lookAlike.path()).segments();
                for (IdentitySlot slot : this.catalog.slotsOf(lookAlike.type())) {
                    if (slot.path().segments().equals(segments)) {
                        both.add(slot.type() + " " + slot.path());
                    }
                }
            }
        }
        assertThat(both).isEmpty();
    }

    @Test
    void typesOfTheTwoFamiliesAreApart() {
        assertThat(this.catalog.slots(Family.CLOUDFORMATION))
            .allMatch((slot) -> slot.type().contains("::") || slot.type().equals("Globals"));
        assertThat(this.catalog.slots(Family.TERRAFORM)).allMatch((slot) -> slot.type().startsWith("aws_"));
    }

    @Test
    void everyIdentityTypeIsKnownByWhatItsReferencesYield() {
        for (IdentityType type : this.catalog.identityTypes()) {
            String attribute = type.type().contains("::") ? "Ref" : "arn";
            assertThat(this.catalog.producer(type.type(), type.data(), attribute)).as(type.type())
                .hasValueSatisfying((producer) -> {
                    assertThat(producer.meaning()).isEqualTo(Producer.Meaning.OWN_IDENTITY);
                    assertThat(producer.yields()).extracting(Accepted::kind).isEqualTo(type.kind());
                });
        }
    }

    @Test
    void serverlessRolesAreNeverRequired() {
        assertThat(this.slots).filteredOn((slot) -> slot.type().startsWith("AWS::Serverless::"))
            .isNotEmpty()
            .allMatch((slot) -> slot.requirement() == Requirement.OPTIONAL);
    }

    @Test
    void onlyElasticBeanstalkExpectsWhatTheSchemaDoesNotRequire() {
        assertThat(this.slots).filteredOn((slot) -> slot.requirement() == Requirement.EXPECTED)
            .extracting(IdentitySlot::type)
            .containsExactly("AWS::ElasticBeanstalk::Environment", "aws_elastic_beanstalk_environment");
    }

    @Test
    void cognitoRolesAreFederated() {
        assertThat(this.slots)
            .filteredOn((slot) -> slot.trust().principals().contains("cognito-identity.amazonaws.com"))
            .hasSizeGreaterThanOrEqualTo(8)
            .allMatch((slot) -> slot.trust().mode() == TrustMode.FEDERATED && slot.evidence() != Evidence.NONE);
    }

    @Test
    void yamlParsersReadTheSameFiles() {
        for (String file : List.of(CatalogLoader.CLOUDFORMATION_SLOTS, CatalogLoader.TERRAFORM_SLOTS,
                CatalogLoader.DATA_SLOTS, CatalogLoader.IDENTITY_TYPES, CatalogLoader.PRODUCERS,
                CatalogLoader.LOOK_ALIKES, CatalogLoader.DEPLOY_ERRORS)) {
            String text = Catalogs.bundledFile(file);
            assertThat(tree(CatalogFileReader.read(file, text))).as(file).isEqualTo(yaml(text));
        }
    }

    private static Object tree(CatalogEntry entry) {
        if (!entry.values().isEmpty()) {
            return (entry.values().size() == 1) ? entry.values().getFirst() : entry.values();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        entry.entries().forEach((child) -> map.put(child.key(), tree(child)));
        return map;
    }

    private static Object yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Resolver strings = new Resolver() {
            @Override
            public Tag resolve(org.yaml.snakeyaml.nodes.NodeId kind, String value, boolean implicit) {
                return (kind == org.yaml.snakeyaml.nodes.NodeId.scalar) ? Tag.STR
                        : super.resolve(kind, value, implicit);
            }
        };
        DumperOptions dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, strings).load(text);
    }

    private static List<String> examples(Accepted accepted) {
        String kind = accepted.kind().label().replace(' ', '-');
        return switch (accepted.form()) {
            case NAME -> List.of("MyIdentity");
            case ARN -> List.of("arn:aws:iam::123456789012:" + kind + "/MyIdentity",
                    "arn:aws:iam::aws:" + kind + "/MyIdentity");
            case UNIQUE_ID -> List.of("AROAEXAMPLEEXAMPLE123");
        };
    }

    private List<IdentitySlot> allSlots() {
        List<IdentitySlot> all = new ArrayList<>(this.catalog.slots(Family.CLOUDFORMATION));
        all.addAll(this.catalog.slots(Family.TERRAFORM));
        all.addAll(this.catalog.dataSlots());
        all.addAll(this.catalog.providerSlotsOf("aws"));
        return all;
    }

}
