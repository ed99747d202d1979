package dev.rolewire.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/// Bytes to text, strictly.
///
/// A text is UTF-8 unless it starts with a byte order mark of UTF-16; a byte order mark is dropped.
public final class Utf8 {

    private static final int BINARY_SAMPLE = 8192;

    /// One control character in this many makes a text binary.
    private static final int CONTROL_SHARE = 10;

    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {
    }

    /// Bytes as text.
    ///
    /// @param text the text without a byte order mark; each malformed sequence is one
    /// U+FFFD
    /// @param malformedAt the offset in `text` (UTF-16 code units) of the first malformed
    /// sequence, or null when there
    /// is none
    /// @param binary whether the text looks as if it were no text: it holds NUL
    /// characters, or many control characters
    public record Decoded(String text, @Nullable Integer malformedAt, boolean binary) {

    }

    /// The byte order marks.
    public enum Mark {

        /// None.
        NONE(0),
        /// Three bytes that say nothing but that it is UTF-8.
        UTF_8(3),
        /// That of UTF-16, in either order of bytes.
        UTF_16(2);

        private final int length;

        Mark(int length) {
            this.length = length;
        }

    }

    /// The byte order mark that bytes start with.
    public static Mark markOf(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Mark.UTF_8;
        }
        return startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF) ? Mark.UTF_16 : Mark.NONE;
    }

    /// Decodes bytes. Any bytes are accepted.
    public static Decoded decode(byte[] bytes) {
        Mark found = markOf(bytes);
        int mark = found.length;
        Charset charset = switch (found) {
            case NONE, UTF_8 -> StandardCharsets.UTF_8;
            case UTF_16 -> startsWith(bytes, 0xFF) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        };
        String quick = new String(bytes, mark, bytes.length - mark, charset);
        if (quick.indexOf(REPLACEMENT) < 0) {
            return new Decoded(quick, null, looksBinary(quick));
        }
        return decode(charset, ByteBuffer.wrap(bytes, mark, bytes.length - mark));
    }

    /// Whether a text looks as if it were no text: within its first 8,192 characters it
    /// holds a NUL, or one character in ten is a control character other than tab, line
    /// feed, form feed and carriage return.
    public static boolean looksBinary(String text) {
        int length = Math.min(text.length(), BINARY_SAMPLE);
        int controls = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return true;
            }
            if (c < ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r') {
                controls++;
            }
        }
        return controls * CONTROL_SHARE > length;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Decoded decode(Charset charset, ByteBuffer bytes) {
        CharsetDecoder decoder = charset.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
        // one unit for each byte is enough in both charsets, replacements included
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
        Integer malformedAt = null;
        CoderResult result = decoder.decode(bytes, text, true);
        while (result.isError()) {
            if (malformedAt == null) {
                malformedAt = text.position();
            }
            text.put(REPLACEMENT);
            bytes.position(bytes.position() + result.length());
            result = decoder.decode(bytes, text, true);
        }
        decoder.flush(text);
        String decoded = text.flip().toString();
        return new Decoded(decoded, malformedAt, looksBinary(decoded));
    }

}
