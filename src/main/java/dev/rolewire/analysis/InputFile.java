package dev.rolewire.analysis;

import dev.rolewire.source.Content;
import org.jspecify.annotations.Nullable;

/// One file of a request, as it came.
///
/// @param uri its path relative to the bundle's root, with forward slashes
/// @param content its bytes
/// @param skipped why it is not looked at, lower-case start, no full stop; null when it is
public record InputFile(String uri, Content content, @Nullable String skipped) {

    /// A file in memory.
    /// @param bytes its content; not copied, not changed
    public InputFile(String uri, byte[] bytes) {
        this(uri, Content.of(bytes), null);
    }

    /// A file that is looked at.
    public InputFile(String uri, Content content) {
        this(uri, content, null);
    }

    /// A file or directory that is only listed in the report.
    /// @param reason why; lower-case start, no full stop
    public static InputFile skipped(String uri, String reason) {
        return new InputFile(uri, Content.of(new byte[0]), reason);
    }

    /// All bytes of the content, which are read when they are not in memory.
    public byte[] bytes() {
        return this.content.bytes();
    }

}
