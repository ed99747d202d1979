package dev.rolewire.analysis;

import dev.rolewire.source.Content;

/// One file of a request, as it came.
///
/// @param uri its path relative to the bundle's root, with forward slashes
/// @param content its bytes
public record InputFile(String uri, Content content) {

    /// A file in memory.
    /// @param bytes its content; not copied, not changed
    public InputFile(String uri, byte[] bytes) {
        this(uri, Content.of(bytes));
    }

    /// All bytes of the content, which are read when they are not in memory.
    public byte[] bytes() {
        return this.content.bytes();
    }

}
