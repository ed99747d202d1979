package dev.rolewire.source;

/// Bytes in memory.
final class HeldContent implements Content {

    private final byte[] bytes;

    HeldContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return this.bytes.length;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        int count = (int) Math.max(0, Math.min(length, this.bytes.length - position));
        if (count > 0) {
            System.arraycopy(this.bytes, (int) position, target, offset, count);
        }
        return count;
    }

    @Override
    public byte[] bytes() {
        return this.bytes;
    }

}
