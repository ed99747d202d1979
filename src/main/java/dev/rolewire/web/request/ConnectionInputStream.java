package dev.rolewire.web.request;

import dev.rolewire.web.connection.Pace;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.problem.ProblemType;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/// The body on its way. What goes wrong with the connection ends the call here, so that whoever unpacks the body knows that
/// any other failure is the body's own.
final class ConnectionInputStream extends FilterInputStream {

    private final @Nullable Pace pace;

    /// Reads from a connection.
    /// @param pace of the request, or null when nobody watches it
    ConnectionInputStream(InputStream in, @Nullable Pace pace) {
        super(in);
        this.pace = pace;
        if (pace != null) {
            pace.reading();
        }
    }

    @Override
    public int read() {
        try {
            int value = super.read();
            count(1);
            return value;
        }
        catch (IOException broken) {
            throw broken(broken);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }
        catch (IOException broken) {
            throw broken(broken);
        }
    }

    @Override
    public long skip(long count) {
        try {
            long skipped = super.skip(count);
            count(skipped);
            return skipped;
        }
        catch (IOException broken) {
            throw broken(broken);
        }
    }

    private void count(long bytes) {
        if (this.pace != null) {
            this.pace.count(Math.max(0, bytes));
            if (this.pace.isTooSlow()) {
                throw late();
            }
        }
    }

    private static ProblemException late() {
        return Problem.of(ProblemType.REQUEST_TIMEOUT, "Send the body faster and without pauses.")
            .withHeader("Connection", "close")
            .asException();
    }

    private static ProblemException broken(IOException cause) {
        return switch (cause) {
            case SocketTimeoutException _ -> late();
            case EOFException _ -> Problem.of(ProblemType.BAD_REQUEST, "The body ended early.").asException();
            default -> Problem.of(ProblemType.BAD_REQUEST, "The body could not be read to its end.").asException();
        };
    }

}
