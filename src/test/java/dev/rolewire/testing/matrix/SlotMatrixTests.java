package dev.rolewire.testing.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.analysis.Report.Outcome;
import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.catalog.IdentitySlot.Confidence;
import dev.rolewire.catalog.IdentitySlot.Evidence;
import dev.rolewire.catalog.IdentitySlot.Requirement;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Dialect.Family;
import dev.rolewire.testing.Analyzers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every slot of the catalog used once right and once wrong in each way, in a document made of its row: each wrong use
/// is named by its rule at that property, no right one is accused, and the slot is always in the report.
class SlotMatrixTests {

    private static final Catalog CATALOG = Analyzers.catalog();

    private static final AnalysisOptions OPTIONS = new AnalysisOptions(new LinkedHashMap<>(), SlotMatrix.REGION, null,
            new LinkedHashSet<>(), new LinkedHashSet<>(List.of("unused-instance-profile")), new LinkedHashMap<>(),
            Severity.NOTE, null);

    @ParameterizedTest
    @EnumSource
    void rightUsesAreWired(Family family) {
        judge(family, SlotMatrix::right, 600);
    }

    @ParameterizedTest
    @EnumSource
    void anyOneOfSeveralPrincipalsIsEnough(Family family) {
        judge(family, SlotMatrix::oneTrusted, 20);
    }

    @ParameterizedTest
    @EnumSource
    void wrongFormsAreNamed(Family family) {
        judge(family, SlotMatrix::wrongForm, 500);
    }

    @ParameterizedTest
    @EnumSource
    void wrongKindsAreNamed(Family family) {
        judge(family, SlotMatrix::wrongKind, 590);
    }

    @ParameterizedTest
    @EnumSource
    void untrustedServicesAreNamed(Family family) {
        judge(family, SlotMatrix::untrusted, 400);
    }

    @ParameterizedTest
    @EnumSource
    void allPrincipalsAreNeededWhereTheCatalogSaysSo(Family family) {
        judge(family, SlotMatrix::halfTrusted, 2);
    }

    @ParameterizedTest
    @EnumSource
    void missingIdentitiesAreNamed(Family family) {
        judge(family, SlotMatrix::missing, 250);
    }

    /// In a plan such a slot stands in a JSON text, whose parts the plan knows all or
    /// none.
    @Test
    void slotsInTextsOfAPlanAreJudged() {
        List<IdentitySlot> slots = CATALOG.slots(Family.TERRAFORM)
            .stream()
            .filter((slot) -> slot.path().segments().contains("{}"))
            .toList();
        assertThat(slots).isNotEmpty();
        for (IdentitySlot slot : slots) {
            assertThat(inText(slot, "arn:aws:iam::123456789012:role/a")).isEqualTo("UNCHECKED [unknown-identity]");
            assertThat(inText(slot, "arn:aws:iam::123456789012:instance-profile/a"))
                .isEqualTo("BROKEN [instance-profile-as-role]");
            assertThat(inText(slot, "a")).isEqualTo("BROKEN [wrong-identity-form]");
        }
    }

    private static String inText(IdentitySlot slot, String value) {
        MatrixDocument document = PlanWriter.inText(slot, value);
        Report report = Analyzers.analyzer().analyze(List.of(new InputFile("matrix.json", document.json())), OPTIONS);
        return report.slots()
            .stream()
            .filter((found) -> found.property().equals(document.property()))
            .map((found) -> found.outcome().name())
            .collect(Collectors.joining(","))
                + " "
                + report.findings()
                    .stream()
                    .filter((finding) -> finding.subject() != null
                            && document.property().equals(finding.subject().property()))
                    .map(Finding::ruleId)
                    .toList();
    }

    private static void judge(Family family, Function<IdentitySlot, List<Use>> uses, int atLeast) {
        MatrixDocument.Writer writer = switch (family) {
            case CLOUDFORMATION -> new TemplateWriter();
            case TERRAFORM -> new PlanWriter();
        };
        List<String> complaints = new ArrayList<>();
        int count = 0;
        for (IdentitySlot slot : CATALOG.slots(family)) {
            if (family == Family.TERRAFORM && slot.path().segments().contains("{}")) {
                continue;
            }
            if (!CATALOG.namingConstraintsOf(slot).isEmpty() || CATALOG.isAssumedByRole(slot)) {
                continue; // wants names or principals of its own; the fixtures of the
                          // rules have them
            }
            for (Use use : uses.apply(slot)) {
                count++;
                MatrixDocument document = writer.write(use, CATALOG.slotsOf(slot.type()));
                String complaint = complaint(use, document);
                if (complaint != null) {
                    complaints.add(use + ": " + complaint);
                }
            }
        }
        assertThat(complaints).as("%d of %d uses", complaints.size(), count).isEmpty();
        assertThat(count).isGreaterThanOrEqualTo(atLeast);
    }

    /// What is wrong with the report on a use, or null.
    private static @Nullable String complaint(Use use, MatrixDocument document) {
        Report report = Analyzers.analyzer().analyze(List.of(new InputFile("matrix.json", document.json())), OPTIONS);
        List<Report.Slot> slots = report.slots()
            .stream()
            .filter((slot) -> slot.address().equals(document.address()) && slot.property().equals(document.property()))
            .toList();
        List<Finding> findings = report.findings();
        if (slots.size() != 1) {
            return slots.size() + " slots at " + document.property() + " in the report: " + report.slots();
        }
        Report.Slot slot = slots.getFirst();
        if (use.expected() == null) {
            return findings.isEmpty() && slot.outcome() == Outcome.WIRED ? null
                    : slot.outcome() + " " + slot.reason() + " " + show(findings);
        }
        if (findings.size() != 1 || !names(findings.getFirst(), use, document)) {
            return "expected " + use.expected() + " at " + document.property() + ", found " + slot.outcome() + " "
                    + slot.reason() + " " + show(findings);
        }
        Severity severity = findings.getFirst().severity();
        if (severity != severity(use)) {
            return "expected " + severity(use) + ", found " + severity;
        }
        return slot.outcome() == outcome(use, severity) ? null
                : "expected " + outcome(use, severity) + ", found " + slot.outcome();
    }

    /// Warnings change no outcome: an untrusted role of weak evidence is wired as far as
    /// can be proved, while of an
    /// identity that only some accounts need nothing is known.
    private static Outcome outcome(Use use, Severity severity) {
        if (severity == Severity.ERROR) {
            return Outcome.BROKEN;
        }
        return use.given() == null ? Outcome.UNCHECKED : Outcome.WIRED;
    }

    private static boolean names(Finding finding, Use use, MatrixDocument document) {
        return finding.ruleId().equals(use.expected()) && finding.subject() != null
                && finding.subject().address().equals(document.address())
                && document.property().equals(finding.subject().property());
    }

    /// What the evidence of the row allows.
    private static Severity severity(Use use) {
        IdentitySlot slot = use.slot();
        if ("service-not-trusted".equals(use.expected())) {
            boolean sourced = slot.evidence() == Evidence.A || slot.evidence() == Evidence.B;
            boolean certain = sourced && slot.confidence() != Confidence.LOW && !holdsRoles(slot);
            return certain ? Severity.ERROR : Severity.WARNING;
        }
        return use.given() == null && slot.requirement() == Requirement.EXPECTED ? Severity.WARNING : Severity.ERROR;
    }

    /// Whether the slot is the place of the role in an instance profile, which somebody
    /// else than EC2 may use.
    private static boolean holdsRoles(IdentitySlot slot) {
        return CATALOG.identityType(slot.type(), false)
            .filter((type) -> type.roleProperties().contains(slot.path().segments().getFirst()))
            .isPresent();
    }

    private static String show(List<Finding> findings) {
        return findings.stream()
            .map((finding) -> finding.severity().id() + "[" + finding.ruleId() + "] " + finding.message())
            .collect(Collectors.joining("; "));
    }

}
