package dev.rolewire.syntax.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks at eight bytes of JSON text at a time.
final class JsonWords {

    /// How many bytes are looked at together.
    static final int SIZE = 8;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;

    private static final long HIGH = ONES << 7;

    private static final long QUOTES = ONES * '"';

    private static final long BACKSLASHES = ONES * '\\';

    private static final long SPACES = ONES * ' ';

    private JsonWords() {
    }

    /// The index of the first byte that ends or interrupts the plain ASCII text of a
    /// string: a quote, a backslash, a
    /// control character or a byte of another character.
    /// @return the first of the last bytes that were not looked at, when there is none
    /// before
    static int special(byte[] bytes, int from, int end) {
        int at = from;
        while (at + SIZE <= end) {
            long word = (long) WORDS.get(bytes, at);
            long found = (below(word ^ QUOTES, ONES) | below(word ^ BACKSLASHES, ONES) | below(word, SPACES) | word)
                    & HIGH;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += SIZE;
        }
        return at;
    }

    /// The index of the first quote or backslash.
    /// @return the first of the last bytes that were not looked at, when there is none
    /// before
    static int quote(byte[] bytes, int from, int end) {
        int at = from;
        while (at + SIZE <= end) {
            long word = (long) WORDS.get(bytes, at);
            long found = (below(word ^ QUOTES, ONES) | below(word ^ BACKSLASHES, ONES)) & HIGH;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += SIZE;
        }
        return at;
    }

    /// A hash of 64 bits of some bytes.
    static long hash(byte[] bytes, int from, int to) {
        long hash = 0xCBF29CE484222325L ^ (to - from);
        int at = from;
        for (; at + SIZE <= to; at += SIZE) {
            hash = mix(hash ^ (long) WORDS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = (rest << 8) | (bytes[at] & 0xFF);
        }
        return mix(mix(hash ^ rest));
    }

    /// The finaliser of SplitMix64, without its last step.
    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 29);
    }

    /// Sets the high bit of each byte that is smaller; above the first one other bits may
    /// be set too.
    private static long below(long word, long least) {
        return (word - least) & ~word;
    }

}
