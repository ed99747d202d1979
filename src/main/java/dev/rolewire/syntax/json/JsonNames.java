package dev.rolewire.syntax.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Texts that come again and again, such as keys and resource types: each is made once.
final class JsonNames {

    private static final int SIZE = 1 << 13;

    private static final int LONGEST = 120;

    private final @Nullable String[] names = new @Nullable String[SIZE];

    private int count;

    /// The text of a range of bytes.
    /// @return null when it is long or has characters that are written otherwise than
    /// they
    /// are
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
        for (int slot = spread(hash);; slot = (slot + 1) & (SIZE - 1)) {
            String name = this.names[slot];
            if (name == null) {
                String made = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
                if (this.count < SIZE / 2) {
                    this.names[slot] = made;
                    this.count++;
                }
                return made;
            }
            if (name.hashCode() == hash && equal(name, bytes, start, end)) {
                return name;
            }
        }
    }

    private static int spread(int hash) {
        return (hash ^ (hash >>> 15)) * 0x9E3779B1 >>> 19;
    }

    static boolean equal(String name, byte[] bytes, int start, int end) {
        if (name.length() != end - start) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != bytes[start + i]) {
                return false;
            }
        }
        return true;
    }

}
