package dev.rolewire.web.request;

import dev.rolewire.source.Content;
import dev.rolewire.web.connection.Pace;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// The body of one request: its type, and its bytes once they are asked for. It is read from the connection itself, never
/// through the parameters of the servlet API, which would take a document for an HTML form.
public final class Body {

    private final HttpServletRequest request;

    private final MemoryBudget.Share share;

    private final @Nullable MediaType type;

    private @Nullable InputStream opened;

    private Body(HttpServletRequest request, MemoryBudget.Share share, @Nullable MediaType type) {
        this.request = request;
        this.share = share;
        this.type = type;
    }

    /// Looks at the headers of a request.
    /// @throws ProblemException when its content type is none
    public static Body of(HttpServletRequest request, MemoryBudget.Share share) {
        String header = request.getContentType();
        try {
            return new Body(request, share,
                    (header == null || header.isBlank()) ? null : MediaType.parseMediaType(header));
        }
        catch (InvalidMediaTypeException malformed) {
            throw BodyDecoders.unsupported("The `Content-Type` header is malformed.").asException();
        }
    }

    /// The media type, or null when the client sent none.
    @Nullable MediaType type() {
        return this.type;
    }

    /// Whether the body has a media type, whatever its parameters.
    boolean is(String mediaType) {
        return this.type != null && this.type.equalsTypeAndSubtype(MediaType.parseMediaType(mediaType));
    }

    /// The first bytes, unpacked, which are read again later.
    /// @param limit of the body as sent, in bytes: one that says that it is larger is not
    /// waited for
    /// @throws ProblemException when it does not arrive, or says that it is too large
    byte[] start(long limit) {
        refuseLength(limit, beyond(limit));
        try {
            InputStream in = open();
            in.mark(ArchiveKind.LOOKED_AT);
            byte[] start = in.readNBytes(ArchiveKind.LOOKED_AT);
            in.reset();
            return start;
        }
        catch (IOException broken) {
            throw broken();
        }
    }

    /// The body, unpacked, for one who reads it piece by piece.
    /// @param limit in bytes, as sent and once unpacked
    /// @throws ProblemException when it says that it is too large; reading throws it too
    InputStream stream(long limit) {
        return stream(limit, (bytes) -> {
        });
    }

    private InputStream stream(long limit, LongConsumer held) {
        Problem beyond = beyond(limit);
        refuseLength(limit, beyond);
        try {
            return new BoundedInputStream(open(), new Allowance(limit, beyond, held));
        }
        catch (IOException broken) {
            throw broken();
        }
    }

    /// Reads all of the body, unpacked.
    /// @param limit in bytes, as sent and once unpacked
    /// @throws ProblemException when it is larger, or does not arrive whole
    byte[] read(long limit) {
        return read(limit, limit, (start) -> {
        });
    }

    /// Reads all of the body, unpacked, and has its beginning judged before a large one
    /// is
    /// read further.
    /// @param limit in bytes, as sent and once unpacked
    /// @param judgedAbove a body of more bytes is judged
    /// @param judge gets one byte more than `judgedAbove`; ends the call when that is too
    /// large for what it is
    /// @throws ProblemException when it is larger, or does not arrive whole
    byte[] read(long limit, long judgedAbove, Consumer<byte[]> judge) {
        try (InputStream in = stream(limit, this.share::take)) {
            byte[] start = in.readNBytes(Math.toIntExact(Math.min(judgedAbove, Integer.MAX_VALUE - 16) + 1));
            if (start.length <= judgedAbove) {
                return start;
            }
            judge.accept(start);
            return joined(start, in.readAllBytes());
        }
        catch (IOException broken) {
            throw broken();
        }
    }

    /// Reads all of the body, unpacked: a small one into memory, a large one into a file
    /// that is gone with the request.
    /// @param limit in bytes, as sent and once unpacked
    /// @param heldUpTo how many bytes are held in memory
    /// @param judge gets the beginning of a larger one; ends the call when that is too
    /// large for what it is
    /// @param charset of the body, or null for UTF-8, and for UTF-16 with a byte order
    /// mark
    /// @throws ProblemException when it is larger, does not arrive whole, or as many
    /// large
    /// ones are there as this instance takes
    Content content(long limit, long heldUpTo, Consumer<byte[]> judge, @Nullable Charset charset) {
        try (InputStream in = stream(limit, (count) -> {
        })) {
            byte[] start = in.readNBytes(Math.toIntExact(Math.min(heldUpTo, Integer.MAX_VALUE - 16) + 1));
            this.share.take(start.length);
            if (start.length <= heldUpTo) {
                return Content.of(start);
            }
            judge.accept(start);
            SpoolFile file = this.share.spool();
            file.fill(new SequenceInputStream(new ByteArrayInputStream(start), in),
                    charset == null ? utf16(start) : charset);
            this.share.give(start.length);
            return file;
        }
        catch (IOException broken) {
            throw broken();
        }
    }

    private static @Nullable Charset utf16(byte[] start) {
        boolean little = (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE;
        boolean big = (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF;
        return little || big ? StandardCharsets.UTF_16 : null;
    }

    /// Takes memory for what is made of the body.
    /// @throws ProblemException when the bodies of others leave no room
    void hold(long bytes) {
        this.share.take(bytes);
    }

    private void refuseLength(long limit, Problem beyond) {
        if (this.request.getContentLengthLong() > limit) {
            throw beyond.asException();
        }
    }

    private static Problem beyond(long limit) {
        return Problem.of(ProblemType.REQUEST_TOO_LARGE, "The body is larger than the limit of " + limit + " bytes.")
            .with("limit", limit);
    }

    private static ProblemException broken() {
        return Problem.of(ProblemType.MALFORMED_GZIP, "The body is not a whole gzip stream.").asException();
    }

    static byte[] joined(byte[] start, byte[] rest) {
        byte[] all = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        return all;
    }

    private InputStream open() throws IOException {
        InputStream known = this.opened;
        if (known == null) {
            boolean packed = isGzip();
            InputStream sent = new ConnectionInputStream(this.request.getInputStream(), Pace.of(this.request));
            known = new BufferedInputStream(packed ? new GZIPInputStream(sent, 8192) : sent, 8192);
            this.opened = known;
        }
        return known;
    }

    private boolean isGzip() {
        String header = this.request.getHeader("Content-Encoding");
        String encoding = (header == null) ? "" : header.strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw Problem
                .of(ProblemType.UNSUPPORTED_CONTENT_ENCODING,
                        "Send the body as it is, or with `Content-Encoding: gzip`.")
                .withHeader("Accept-Encoding", "gzip")
                .asException();
        };
    }

}
