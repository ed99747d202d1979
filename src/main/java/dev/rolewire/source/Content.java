package dev.rolewire.source;

import java.util.Arrays;

/// The bytes of a file, which can be read at any place and more than once: held in memory, or kept somewhere else by
/// whoever made it. The core opens nothing.
public interface Content {

    /// How many bytes there are.
    long size();

    /// Reads some bytes.
    /// @param position where to start, from 0
    /// @param target takes the bytes
    /// @param offset where in `target`
    /// @param length how many
    /// @return how many were read: fewer only where the content ends, 0 beyond its end
    /// @throws java.io.UncheckedIOException when they cannot be read
    int read(long position, byte[] target, int offset, int length);

    /// All bytes; not to be changed.
    /// @throws IllegalStateException when they are more than an array holds
    default byte[] bytes() {
        if (size() > Integer.MAX_VALUE - 16) {
            throw new IllegalStateException("a content of " + size() + " bytes is too large to be held");
        }
        byte[] all = new byte[(int) size()];
        int count = read(0, all, 0, all.length);
        return count == all.length ? all : Arrays.copyOf(all, count);
    }

    /// Bytes in memory.
    /// @param bytes not copied, not changed
    static Content of(byte[] bytes) {
        return new HeldContent(bytes);
    }

}
