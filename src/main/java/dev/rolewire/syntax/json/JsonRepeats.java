package dev.rolewire.syntax.json;

import java.util.Arrays;
import java.util.function.Supplier;

import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// Values that stand in a text again and again, byte for byte: each is made once.
final class JsonRepeats {

    private static final int SIZE = 1 << 11;

    private static final int LONGEST = 1 << 12;

    private static final int PROBES = 4;

    private final @Nullable Known[] known = new @Nullable Known[SIZE];

    /// A value that was made.
    ///
    /// @param reading what it was made by
    private record Known(int hash, byte[] text, Object reading, Node node) {

        boolean is(int otherHash, byte[] bytes, int start, int end, Object as) {
            return this.hash == otherHash && this.reading == as
                    && Arrays.equals(this.text, 0, this.text.length, bytes, start, end);
        }

    }

    /// The value that was made of the same bytes by the same reading, or one that is made
    /// now.
    Node get(byte[] bytes, int start, int end, Object reading, Supplier<Node> make) {
        if (end - start > LONGEST) {
            return make.get();
        }
        int hash = hash(bytes, start, end);
        int free = -1;
        for (int i = 0; i < PROBES; i++) {
            int slot = (hash + i) & (SIZE - 1);
            Known at = this.known[slot];
            if (at == null) {
                free = slot;
                break;
            }
            if (at.is(hash, bytes, start, end, reading)) {
                return at.node();
            }
        }
        byte[] text = Arrays.copyOfRange(bytes, start, end);
        Node made = make.get();
        if (free >= 0) {
            this.known[free] = new Known(hash, text, reading, made);
        }
        return made;
    }

    private static int hash(byte[] bytes, int start, int end) {
        long hash = JsonWords.hash(bytes, start, end);
        return (int) (hash ^ (hash >>> 32));
    }

}
