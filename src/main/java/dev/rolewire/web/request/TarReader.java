package dev.rolewire.web.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Reads the entries of a tar as they come.
final class TarReader {

    private final Unpacker unpacker;

    TarReader(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    /// Reads to the end.
    /// @param in the tar, counted
    /// @throws dev.rolewire.web.problem.ProblemException when it is malformed, or beyond
    /// a
    /// limit
    void read(InputStream in) {
        String last = "";
        // The caller closes the stream.
        @SuppressWarnings("resource")
        TarArchiveInputStream tar = new TarArchiveInputStream(in, StandardCharsets.ISO_8859_1.name());
        try {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                last = EntryPath.decoded(entry.getName());
                entry(EntryPath.of(last), entry, tar);
            }
        }
        catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw Unpacker.malformed(last, "the tar is damaged or ends early").asException();
        }
    }

    private void entry(String path, TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        boolean silent = path.isEmpty() || this.unpacker.leavesOut(path, entry.isDirectory()) || entry.isDirectory();
        if (silent) {
            return;
        }
        if (entry.isLink()) {
            hardLink(path, EntryPath.of(EntryPath.decoded(entry.getLinkName())));
        }
        else if (entry.isSymbolicLink()) {
            skip(path, "a symbolic link, not followed");
        }
        else if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
            skip(path, "neither a file nor a directory");
        }
        else {
            // The tar's own stream ends with the entry.
            this.unpacker.entry(path, tar);
        }
    }

    /// A second name of a file that came before.
    private void hardLink(String path, String target) {
        byte[] bytes = this.unpacker.files().bytes(this.unpacker.placed(target));
        if (bytes == null) {
            skip(path, "a hard link to something that is not in the archive");
        }
        else {
            this.unpacker.files().add(this.unpacker.placed(path), bytes);
        }
    }

    private void skip(String path, String reason) {
        this.unpacker.files().skip(this.unpacker.placed(path), reason);
    }

}
