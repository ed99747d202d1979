package dev.rolewire.syntax.yaml;

import java.util.Arrays;

/// A text made ready for SnakeYAML, which refuses characters that YAML calls not printable and counts code points.
final class YamlText {

    private static final char REPLACEMENT = '\uFFFD';

    private final String text;

    private final int refusedAt;

    /// The code point offsets of the characters that take two UTF-16 code units.
    private final int[] pairs;

    private YamlText(String text, int refusedAt, int[] pairs) {
        this.text = text;
        this.refusedAt = refusedAt;
        this.pairs = pairs;
    }

    static YamlText of(String text) {
        int refusedAt = -1;
        int[] pairs = new int[0];
        int count = 0;
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPrintable(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                if (count == pairs.length) {
                    pairs = Arrays.copyOf(pairs, Math.max(16, count * 2));
                }
                // every pair before this one is one code point shorter than its code
                // units
                pairs[count] = i - count;
                count++;
                i++;
                continue;
            }
            if (mended == null) {
                mended = new StringBuilder(text);
                refusedAt = i;
            }
            mended.setCharAt(i, REPLACEMENT);
        }
        String ready = mended == null ? text : mended.toString();
        return new YamlText(ready, refusedAt, Arrays.copyOf(pairs, count));
    }

    /// The text with each character that YAML refuses replaced, so that reading can go on
    /// behind it.
    String text() {
        return this.text;
    }

    /// The offset of the first character that YAML refuses, or -1.
    int refusedAt() {
        return this.refusedAt;
    }

    /// The UTF-16 offset of a code point offset.
    int offset(int codePoints) {
        if (this.pairs.length == 0) {
            return codePoints;
        }
        int found = Arrays.binarySearch(this.pairs, codePoints);
        return codePoints + (found >= 0 ? found : -found - 1);
    }

    /// The printable characters of YAML 1.1, section 5.1, without those beyond the Basic
    /// Multilingual Plane.
    private static boolean isPrintable(char c) {
        if (c < 0x7F) {
            return c >= ' ' || c == '\n' || c == '\r' || c == '\t';
        }
        return c == 0x85 || (c >= 0xA0 && !Character.isSurrogate(c) && c <= 0xFFFD);
    }

}
