package dev.rolewire.syntax.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A text of ASCII characters that is not made a string of, since most such texts are only compared. One object serves
/// for all that a reader comes to.
public final class JsonAscii {

    private byte[] bytes = new byte[256];

    private int length;

    /// Takes the text of a string, its escapes resolved.
    /// @return false when it has characters or escapes that are none of ASCII's
    boolean take(byte[] window, int start, int end) {
        if (end - start > this.bytes.length) {
            this.bytes = new byte[(end - start) * 2];
        }
        byte[] target = this.bytes;
        int to = 0;
        for (int i = start; i < end; i++) {
            byte b = window[i];
            if (b == '\\') {
                i++;
                b = window[i];
                if (b != '"' && b != '\\' && b != '/') {
                    return false;
                }
            }
            if (b < 0) {
                return false;
            }
            target[to++] = b;
        }
        this.length = to;
        return true;
    }

    /// Takes a text of any characters, as UTF-8.
    public void take(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        this.length = encoded.length;
        this.bytes = Arrays.copyOf(encoded, Math.max(encoded.length, this.bytes.length));
    }

    /// A hash of 64 bits.
    public long hash() {
        return JsonWords.hash(this.bytes, 0, this.length);
    }

    public int length() {
        return this.length;
    }

    public byte byteAt(int index) {
        return this.bytes[index];
    }

    /// Whether a text of ASCII characters stands at an index.
    public boolean has(String text, int at) {
        if (at < 0 || at + text.length() > this.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (this.bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The last index before another one where a byte stands, or -1.
    public int lastIndexOf(char wanted, int before) {
        int at = before - 1;
        while (at >= 0 && this.bytes[at] != wanted) {
            at--;
        }
        return at;
    }

    /// The text.
    @Override
    public String toString() {
        return new String(this.bytes, 0, this.length, StandardCharsets.UTF_8);
    }

}
