package dev.rolewire.frontend.terraform.plan;

/// The addresses that were seen so far, by 64-bit hashes: a plan may have hundreds of thousands.
final class AddressSet {

    private static final long PRIME = 0x100000001B3L;

    private long[] slots = new long[1 << 10];

    private int size;

    /// Adds an address.
    /// @return false when it is there already
    boolean add(String address) {
        long hash = hash(address);
        if (!put(this.slots, hash)) {
            return false;
        }
        this.size++;
        if (this.size > this.slots.length / 2) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[this.slots.length * 2];
        for (long hash : this.slots) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        this.slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int at = (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = hash;
        return true;
    }

    /// FNV-1a over the characters, mixed once more; never 0.
    private static long hash(String address) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < address.length(); i++) {
            hash = (hash ^ address.charAt(i)) * PRIME;
        }
        hash ^= hash >>> 29;
        hash *= 0xBF58476D1CE4E5B9L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

}
