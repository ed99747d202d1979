package dev.rolewire.testing.fix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.testing.Analyzers;
import org.jspecify.annotations.Nullable;

/// Breaks correct files, applies the fixes that are offered with git, and analyses again.
public final class FixProof {

    /// What a mistake may have hidden: the profile that nothing uses any more, the role
    /// that is now looked at.
    private static final Set<String> UNCOVERED = Set.of("unused-instance-profile", "service-not-trusted");

    private final SortedMap<String, Count> counts = new TreeMap<>();

    private final List<String> failures = new ArrayList<>();

    private int reached;

    private int unreached;

    /// How it went for one rule in one dialect.
    static final class Count {

        int broken;

        int found;

        int offered;

        int safe;

        int mended;

        double offeredShare() {
            return this.found == 0 ? 1 : (double) this.offered / this.found;
        }

        double mendedShare() {
            return this.offered == 0 ? 1 : (double) this.mended / this.offered;
        }

    }

    /// Breaks the slots of some files one after the other. Files that have findings with
    /// fixes as they are, or do not parse, are left out.
    public void take(CorrectInput input) {
        Report correct = analyse(input.files());
        boolean fit = correct.findings()
            .stream()
            .noneMatch((finding) -> !finding.fixes().isEmpty() || finding.ruleId().equals("syntax-error"));
        if (fit) {
            Breaker.Slots slots = Breaker.all(input);
            this.reached += slots.reached();
            this.unreached += slots.unreached();
            slots.broken().forEach((breakage) -> take(correct, breakage));
        }
    }

    /// Mends the mistakes that some files have as they are.
    void mend(CorrectInput input) {
        Report found = analyse(input.files());
        String diff = Patch.of(found);
        if (diff.isEmpty()) {
            return;
        }
        Count count = this.counts.computeIfAbsent("mistakes of the files themselves", (_) -> new Count());
        Report mended = analyse(Patch.apply(input.files(), diff));
        Set<String> still = new HashSet<>();
        mended.findings().forEach((finding) -> still.add(key(finding)));
        for (Finding finding : found.findings()) {
            boolean safe = finding.fixes()
                .stream()
                .anyMatch((fix) -> fix.applicability() == Finding.Applicability.SAFE);
            count.broken++;
            count.found++;
            count.offered += safe ? 1 : 0;
            count.safe += safe ? 1 : 0;
            count.mended += safe && !still.contains(key(finding)) ? 1 : 0;
            if (safe && still.contains(key(finding))) {
                this.failures.add("as found: " + input.name() + ": " + finding.ruleId() + " " + finding.message());
            }
        }
    }

    private void take(Report correct, Breakage breakage) {
        Count count = this.counts.computeIfAbsent(breakage.rule() + " " + breakage.dialect(), (_) -> new Count());
        count.broken++;
        Report broken = analyse(breakage.files());
        Finding finding = find(broken, breakage);
        if (finding == null || find(correct, breakage) != null) {
            return;
        }
        count.found++;
        if (finding.fixes().isEmpty()) {
            this.failures.add("no fix: " + breakage + ": " + finding.message());
            return;
        }
        count.offered++;
        Finding.Fix fix = finding.fixes().getFirst();
        boolean safe = fix.applicability() == Finding.Applicability.SAFE;
        count.safe += safe ? 1 : 0;
        String diff = safe ? Patch.of(broken) : Patch.of(broken, finding, fix);
        String complaint = complaint(correct, broken, breakage, diff);
        if (complaint == null) {
            count.mended++;
        }
        else {
            this.failures.add("failed: " + breakage + ": " + complaint + "\n" + diff);
        }
    }

    private static @Nullable String complaint(Report correct, Report broken, Breakage breakage, String diff) {
        if (diff.isEmpty()) {
            return "the diff is empty";
        }
        Report mended;
        try {
            mended = analyse(Patch.apply(breakage.files(), diff));
        }
        catch (IllegalStateException ex) {
            return ex.getMessage();
        }
        if (find(mended, breakage) != null) {
            return "the finding is still there";
        }
        Set<String> known = new HashSet<>();
        correct.findings().forEach((finding) -> known.add(key(finding)));
        broken.findings().forEach((finding) -> known.add(key(finding)));
        for (Finding finding : mended.findings()) {
            if (!known.contains(key(finding)) && !UNCOVERED.contains(finding.ruleId())) {
                return "new: " + finding.ruleId() + " " + finding.message();
            }
        }
        return lines(diff, breakage);
    }

    /// A fix takes few lines away: those of the slot, or of the statement.
    private static @Nullable String lines(String diff, Breakage breakage) {
        long removed = diff.lines().filter((line) -> line.startsWith("-") && !line.startsWith("---")).count();
        long allowed = breakage.rule().equals("instance-profile-with-several-roles") ? 12 : 6;
        return removed > allowed ? "it takes " + removed + " lines away" : null;
    }

    private static @Nullable Finding find(Report report, Breakage breakage) {
        boolean policy = breakage.rule().equals("unknown-service-principal");
        return report.findings()
            .stream()
            .filter((finding) -> finding.ruleId().equals(breakage.rule()))
            .filter((finding) -> policy || isAt(finding.subject(), breakage))
            .findFirst()
            .orElse(null);
    }

    private static boolean isAt(Finding.@Nullable Subject subject, Breakage breakage) {
        if (subject == null) {
            return false;
        }
        String property = breakage.property();
        boolean near = property.equals(subject.property())
                || subject.property() != null && breakage.rule().equals("instance-profile-with-several-roles");
        return subject.address().equals(breakage.address()) && near;
    }

    private static String key(Finding finding) {
        Finding.Subject subject = finding.subject();
        boolean listed = finding.ruleId().equals("service-not-trusted");
        return finding.uri() + " " + finding.ruleId() + " "
                + (subject == null ? "" : subject.address() + " " + subject.property())
                + (listed ? "" : finding.message());
    }

    private static Report analyse(List<InputFile> files) {
        return Analyzers.analyzer().analyze(files, AnalysisOptions.DEFAULT);
    }

    SortedMap<String, Count> counts() {
        return this.counts;
    }

    /// How many slots were broken.
    public int broken() {
        return this.counts.values().stream().mapToInt((count) -> count.broken).sum();
    }

    /// How many slots were mended, of one rule in one dialect.
    public int mended(String rule, String dialect) {
        Count count = this.counts.get(rule + " " + dialect);
        return count == null ? 0 : count.mended;
    }

    /// What got no fix, or one that does not mend.
    public List<String> failures() {
        return this.failures;
    }

    /// The figures, a line for each rule and dialect.
    public String table() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-52s %7s %7s %7s %7s %7s %7s %7s%n",
                "rule, dialect", "broken", "found", "offered", "safe", "mended", "offered", "mended"));
        this.counts.forEach((name,
                count) -> table.append(String.format(Locale.ROOT, "%-52s %7d %7d %7d %7d %7d %6.1f%% %6.1f%%%n", name,
                        count.broken, count.found, count.offered, count.safe, count.mended, 100 * count.offeredShare(),
                        100 * count.mendedShare())));
        table.append(String.format(Locale.ROOT, "values of slots that are references: %d broken, %d not reached%n",
                this.reached, this.unreached));
        return table.toString();
    }

}
