package dev.rolewire.testing.fix;

import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// Finds the whole of a resource in a text.
final class Blocks {

    private Blocks() {
    }

    /// The lines of a resource.
    /// @param header its key, or the header of its block
    /// @return null when it does not fill whole lines
    static @Nullable Span around(String text, Span header, boolean hcl, boolean json) {
        int start = text.lastIndexOf('\n', header.start()) + 1;
        if (!text.substring(start, header.start()).isBlank()) {
            return null;
        }
        if (hcl || json) {
            return braces(text, start, header.end(), json);
        }
        String indent = text.substring(start, header.start());
        int end = text.indexOf('\n', header.end()) + 1;
        while (end > 0 && end < text.length()) {
            int next = text.indexOf('\n', end);
            String line = text.substring(end, next < 0 ? text.length() : next);
            boolean inside = line.isBlank() || line.startsWith(indent + " ") || line.strip().startsWith("#");
            if (!inside) {
                break;
            }
            end = next < 0 ? text.length() : next + 1;
        }
        return end <= 0 ? null : new Span(start, end);
    }

    private static @Nullable Span braces(String text, int start, int from, boolean json) {
        int at = text.indexOf('{', from);
        int depth = 0;
        while (at >= 0 && at < text.length()) {
            char c = text.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            at++;
            if (depth == 0) {
                break;
            }
        }
        if (at < 0 || depth != 0) {
            return null;
        }
        if (json && at < text.length() && text.charAt(at) != ',') {
            return null;
        }
        int end = text.indexOf('\n', at);
        return new Span(start, end < 0 ? text.length() : end + 1);
    }

}
