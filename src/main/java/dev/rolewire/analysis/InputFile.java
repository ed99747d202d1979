package dev.rolewire.analysis;

import org.jspecify.annotations.Nullable;

/// One file of a request, as it came.
///
/// @param uri its path relative to the bundle's root, with forward slashes
/// @param bytes its content; not copied, not changed
/// @param skipped why it is not looked at, lower-case start, no full stop; null when it is
public record InputFile(String uri, byte[] bytes, @Nullable String skipped) {

    /// A file that is looked at.
    public InputFile(String uri, byte[] bytes) {
        this(uri, bytes, null);
    }

    /// A file or directory that is only listed in the report.
    /// @param reason why; lower-case start, no full stop
    public static InputFile skipped(String uri, String reason) {
        return new InputFile(uri, new byte[0], reason);
    }

}
