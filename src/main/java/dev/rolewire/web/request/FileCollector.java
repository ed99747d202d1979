package dev.rolewire.web.request;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Collects the files of one request in the order in which they come, and keeps their number and their names in bounds.
final class FileCollector {

    /// What is left out costs a line of the report, and no more.
    private static final int SKIPPED_PER_FILE = 10;

    private final SequencedMap<String, InputFile> files = new LinkedHashMap<>();

    private final int maxFiles;

    private final String command;

    private int skipped;

    /// Starts without files.
    /// @param maxFiles how many files there may be
    /// @param command what problems advise
    FileCollector(int maxFiles, String command) {
        this.maxFiles = maxFiles;
        this.command = command;
    }

    /// Takes a file.
    /// @throws ProblemException when there are too many, or one of the same path
    void add(String path, byte[] bytes) {
        if (this.files.size() - this.skipped >= this.maxFiles) {
            throw tooMany(this.maxFiles).asException();
        }
        put(new InputFile(path, bytes));
    }

    /// Takes note of something that is not looked at.
    /// @param path of a file or a directory
    /// @param reason why; lower-case start, no full stop
    /// @throws ProblemException when there are too many, or one of the same path
    void skip(String path, String reason) {
        if (this.skipped >= (long) SKIPPED_PER_FILE * this.maxFiles) {
            throw tooMany(this.maxFiles).asException();
        }
        this.skipped++;
        put(InputFile.skipped(path, reason));
    }

    /// The content of a file that was taken, or null when there is none of this path.
    byte @Nullable [] bytes(String path) {
        InputFile file = this.files.get(path);
        return (file == null || file.skipped() != null) ? null : file.bytes();
    }

    /// Whether there is something of this path.
    boolean has(String path) {
        return this.files.containsKey(path);
    }

    /// All of them.
    /// @throws ProblemException when none has anything in it
    List<InputFile> files() {
        boolean nothing = this.files.values()
            .stream()
            .allMatch((file) -> file.skipped() != null || RawDocumentDecoder.isBlank(file.bytes()));
        if (nothing) {
            throw Problem.of(ProblemType.EMPTY_BODY, nothing()).with("command", this.command).asException();
        }
        return List.copyOf(this.files.values());
    }

    private String nothing() {
        if (this.skipped == 0) {
            return "There is no file with something in it.";
        }
        InputFile first = this.files.values()
            .stream()
            .filter((file) -> file.skipped() != null)
            .findFirst()
            .orElseThrow();
        return "There is no file that can be analysed. " + Excerpt.of(first.uri()) + " is left out: " + first.skipped()
                + ".";
    }

    private void put(InputFile file) {
        if (this.files.putIfAbsent(file.uri(), file) != null) {
            throw Problem
                .of(ProblemType.DUPLICATE_PATH, "Two files are named " + Excerpt.of(file.uri())
                        + ". Give each a path of its own: in a form, curl drops directories unless the part says "
                        + "`;filename=`.")
                .with("entry", file.uri())
                .with("command", this.command)
                .asException();
        }
    }

    /// The problem of a request with more files than the limit.
    static Problem tooMany(int limit) {
        return Problem.of(ProblemType.TOO_MANY_FILES, "The limit is " + limit + " files in a request.")
            .with("limit", limit);
    }

}
