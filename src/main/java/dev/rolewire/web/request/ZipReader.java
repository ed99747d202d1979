package dev.rolewire.web.request;

import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Reads the entries of a zip by its central directory, as every other program does: what the local headers alone hold is
/// not in the archive, and only the directory tells links from files.
final class ZipReader {

    /// An entry that is left out costs memory as well: so many for each file that there
    /// may be.
    private static final int ENTRIES_PER_FILE = 20;

    /// What the library keeps of an entry, roughly.
    private static final int BYTES_PER_ENTRY = 512;

    private final Unpacker unpacker;

    ZipReader(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    /// Reads all entries.
    /// @throws dev.rolewire.web.problem.ProblemException when it is malformed, encrypted,
    /// or beyond a limit
    void read(byte[] bytes) {
        this.unpacker.expect(directorySize(bytes), ENTRIES_PER_FILE, BYTES_PER_ENTRY);
        String last = "";
        try (ZipFile zip = ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setIgnoreLocalFileHeader(true)
            .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            refusePlan(entries);
            for (ZipArchiveEntry entry : entries) {
                last = name(entry);
                entry(last, entry, zip);
            }
        }
        catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException broken) {
            throw Unpacker.malformed(last, "the zip is damaged or ends early").asException();
        }
    }

    private void entry(String name, ZipArchiveEntry entry, ZipFile zip) throws IOException {
        String path = EntryPath.of(name);
        boolean directory = entry.isDirectory() || name.endsWith("/") || name.endsWith("\\");
        if (path.isEmpty() || this.unpacker.leavesOut(path, directory) || directory) {
            return;
        }
        int type = entry.getUnixMode() & 0170000;
        if (entry.isUnixSymlink()) {
            this.unpacker.files().skip(this.unpacker.placed(path), "a symbolic link, not followed");
        }
        else if (type != 0 && type != 0100000) {
            this.unpacker.files().skip(this.unpacker.placed(path), "neither a file nor a directory");
        }
        else {
            refuseUnreadable(path, entry, zip);
            content(path, entry, zip);
        }
    }

    private void content(String path, ZipArchiveEntry entry, ZipFile zip) throws IOException {
        InputStream raw = zip.getInputStream(entry);
        if (raw == null) {
            throw new EOFException();
        }
        try (CheckedInputStream in = new CheckedInputStream(this.unpacker.counted(raw), new CRC32())) {
            this.unpacker.entry(path, in);
            boolean whole = in.read() < 0;
            if (whole && in.getChecksum().getValue() != entry.getCrc()) {
                throw Unpacker.malformed(path, "its checksum is wrong").asException();
            }
        }
    }

    private static void refuseUnreadable(String path, ZipArchiveEntry entry, ZipFile zip) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Problem
                .of(ProblemType.ENCRYPTED_ARCHIVE,
                        "The entry " + Excerpt.of(path) + " is encrypted. Make the archive without a password.")
                .with("entry", Excerpt.plain(path))
                .with("command", Commands.ARCHIVE)
                .asException();
        }
        if (!zip.canReadEntryData(entry)) {
            throw Unpacker.malformed(path, "it is packed by method " + entry.getMethod() + ", which is not known here")
                .asException();
        }
    }

    /// The binary plan of Terraform is a zip.
    private static void refusePlan(List<ZipArchiveEntry> entries) {
        List<String> names = entries.stream().map(ZipArchiveEntry::getName).toList();
        if (names.contains("tfplan") && names.contains("tfstate")) {
            throw Archives.unsupported(ArchiveKind.TERRAFORM_PLAN).asException();
        }
    }

    private static String name(ZipArchiveEntry entry) {
        boolean unicode = entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
        byte[] raw = entry.getRawName();
        return (unicode || raw == null) ? entry.getName()
                : EntryPath.decoded(raw, entry.getGeneralPurposeBit().usesUTF8ForNames());
    }

    /// How many headers of a central directory the bytes have at most.
    private static int directorySize(byte[] bytes) {
        int count = 0;
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                count++;
            }
        }
        return count;
    }

}
