package dev.rolewire.testing.fix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;

/// Diffs of reports, and files with a diff applied by the real `git apply`.
public final class Patch {

    private Patch() {
    }

    /// All safe fixes of a report as it gives them to clients.
    public static String of(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ReportFormat.DIFF.renderer().render(report, new RenderContext("test", List.of()), bytes);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// One fix alone, safe or not.
    public static String of(Report report, Finding finding, Finding.Fix fix) {
        Finding.Fix safe = new Finding.Fix(fix.title(), Finding.Applicability.SAFE, fix.edits());
        Finding only = new Finding(finding.ruleId(), finding.severity(), finding.message(), finding.deployError(),
                finding.subject(), finding.location(), finding.uri(), finding.pointer(), finding.related(),
                finding.witness(), finding.help(), List.of(safe), null, finding.fingerprint());
        return of(new Report(report.catalogVersion(), report.verdict(), report.summary(), report.documents(),
                List.of(only), report.slots(), report.wiring(), report.requirements(), report.threshold()));
    }

    /// Applies a diff.
    /// @throws IllegalStateException with git's words when it does not apply
    public static List<InputFile> apply(List<InputFile> files, String diff) {
        if (diff.isEmpty()) {
            return files;
        }
        try {
            Path directory = Files.createTempDirectory("rolewire-fix");
            try {
                List<InputFile> touched = files.stream().filter((file) -> touches(diff, file)).toList();
                for (InputFile file : touched) {
                    Path path = directory.resolve(file.uri());
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.content().bytes());
                }
                git(directory, diff);
                List<InputFile> patched = new ArrayList<>();
                for (InputFile file : files) {
                    patched.add(touched.contains(file)
                            ? new InputFile(file.uri(), Files.readAllBytes(directory.resolve(file.uri()))) : file);
                }
                return patched;
            }
            finally {
                delete(directory);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static boolean touches(String diff, InputFile file) {
        return diff.contains("--- a/" + file.uri() + "\n") || diff.contains("--- a/" + file.uri() + "\t")
                || diff.contains("--- \"");
    }

    private static void git(Path directory, String diff) throws IOException {
        Process git = new ProcessBuilder("git", "apply", "--whitespace=nowarn", "-").directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
        git.getOutputStream().write(diff.getBytes(StandardCharsets.UTF_8));
        git.getOutputStream().close();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (git.waitFor() != 0) {
                throw new IllegalStateException("git apply: " + said + "\n" + diff);
            }
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

}
