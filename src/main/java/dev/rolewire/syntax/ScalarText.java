package dev.rolewire.syntax;

import dev.rolewire.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// Where the characters of a scalar's text stand in the source: escapes, folded lines and indentation make the two
/// differ.
///
/// The source is decoded again at the first question. Two questions in a race give equal results.
public final class ScalarText {

    private static final int UNKNOWN = -1;

    private final SourceFile source;

    private final Scalar scalar;

    private @Nullable Decoded decoded;

    private ScalarText(SourceFile source, Scalar scalar) {
        this.source = source;
        this.scalar = scalar;
    }

    /// Names a scalar and the source that it was parsed from.
    public static ScalarText of(SourceFile source, Scalar scalar) {
        return new ScalarText(source, scalar);
    }

    /// The offset at which a character of the text is written.
    /// @param textOffset 0 to the length of the text; what lies outside is taken as the
    /// nearer end
    /// @return the offset of the character, of its escape, or of the line break that it
    /// is folded from; for the end of
    /// the text the offset after its last character; the scalar's start when the source
    /// does not say what the text
    /// says, as with a key that is an alias
    public int sourceOffset(int textOffset) {
        Decoded known = this.decoded;
        if (known == null) {
            known = decode();
            this.decoded = known;
        }
        if (known.offsets == null && known.start == UNKNOWN) {
            return this.scalar.span().start();
        }
        int bounded = Math.clamp(textOffset, 0, this.scalar.text().length());
        int offset = known.offsets == null ? known.start + bounded : known.offsets[bounded];
        // the last line break of a block scalar belongs to its text but not to its span
        return Math.min(offset, this.scalar.span().end());
    }

    /// Whether the source says what the text says, so that offsets are exact.
    public boolean isExact() {
        sourceOffset(0);
        Decoded known = this.decoded;
        return known != null && (known.offsets != null || known.start != UNKNOWN);
    }

    /// Steps over a node's tag and anchor.
    /// @param text the source text
    /// @param start where the node starts
    /// @return where its quote, bracket, block indicator or plain text starts
    public static int contentStart(String text, int start) {
        int at = start;
        boolean property = true;
        while (property && at < text.length()) {
            char c = text.charAt(at);
            property = c == '!' || c == '&';
            if (property) {
                while (at < text.length() && !isBlank(text.charAt(at))) {
                    at++;
                }
                at = skipBlanksAndComments(text, at);
            }
        }
        return at;
    }

    private static int skipBlanksAndComments(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                at++;
            }
            else if (text.charAt(at) == '#') {
                while (at < text.length() && ScalarDecoder.isNoBreak(text.charAt(at))) {
                    at++;
                }
            }
            else {
                return at;
            }
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || !ScalarDecoder.isNoBreak(c);
    }

    /// The answer for every offset.
    ///
    /// @param start when `offsets` is null: where the text is written as it is, or
    /// [#UNKNOWN]
    /// @param offsets the source offset of each text offset
    private record Decoded(int start, int @Nullable [] offsets) {

    }

    private Decoded decode() {
        if (!this.source.isHeld()) {
            return decodeJson();
        }
        String all = this.source.text();
        int end = Math.min(this.scalar.span().end(), all.length());
        int content = contentStart(all, Math.min(this.scalar.span().start(), end));
        boolean quoted = switch (this.scalar.style()) {
            case SINGLE_QUOTED, DOUBLE_QUOTED -> true;
            case PLAIN, LITERAL, FOLDED -> false;
        };
        int first = quoted ? content + 1 : content;
        String value = this.scalar.text();
        if (first + value.length() + (quoted ? 1 : 0) == end && all.startsWith(value, first)) {
            return new Decoded(first, null);
        }
        if (content >= end) {
            return new Decoded(value.isEmpty() ? end : UNKNOWN, null);
        }
        ScalarDecoder decoder = new ScalarDecoder(all, end, value);
        switch (this.scalar.style()) {
            case PLAIN -> decoder.plain(content);
            case SINGLE_QUOTED -> decoder.quoted(content + 1, false);
            case DOUBLE_QUOTED -> decoder.quoted(content + 1, true);
            case LITERAL -> decoder.block(content, false);
            case FOLDED -> decoder.block(content, true);
        }
        int[] offsets = decoder.offsets();
        return new Decoded(UNKNOWN, offsets);
    }

    /// A text that is not held is JSON: the scalar itself says all.
    private Decoded decodeJson() {
        int start = this.scalar.span().start();
        String written = this.source.textAt(this.scalar.span());
        String value = this.scalar.text();
        if (written.length() == value.length() + 2) {
            return new Decoded(start + 1, null);
        }
        if (this.scalar.style() != Scalar.Style.DOUBLE_QUOTED) {
            return new Decoded(start, null);
        }
        ScalarDecoder decoder = new ScalarDecoder(written, written.length(), value);
        decoder.quoted(1, true);
        int[] offsets = decoder.offsets();
        if (offsets == null) {
            return new Decoded(UNKNOWN, null);
        }
        int[] moved = new int[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            moved[i] = start + offsets[i];
        }
        return new Decoded(UNKNOWN, moved);
    }

}
