package dev.rolewire.syntax.json;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/// Short texts that were read last: what belongs together in a plan says the same names.
final class JsonRecent {

    private static final int SIZE = 1 << 12;

    private static final int LONGEST = 80;

    private final @Nullable String[] texts = new @Nullable String[SIZE];

    /// The text of a range of bytes.
    /// @return null when it is long or has characters that are written otherwise than
    /// they are
    @Nullable String get(byte[] bytes, int start, int end) {
        if (end - start > LONGEST || end < start) {
            return null;
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (b < 0 || b == '\\') {
                return null;
            }
            hash = hash * 31 + b;
        }
        int slot = ((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 20;
        String known = this.texts[slot];
        if (known == null || known.hashCode() != hash || !JsonNames.equal(known, bytes, start, end)) {
            known = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
            this.texts[slot] = known;
        }
        return known;
    }

}
