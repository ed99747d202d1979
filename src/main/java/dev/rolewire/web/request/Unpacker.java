package dev.rolewire.web.request;

import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.problem.ProblemType;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// Unpacks one archive into files, in memory. What it unpacks to is counted as it comes, whatever the archive says of its
/// sizes; archives in it are not opened.
final class Unpacker {

    private static final int BUFFER = 8192;

    private final FileCollector files;

    private final Limits limits;

    private final Allowance allowance;

    private final LongConsumer held;

    private final String directory;

    /// Prepares for one archive.
    /// @param files takes the files
    /// @param limits of one document, and of all that the archive unpacks to
    /// @param held is told how many bytes are unpacked
    /// @param directory where the archive lies; its paths are relative to it
    Unpacker(FileCollector files, Limits limits, LongConsumer held, String directory) {
        this.files = files;
        this.limits = limits;
        long limit = limits.maxRequestSize().toBytes();
        Problem beyond = Problem
            .of(ProblemType.REQUEST_TOO_LARGE,
                    "The archive unpacks to more than the limit of " + limit
                            + " bytes. Leave out what is no template, plan or Terraform configuration.")
            .with("limit", limit)
            .with("command", Commands.ARCHIVE);
        this.allowance = new Allowance(limit, beyond, held);
        this.held = held;
        this.directory = directory;
    }

    /// Unpacks an archive that is held already.
    /// @param kind of it, one that is unpacked
    /// @param name the path of the archive, or empty
    /// @throws ProblemException when the archive is malformed, or beyond a limit
    void unpack(ArchiveKind kind, byte[] bytes, String name) {
        if (kind == ArchiveKind.ZIP) {
            new ZipReader(this).read(bytes);
        }
        else {
            unpack(kind, new ByteArrayInputStream(bytes), name);
        }
    }

    /// Unpacks a tar or gzip as it comes.
    /// @param kind of it
    /// @param name the path of the archive, or empty
    /// @throws ProblemException when the archive is malformed, or beyond a limit
    void unpack(ArchiveKind kind, InputStream in, String name) {
        if (kind == ArchiveKind.TAR) {
            new TarReader(this).read(new BoundedInputStream(in, this.allowance));
        }
        else {
            gunzip(in, name);
        }
    }

    /// A path of the archive as a path of the bundle.
    String placed(String path) {
        return (this.directory.isEmpty() || path.isEmpty()) ? path : this.directory + "/" + path;
    }

    /// The files that are there already.
    FileCollector files() {
        return this.files;
    }

    /// Takes memory for a list of the entries, before it is made.
    /// @param count how many entries there are at most
    /// @param perFile how many there may be for each file of a request
    /// @param size of an entry in the list, in bytes
    /// @throws ProblemException when there are too many
    void expect(int count, int perFile, int size) {
        if (count > (long) perFile * this.limits.maxFiles()) {
            throw FileCollector.tooMany(this.limits.maxFiles()).with("command", Commands.ARCHIVE).asException();
        }
        this.held.accept((long) count * size);
    }

    /// A stream whose bytes count as unpacked.
    InputStream counted(InputStream in) {
        return new BoundedInputStream(in, this.allowance);
    }

    /// Whether an entry is left out, which is noted.
    boolean leavesOut(String path, boolean isDirectory) {
        Optional<IgnoredPaths.Ignored> ignored = IgnoredPaths.of(path, isDirectory);
        ignored.filter((each) -> !this.files.has(placed(each.path())))
            .ifPresent((each) -> this.files.skip(placed(each.path()), each.reason()));
        return ignored.isPresent();
    }

    /// Reads a file of the archive.
    /// @param in its bytes, counted
    void entry(String path, InputStream in) throws IOException {
        int most = (int) this.limits.maxDocumentSize().toBytes();
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            large(path, bytes, in);
            return;
        }
        ArchiveKind nested = ArchiveKind.of(bytes).orElse(null);
        if (nested == null) {
            this.files.add(placed(path), bytes);
        }
        else {
            this.files.skip(placed(path), Archives.notOpened(nested));
        }
    }

    /// A plan may be larger than other documents. A large file that is nothing of ours is
    /// left out, a large template or configuration ends the call: left out, it would look
    /// as if it were fine.
    private void large(String path, byte[] start, InputStream in) throws IOException {
        if (new DocumentStart(start).isPlan()) {
            long most = this.limits.maxPlanSize().toBytes();
            byte[] rest = in.readNBytes((int) Math.max(0, most - start.length) + 1);
            if (start.length + rest.length > most) {
                throw DocumentLimit.beyond(path, most, true).asException();
            }
            this.files.add(placed(path), Body.joined(start, rest));
            return;
        }
        long most = this.limits.maxDocumentSize().toBytes();
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String lower = path.toLowerCase(Locale.ROOT);
        boolean ours = text.contains("AWSTemplateFormatVersion") || text.contains("AWS::") || lower.endsWith(".tf")
                || lower.endsWith(".tf.json");
        if (ours) {
            throw DocumentLimit.beyond(path, most, false).asException();
        }
        this.files.skip(placed(path), "larger than the limit of " + most + " bytes for a document");
    }

    private void gunzip(InputStream in, String name) {
        try {
            GzipCompressorInputStream gzip = GzipCompressorInputStream.builder()
                .setInputStream(in)
                .setDecompressConcatenated(true)
                .get();
            BufferedInputStream plain = new BufferedInputStream(counted(gzip), BUFFER);
            plain.mark(ArchiveKind.LOOKED_AT);
            byte[] start = plain.readNBytes(ArchiveKind.LOOKED_AT);
            plain.reset();
            ArchiveKind kind = ArchiveKind.of(start).orElse(null);
            if (kind == ArchiveKind.TAR || isEmptyTar(start)) {
                new TarReader(this).read(plain);
            }
            else if (kind != null) {
                throw Archives.unsupported(kind).asException();
            }
            else {
                document(documentName(name, gzip.getMetaData().getFileName()), plain);
            }
        }
        catch (IOException broken) {
            throw malformed("", "it is not a whole gzip stream").asException();
        }
    }

    /// The end of a tar is a record of zeros.
    private static boolean isEmptyTar(byte[] start) {
        return start.length == ArchiveKind.LOOKED_AT && Arrays.equals(start, new byte[ArchiveKind.LOOKED_AT]);
    }

    private void document(String path, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) this.limits.maxDocumentSize().toBytes() + 1);
        DocumentLimit.check(bytes, this.limits);
        if (bytes.length > this.limits.maxDocumentSize().toBytes()) {
            bytes = Body.joined(bytes, in.readAllBytes());
            DocumentLimit.check(bytes, this.limits);
        }
        this.files.add(path.isEmpty() ? new DocumentStart(bytes).defaultName() : path, bytes);
    }

    /// `plan.json.gz` holds `plan.json`; without a name the one in the gzip header is
    /// taken.
    private static String documentName(String name, @Nullable String inHeader) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return name.substring(0, name.length() - 3);
        }
        if (!name.isEmpty() || inHeader == null || inHeader.chars().anyMatch(Character::isISOControl)) {
            return name;
        }
        return FilePath.of(inHeader);
    }

    /// The problem of an archive that cannot be read.
    /// @param entry the entry, or empty when it is not one
    static Problem malformed(String entry, String what) {
        String where = entry.isEmpty() ? "" : " at " + Excerpt.of(entry);
        Problem problem = Problem
            .of(ProblemType.MALFORMED_ARCHIVE,
                    "The archive cannot be unpacked" + where + ": " + what + ". Make it anew.")
            .with("command", Commands.ARCHIVE);
        return entry.isEmpty() ? problem : problem.with("entry", Excerpt.plain(entry));
    }

}
