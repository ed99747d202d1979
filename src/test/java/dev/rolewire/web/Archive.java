package dev.rolewire.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// Archives as clients make them, in memory.
final class Archive {

    private static final int REGULAR = 0100644;

    private static final int LINK = 0120777;

    private Archive() {
    }

    /// A zip of path, content, path, content, ... as the JDK writes it: streamed, sizes
    /// behind the data.
    static byte[] zip(String... pathsAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < pathsAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(pathsAndContents[i]));
                zip.write(pathsAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }

    /// A zip that other programs make.
    static final class Zip {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(this.bytes);

        /// Writes sizes of 64 bits, whether needed or not.
        Zip zip64() {
            this.zip.setUseZip64(Zip64Mode.Always);
            return this;
        }

        /// Writes names in another encoding, without a mark.
        Zip encoding(String encoding) {
            this.zip.setEncoding(encoding);
            this.zip.setUseLanguageEncodingFlag(false);
            return this;
        }

        Zip file(String path, String content) {
            return entry(path, content, REGULAR);
        }

        Zip link(String path, String target) {
            return entry(path, target, LINK);
        }

        /// An entry of any type of Unix.
        Zip entry(String path, String content, int mode) {
            try {
                ZipArchiveEntry entry = new ZipArchiveEntry(path);
                entry.setUnixMode(mode);
                this.zip.putArchiveEntry(entry);
                this.zip.write(content.getBytes(StandardCharsets.UTF_8));
                this.zip.closeArchiveEntry();
                return this;
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

        byte[] bytes() {
            try {
                this.zip.close();
                return this.bytes.toByteArray();
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

    }

    /// A tar.
    static final class Tar {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private final TarArchiveOutputStream tar = new TarArchiveOutputStream(this.bytes, "UTF-8");

        Tar() {
            this.tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        }

        Tar file(String path, String content) {
            return entry(new TarArchiveEntry(path, true), content);
        }

        /// An entry of a type that has no content.
        Tar entry(String path, byte type, String target) {
            TarArchiveEntry entry = new TarArchiveEntry(path, type);
            entry.setLinkName(target);
            return entry(entry, "");
        }

        private Tar entry(TarArchiveEntry entry, String content) {
            try {
                byte[] data = content.getBytes(StandardCharsets.UTF_8);
                entry.setSize(data.length);
                this.tar.putArchiveEntry(entry);
                this.tar.write(data);
                this.tar.closeArchiveEntry();
                return this;
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

        byte[] bytes() {
            try {
                this.tar.close();
                return this.bytes.toByteArray();
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

    }

}
