package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits a `multipart/form-data` body (RFC 7578, RFC 2046 section 5.1).
///
/// The servlet container would do it, but strips directories from file names, takes backslashes in them for escapes, and
/// writes to disk what is to be kept nowhere.
final class Multipart {

    private static final int LONGEST_HEADERS = 16 * 1024;

    /// One part.
    ///
    /// @param name of the form field
    /// @param fileName as sent, or null
    /// @param content its bytes
    record Part(String name, @Nullable String fileName, byte[] content) {

    }

    private final byte[] body;

    private final byte[] delimiter;

    private final int maxParts;

    private Multipart(byte[] body, String boundary, int maxParts) {
        this.body = body;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.maxParts = maxParts;
    }

    /// Splits a body.
    /// @param boundary of the `Content-Type`, without quotes
    /// @param maxParts how many parts there may be
    /// @throws dev.rolewire.web.problem.ProblemException when it is malformed, or has
    /// more parts
    static List<Part> parse(byte[] body, String boundary, int maxParts) {
        return new Multipart(body, boundary, maxParts).parts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int at = delimiterFrom(0);
        if (at < 0) {
            throw malformed("the boundary of the `Content-Type` header is not in the body").asException();
        }
        at += this.delimiter.length;
        while (!startsWith(at, "--")) {
            int start = lineEnd(at);
            int next = delimiterFrom(start);
            if (next < 0) {
                throw malformed("the last part has no end: the closing boundary is missing").asException();
            }
            if (parts.size() == this.maxParts) {
                throw FileCollector.tooMany(this.maxParts - 1).asException();
            }
            parts.add(part(start, contentEnd(start, next)));
            at = next + this.delimiter.length;
        }
        return parts;
    }

    /// The line break before a delimiter belongs to it.
    private int contentEnd(int start, int delimiter) {
        int end = delimiter;
        if (end > start && this.body[end - 1] == '\n') {
            end--;
            if (end > start && this.body[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }

    /// The next delimiter at the start of a line, or -1.
    private int delimiterFrom(int from) {
        int last = this.body.length - this.delimiter.length;
        for (int i = from; i <= last; i++) {
            boolean lineStart = i == 0 || this.body[i - 1] == '\n';
            if (lineStart && Arrays.equals(this.body, i, i + this.delimiter.length, this.delimiter, 0,
                    this.delimiter.length)) {
                return i;
            }
        }
        return -1;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < this.body.length && (this.body[i] == ' ' || this.body[i] == '\t' || this.body[i] == '\r')) {
            i++;
        }
        if (i >= this.body.length || this.body[i] != '\n') {
            throw malformed("a boundary is not followed by a line break").asException();
        }
        return i + 1;
    }

    private Part part(int start, int end) {
        @Nullable String disposition = null;
        int at = start;
        String line = line(start, at, end);
        while (!line.isEmpty()) {
            if (line.regionMatches(true, 0, "Content-Disposition:", 0, 20)) {
                disposition = line.substring(20);
            }
            refuseEncoded(line);
            at = afterLine(at, end);
            line = line(start, at, end);
        }
        if (disposition == null) {
            throw malformed("a part has no `Content-Disposition` header").asException();
        }
        Disposition parsed = Disposition.parse(disposition);
        if (parsed.name() == null) {
            throw malformed("a part has no name").asException();
        }
        return new Part(parsed.name(), parsed.fileName(), Arrays.copyOfRange(this.body, afterLine(at, end), end));
    }

    /// The header line at an offset, without its line break; empty after the last one.
    private String line(int start, int at, int end) {
        int lineEnd = lineFeed(at, end);
        if ((lineEnd == end && lineEnd > at) || lineEnd - start > LONGEST_HEADERS) {
            throw malformed("a part has no empty line after its headers").asException();
        }
        return new String(this.body, at, lineEnd - at, StandardCharsets.UTF_8).strip();
    }

    private int afterLine(int at, int end) {
        return Math.min(lineFeed(at, end) + 1, end);
    }

    private int lineFeed(int at, int end) {
        int i = at;
        while (i < end && this.body[i] != '\n') {
            i++;
        }
        return i;
    }

    private static void refuseEncoded(String line) {
        if (line.regionMatches(true, 0, "Content-Transfer-Encoding:", 0, 26)) {
            String encoding = line.substring(26).strip();
            if (encoding.equalsIgnoreCase("base64") || encoding.equalsIgnoreCase("quoted-printable")) {
                throw malformed("a part has a transfer encoding, which RFC 7578 deprecates; send its bytes")
                    .asException();
            }
        }
    }

    private boolean startsWith(int at, String text) {
        return at + text.length() <= this.body.length
                && new String(this.body, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    /// The problem of a body that cannot be split.
    static Problem malformed(String what) {
        return Problem.of(ProblemType.MALFORMED_MULTIPART, "The multipart body cannot be split: " + what + ".")
            .with("command", Commands.FILES);
    }

}
