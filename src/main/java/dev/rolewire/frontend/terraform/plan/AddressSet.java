package dev.rolewire.frontend.terraform.plan;

import dev.rolewire.syntax.json.JsonAscii;

/// The addresses that were seen so far, by 64-bit hashes: a plan may have hundreds of thousands.
final class AddressSet {

    private long[] slots = new long[1 << 10];

    private int size;

    /// Adds an address.
    /// @return false when it is there already
    boolean add(String address) {
        JsonAscii text = new JsonAscii();
        text.take(address);
        return add(text);
    }

    /// Adds an address.
    /// @return false when it is there already
    boolean add(JsonAscii address) {
        long hash = address.hash() == 0 ? 1 : address.hash();
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

}
