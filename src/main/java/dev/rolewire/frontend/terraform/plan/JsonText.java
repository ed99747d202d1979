package dev.rolewire.frontend.terraform.plan;

import java.util.Arrays;

import dev.rolewire.syntax.Scalar;

/// Where the characters of a JSON string stand in the document.
final class JsonText {

    private JsonText() {
    }

    /// The offset of each character of a string in its document, and that of its end.
    /// When
    /// the document does not hold
    /// the string as JSON, all are the start of the string.
    static int[] offsets(String document, Scalar scalar) {
        int length = scalar.text().length();
        int[] offsets = new int[length + 1];
        int at = scalar.span().start() + 1;
        int end = Math.min(document.length(), scalar.span().end() - 1);
        for (int i = 0; i < length; i++) {
            if (at >= end) {
                Arrays.fill(offsets, scalar.span().start());
                return offsets;
            }
            offsets[i] = at;
            at += width(document, at);
        }
        offsets[length] = at;
        return offsets;
    }

    private static int width(String document, int at) {
        if (document.charAt(at) != '\\' || at + 1 == document.length()) {
            return 1;
        }
        return document.charAt(at + 1) == 'u' ? 6 : 2;
    }

}
