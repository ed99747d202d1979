package dev.rolewire.report;

/// Text of a document may hold half a surrogate pair (`"\ud800"` in JSON), which no UTF-8 can express.
final class Utf16 {

    private static final char REPLACEMENT = '\uFFFD';

    private Utf16() {
    }

    /// The text with U+FFFD for every lone surrogate; the same object when there is none.
    static String wellFormed(String text) {
        int bad = firstLoneSurrogate(text, 0);
        if (bad < 0) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text);
        while (bad >= 0) {
            mended.setCharAt(bad, REPLACEMENT);
            bad = firstLoneSurrogate(mended, bad + 1);
        }
        return mended.toString();
    }

    private static int firstLoneSurrogate(CharSequence text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                i++;
            }
            else if (Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i += 2;
            }
            else {
                return i;
            }
        }
        return -1;
    }

}
