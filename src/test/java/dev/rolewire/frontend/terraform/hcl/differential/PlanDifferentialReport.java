package dev.rolewire.frontend.terraform.hcl.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Template;
import dev.rolewire.testing.Analyzers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The differential test against OpenTofu; README says how to call it. It runs only when it is named.
///
/// `-Drolewire.plans=DIRECTORY` has a file `ROOTS.tsv` whose rows name a plan of that directory and the directory of the
/// root module that it was made of, relative to `-Drolewire.roots=DIRECTORY`.
class PlanDifferentialReport {

    private static final Path REPORT = Path.of("target", "plan-differential.txt");

    @Test
    void comparesOurValuesWithThePlans() throws IOException {
        String plans = System.getProperty("rolewire.plans");
        String roots = System.getProperty("rolewire.roots");
        assertThat(plans).as("-Drolewire.plans=DIRECTORY").isNotNull();
        assertThat(roots).as("-Drolewire.roots=DIRECTORY").isNotNull();
        String only = System.getProperty("rolewire.only", "");
        Tally total = new Tally();
        List<String> details = new ArrayList<>();
        List<String> rows = Files.readAllLines(Path.of(plans, "ROOTS.tsv"));
        int compared = 0;
        Map<Path, List<InputFile>> repositories = new LinkedHashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            if (!cells[0].contains(only)) {
                continue;
            }
            Path root = Path.of(cells[1]);
            Path repository = Path.of(roots).resolve(root.subpath(0, Math.min(2, root.getNameCount())));
            List<InputFile> files = repositories.computeIfAbsent(repository, PlanDifferentialReport::read);
            String directory = root.getNameCount() <= 2 ? ""
                    : root.subpath(2, root.getNameCount()).toString().replace('\\', '/');
            Plan plan = Plan.read(cells[0], Files.readAllBytes(Path.of(plans, cells[0])));
            Tally tally = new Tally();
            Template template = Roots.lower(files, directory, plan.options());
            new Comparison(plan, template, tally).compare();
            compareReports(plan, Roots.files(files, directory), tally);
            tally.details().forEach((detail) -> details.add(cells[0] + ": " + detail));
            total.add(tally);
            compared++;
        }
        String figures = compared + " roots\n" + total;
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT,
                figures + "\n" + String.join("\n", details) + "\n\n" + String.join("\n", total.unset()) + "\n");
        System.out.print(figures);
    }

    private static List<InputFile> read(Path repository) {
        List<InputFile> files = new ArrayList<>();
        try (var paths = Files.walk(repository)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.add(new InputFile(repository.relativize(path).toString().replace('\\', '/'),
                        Files.readAllBytes(path)));
            }
        }
        catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return files;
    }

    /// Slots and findings of both forms.
    private static void compareReports(Plan plan, List<InputFile> files, Tally tally) {
        AnalysisOptions options = new AnalysisOptions(plan.options().parameters(), plan.options().region(),
                plan.options().accountId(), new java.util.LinkedHashSet<>(), new java.util.LinkedHashSet<>(),
                new LinkedHashMap<>(), Severity.NOTE, null);
        Report ours = Analyzers.analyzer().analyze(files, options);
        Report theirs = Analyzers.analyzer()
            .analyze(List.of(new InputFile(plan.name(), plan.bytes())), AnalysisOptions.DEFAULT);
        Map<String, Report.Slot> own = new LinkedHashMap<>();
        ours.slots().forEach((slot) -> own.put(slot.address() + " " + slot.property(), slot));
        for (Report.Slot slot : theirs.slots()) {
            Report.Slot other = own.remove(slot.address() + " " + slot.property());
            String place = slot.address() + " " + slot.property();
            if (other == null) {
                tally.count("slots: only in the plan", place + " " + slot.outcome().id());
                continue;
            }
            tally.count("slots: in both", null);
            String identities = slot.identity() + " (" + slot.outcome().id() + " " + slot.reason() + ") / "
                    + other.identity() + " (" + other.outcome().id() + " " + other.reason() + ")";
            if (slot.identity() != null && !slot.identity().equals(other.identity())) {
                tally.count("slots: identity differs", place + " " + identities);
            }
            else if (slot.identity() == null && other.identity() != null) {
                tally.count("slots: identity known only to us", null);
            }
            else {
                tally.count("slots: same identity", null);
            }
            tally.count("slots: outcome " + slot.outcome().id() + " / " + other.outcome().id(),
                    slot.outcome() == other.outcome() ? null : place + " " + identities);
        }
        own.values()
            .forEach((slot) -> tally.count("slots: only in the configuration",
                    slot.address() + " " + slot.property() + " " + slot.outcome().id() + " " + slot.identity()));
        List<String> left = keys(theirs);
        for (String key : keys(ours)) {
            if (!left.remove(key)) {
                tally.count("findings: only of the configuration", key);
            }
            else {
                tally.count("findings: of both", null);
            }
        }
        left.forEach((key) -> tally.count("findings: only of the plan", key));
    }

    private static List<String> keys(Report report) {
        List<String> keys = new ArrayList<>();
        for (Finding finding : report.findings()) {
            keys.add(finding.severity().id() + " " + finding.ruleId() + " " + (finding.subject() == null
                    ? finding.message() : finding.subject().address() + " " + finding.subject().property()));
        }
        return keys;
    }

}
