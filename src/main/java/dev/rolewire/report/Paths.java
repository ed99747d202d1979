package dev.rolewire.report;

import java.nio.charset.StandardCharsets;

/// Paths as URI references (RFC 3986).
final class Paths {

    private static final String PLAIN = "-._~/!$&'()*+,;=@";

    private static final String DIGITS = "0123456789ABCDEF";

    private Paths() {
    }

    /// A relative reference that names the path: what has a meaning of its own in a URI
    /// is encoded, the colon too, since a first segment with one reads as a scheme.
    static String uriReference(String path) {
        StringBuilder reference = new StringBuilder(path.length());
        for (byte each : Utf16.wellFormed(path).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || PLAIN.indexOf(c) >= 0) {
                reference.append(c);
            }
            else {
                reference.append('%').append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 0xF));
            }
        }
        return reference.toString();
    }

}
