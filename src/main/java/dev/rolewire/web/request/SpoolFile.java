package dev.rolewire.web.request;

import dev.rolewire.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A body that is too large to be held, in a file that nobody else sees: where the system allows it, its name is gone as
/// soon as it is open, so that not even a crash leaves it behind; elsewhere it is deleted when it is closed.
final class SpoolFile implements Content, AutoCloseable {

    private final FileChannel channel;

    private long size;

    private SpoolFile(FileChannel channel) {
        this.channel = channel;
    }

    /// Opens an empty file in the directory for temporary files.
    static SpoolFile open() throws IOException {
        Path path = Files.createTempFile("rolewire-", ".spool");
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        catch (IOException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
        try {
            Files.deleteIfExists(path);
        }
        catch (IOException inUse) {
            // Deleted when it is closed.
        }
        return new SpoolFile(channel);
    }

    /// Writes all of a body, as UTF-8.
    /// @param body not closed
    /// @param charset what it is written in, or null for UTF-8
    void fill(InputStream body, @Nullable Charset charset) throws IOException {
        OutputStream out = Channels.newOutputStream(this.channel);
        if (charset == null) {
            body.transferTo(out);
        }
        else {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            new InputStreamReader(body, charset).transferTo(writer);
            writer.flush();
        }
        this.size = this.channel.size();
    }

    @Override
    public long size() {
        return this.size;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
            while (buffer.hasRemaining() && this.channel.read(buffer, position + buffer.position() - offset) > 0) {
                // A channel may give less than there is.
            }
            return buffer.position() - offset;
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            this.channel.close();
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

}
