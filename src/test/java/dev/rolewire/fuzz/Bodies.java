package dev.rolewire.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Bodies of every kind that the service takes.
final class Bodies {

    private static final String BOUNDARY = "boundary";

    private Bodies() {
    }

    /// A kind of body.
    enum Kind {

        RAW("application/yaml"), ZIP("application/zip"), TAR("application/x-tar"), GZIP("application/gzip"),
        FORM("multipart/form-data; boundary=" + BOUNDARY), ENVELOPE("application/vnd.rolewire.request+json");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return this.mediaType;
        }

        /// A body with two files.
        byte[] body(byte[] template, byte[] configuration) {
            try {
                return switch (this) {
                    case RAW -> template;
                    case ZIP -> zip(template, configuration);
                    case TAR -> tar(template, configuration);
                    case GZIP -> gzip(tar(template, configuration));
                    case FORM -> form(template, configuration);
                    case ENVELOPE -> """
                            {"files": [{"path": "a/t.yaml", "content": "Resources: {A: {Type: 'AWS::IAM::Role'}}"},
                             {"path": "b.tf", "content": "YSA9IDEK", "encoding": "base64"}],
                             "options": {"failOn": "note", "rules": {"disable": ["yaml-alias"]}}}"""
                        .getBytes(StandardCharsets.UTF_8);
                };
            }
            catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

    }

    /// A request as it goes over the line.
    static byte[] request(String methodAndPath, String mediaType, byte[] body) {
        String head = methodAndPath
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: */*\r\nContent-Type: " + mediaType
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] zip(byte[] template, byte[] configuration) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("a/t.yaml"));
            out.write(template);
            out.putNextEntry(new ZipEntry("main.tf"));
            out.write(configuration);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(byte[] template, byte[] configuration) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            entry(out, "a/t.yaml", template);
            entry(out, "main.tf", configuration);
        }
        return bytes.toByteArray();
    }

    private static void entry(TarArchiveOutputStream out, String path, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setSize(content.length);
        entry.setModTime(0);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] form(byte[] template, byte[] configuration) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part(out, "name=\"file\"; filename=\"a/t.yaml\"", template);
        part(out, "name=\"file\"; filename=\"main.tf\"", configuration);
        part(out, "name=\"options\"", "{\"failOn\": \"error\"}".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String disposition, byte[] content) {
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

}
