package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// The body of one request: its type, and its bytes once they are asked for. It is read from the connection itself, never
/// through the parameters of the servlet API, which would take a document for an HTML form.
public final class Body {

    private final HttpServletRequest request;

    private final MemoryBudget.Share share;

    private final @Nullable MediaType type;

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
        Problem beyond = Problem
            .of(ProblemType.REQUEST_TOO_LARGE, "The body is larger than the limit of " + limit + " bytes.")
            .with("limit", limit);
        if (this.request.getContentLengthLong() > limit) {
            throw beyond.asException();
        }
        boolean packed = isGzip();
        try (InputStream in = open(packed, limit, beyond)) {
            byte[] start = in.readNBytes(Math.toIntExact(Math.min(judgedAbove, Integer.MAX_VALUE - 16) + 1));
            if (start.length <= judgedAbove) {
                return start;
            }
            judge.accept(start);
            return joined(start, in.readAllBytes());
        }
        catch (ZipException | EOFException broken) {
            throw (packed ? Problem.of(ProblemType.MALFORMED_GZIP, "The body is not a whole gzip stream.")
                    : Problem.of(ProblemType.BAD_REQUEST, "The body ended early."))
                .asException();
        }
        catch (SocketTimeoutException slow) {
            throw Problem.of(ProblemType.REQUEST_TIMEOUT, "Send the body without pauses.").asException();
        }
        catch (IOException broken) {
            throw Problem.of(ProblemType.BAD_REQUEST, "The body could not be read to its end.").asException();
        }
    }

    private static byte[] joined(byte[] start, byte[] rest) {
        byte[] all = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        return all;
    }

    private InputStream open(boolean packed, long limit, Problem beyond) throws IOException {
        InputStream sent = this.request.getInputStream();
        return new BoundedInputStream(packed ? new GZIPInputStream(sent, 8192) : sent, limit, beyond, this.share);
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
