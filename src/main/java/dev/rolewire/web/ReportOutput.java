package dev.rolewire.web;

import dev.rolewire.web.connection.Pace;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Holds a report back until it is whole or larger than the buffer. A small report can then tell its length and the time
/// that rendering took, and a flaw while rendering is still a problem and not half a report; a large one is streamed.
final class ReportOutput extends OutputStream {

    private static final int HELD_BACK = 512 * 1024;

    private final HttpServletResponse response;

    private static final int PIECE = 16 * 1024;

    private final Timing timing;

    private final Pace pace;

    private byte[] buffer = new byte[8192];

    private int count;

    private boolean streaming;

    ReportOutput(HttpServletResponse response, Timing timing, Pace pace) {
        this.response = response;
        this.timing = timing;
        this.pace = pace;
        pace.writing();
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] { (byte) value }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!this.streaming && this.count + length > HELD_BACK) {
            this.streaming = true;
            this.response.setHeader(Timing.HEADER, this.timing.header());
            send(this.buffer, 0, this.count);
        }
        if (this.streaming) {
            send(bytes, offset, length);
            return;
        }
        if (this.count + length > this.buffer.length) {
            this.buffer = Arrays.copyOf(this.buffer, Math.max(this.buffer.length * 2, this.count + length));
        }
        System.arraycopy(bytes, offset, this.buffer, this.count, length);
        this.count += length;
    }

    /// Sends what is held back, after the report is whole.
    void finish() throws IOException {
        if (!this.streaming) {
            this.timing.rendered();
            this.response.setHeader(Timing.HEADER, this.timing.header());
            this.response.setContentLength(this.count);
            send(this.buffer, 0, this.count);
        }
        this.response.flushBuffer();
    }

    /// Sends piece by piece, so that the guard sees how far it has come.
    private void send(byte[] bytes, int offset, int length) throws IOException {
        for (int sent = 0; sent < length; sent += PIECE) {
            int piece = Math.min(PIECE, length - sent);
            this.response.getOutputStream().write(bytes, offset + sent, piece);
            this.pace.count(piece);
        }
    }

}
