package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.problem.ProblemType;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/// The body on its way. What goes wrong with the connection ends the call here, so that whoever unpacks the body knows that
/// any other failure is the body's own.
final class ConnectionInputStream extends FilterInputStream {

    ConnectionInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() {
        try {
            return super.read();
        }
        catch (IOException broken) {
            throw broken(broken);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        }
        catch (IOException broken) {
            throw broken(broken);
        }
    }

    @Override
    public long skip(long count) {
        try {
            return super.skip(count);
        }
        catch (IOException broken) {
            throw broken(broken);
        }
    }

    private static ProblemException broken(IOException cause) {
        return switch (cause) {
            case SocketTimeoutException _ ->
                Problem.of(ProblemType.REQUEST_TIMEOUT, "Send the body without pauses.").asException();
            case EOFException _ -> Problem.of(ProblemType.BAD_REQUEST, "The body ended early.").asException();
            default -> Problem.of(ProblemType.BAD_REQUEST, "The body could not be read to its end.").asException();
        };
    }

}
