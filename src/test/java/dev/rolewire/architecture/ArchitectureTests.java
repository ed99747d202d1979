package dev.rolewire.architecture;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Keeps the architecture. Each rule holds for the code, and is broken by an offender in [the sample
/// packages][dev.rolewire.architecture.samples]: a rule that nothing can break says nothing.
class ArchitectureTests {

    private static final String ROOT = "dev.rolewire";

    private static final String SAMPLES = "dev.rolewire.architecture.samples";

    @TestFactory
    Stream<DynamicTest> holdsForTheCode() {
        JavaClasses code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
        return rules(ROOT).entrySet()
            .stream()
            .map((rule) -> dynamicTest(rule.getKey(), () -> rule.getValue().check(code)));
    }

    @TestFactory
    Stream<DynamicTest> isBrokenByAnOffender() {
        JavaClasses samples = new ClassFileImporter().importPackages(SAMPLES);
        return rules(SAMPLES).entrySet()
            .stream()
            .map((rule) -> dynamicTest(rule.getKey(),
                    () -> assertThat(rule.getValue().evaluate(samples).hasViolation()).isTrue()));
    }

    private static SequencedMap<String, ArchRule> rules(String root) {
        SequencedMap<String, ArchRule> rules = new LinkedHashMap<>();
        StageRules stages = new StageRules(root);
        StageRules.STAGES.stream()
            .filter((stage) -> !stage.name().equals("web"))
            .forEach((stage) -> rules.put("stage " + stage.name(), stages.stage(stage)));
        rules.put("every class has a stage", stages.everyClassHasAStage());
        rules.put("no cycles", stages.cycles());
        rules.put("front ends are apart", stages.frontendsAreApart());
        PurityRules purity = new PurityRules(root);
        rules.put("Spring only in web", purity.springOnlyInWeb());
        rules.put("no Jackson 2", purity.noJackson2());
        rules.put("Jackson at the edges", purity.jacksonOnlyAtTheEdges());
        rules.put("SnakeYAML only in YAML", purity.snakeYamlOnlyInYaml());
        rules.put("rules know no syntax", purity.rulesKnowNoSyntax());
        rules.put("rules do not use each other", purity.rulesDoNotUseEachOther());
        rules.put("rules have no state", purity.rulesHaveNoState());
        rules.put("rules are final and registered", purity.rulesAreFinalAndRegistered());
        rules.put("no I/O", purity.noInputOutput());
        rules.put("no clock", purity.noClock());
        rules.put("no randomness", purity.noRandomness());
        rules.put("locales are given", purity.localesAreGiven());
        rules.put("no printing", purity.noStandardStreams());
        rules.put("no inheritance in the core", purity.noInheritanceInTheCore());
        rules.put("packages are null-marked", purity.packagesAreNullMarked());
        rules.put("no field injection", purity.noFieldInjection());
        return rules;
    }

}
