package dev.rolewire.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Changes seeds at random, and in the same way each time: bytes changed, doubled, cut and spliced, and characters that
/// mean something to the parsers.
final class Mutations {

    private static final byte[] SPECIAL = "{}[]:,\"'\\\n\r\t #-?&*!|>%@`$()<=/.\0\u007f\u0080\u00ff"
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final List<byte[]> seeds;

    private final Random random;

    Mutations(List<byte[]> seeds, Random random) {
        this.seeds = seeds;
        this.random = random;
    }

    byte[] next() {
        byte[] bytes = seed().clone();
        int changes = 1 + this.random.nextInt(8);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] seed() {
        return this.seeds.get(this.random.nextInt(this.seeds.size()));
    }

    private byte[] changed(byte[] bytes) {
        int at = this.random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + this.random.nextInt(64));
        return switch (this.random.nextInt(6)) {
            case 0 -> {
                bytes[at] = SPECIAL[this.random.nextInt(SPECIAL.length)];
                yield bytes;
            }
            case 1 -> {
                bytes[at] ^= (byte) (1 << this.random.nextInt(8));
                yield bytes;
            }
            case 2 -> spliced(bytes, at, end, new byte[0]);
            case 3 -> spliced(bytes, end, end, Arrays.copyOfRange(bytes, at, end));
            case 4 -> Arrays.copyOf(bytes, at);
            default -> {
                byte[] other = seed();
                int from = this.random.nextInt(other.length);
                yield spliced(bytes, at, at,
                        Arrays.copyOfRange(other, from, Math.min(other.length, from + 1 + this.random.nextInt(200))));
            }
        };
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        byte[] result = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
        return result;
    }

}
