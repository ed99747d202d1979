package dev.rolewire.web.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what is read, and ends the call beyond a limit: a body without a length, or one that unpacks to more than it
/// weighs, is read no further than that.
final class BoundedInputStream extends FilterInputStream {

    private final Allowance allowance;

    BoundedInputStream(InputStream in, Allowance allowance) {
        super(in);
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            this.allowance.take(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            this.allowance.take(read);
        }
        return read;
    }

    /// Skipped bytes have been made as well.
    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        this.allowance.take(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

}
