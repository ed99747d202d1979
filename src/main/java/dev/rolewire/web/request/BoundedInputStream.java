package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what is read, and ends the call beyond a limit: a body without a length, or one that unpacks to more than it
/// weighs, is read no further than that.
final class BoundedInputStream extends FilterInputStream {

    private final long limit;

    private final Problem beyond;

    private final MemoryBudget.Share share;

    private long count;

    BoundedInputStream(InputStream in, long limit, Problem beyond, MemoryBudget.Share share) {
        super(in);
        this.limit = limit;
        this.beyond = beyond;
        this.share = share;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int read) {
        this.count += read;
        if (this.count > this.limit) {
            throw this.beyond.asException();
        }
        this.share.take(read);
    }

}
