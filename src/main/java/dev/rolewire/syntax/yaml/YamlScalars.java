package dev.rolewire.syntax.yaml;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.ScalarText;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.events.ScalarEvent;

/// Makes scalars of SnakeYAML's scalar events.
final class YamlScalars {

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    private static final char NEXT_LINE = '\u0085';

    private final SourceFile source;

    private final YamlText text;

    YamlScalars(SourceFile source, YamlText text) {
        this.source = source;
        this.text = text;
    }

    /// Makes a scalar.
    /// @param lastEnd the end of what was read before it
    Scalar of(ScalarEvent event, int lastEnd) {
        Scalar.Style style = style(event.getScalarStyle());
        int start = this.text.offset(event.getStartMark().getIndex());
        int end = this.text.offset(event.getEndMark().getIndex());
        if (style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED) {
            end = blockEnd(start, end);
        }
        else if (start == end && start > lastEnd && this.source.text().substring(lastEnd, start).isBlank()) {
            // a missing value is marked at the next token, which may be lines below
            start = lastEnd;
            end = lastEnd;
        }
        String tag = tag(event.getTag());
        boolean bare = style == Scalar.Style.PLAIN && tag == null;
        Scalar.Kind kind = bare ? PlainKinds.of(event.getValue()) : Scalar.Kind.STRING;
        return new Scalar(event.getValue(), kind, style, new Span(start, end), tag);
    }

    /// The end of a block scalar's last line that is not blank, for SnakeYAML marks the
    /// start of the next token's line.
    private int blockEnd(int start, int end) {
        String all = this.source.text();
        for (int i = ScalarText.contentStart(all, start) + 1; i < end
                && "+-0123456789".indexOf(all.charAt(i)) >= 0; i++) {
            if (all.charAt(i) == '+') {
                return end;
            }
        }
        int last = end;
        while (last > start && (Character.isWhitespace(all.charAt(last - 1)) || all.charAt(last - 1) == NEXT_LINE)) {
            last--;
        }
        while (last < end && (all.charAt(last) == ' ' || all.charAt(last) == '\t')) {
            last++;
        }
        return last;
    }

    /// A tag as it is written: SnakeYAML gives the long form of `!!str`.
    static @Nullable String tag(@Nullable String tag) {
        if (tag == null || !tag.startsWith(STANDARD_TAG)) {
            return tag;
        }
        return "!!" + tag.substring(STANDARD_TAG.length());
    }

    private static Scalar.Style style(DumperOptions.ScalarStyle style) {
        return switch (style) {
            case PLAIN, JSON_SCALAR_STYLE -> Scalar.Style.PLAIN;
            case SINGLE_QUOTED -> Scalar.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Scalar.Style.DOUBLE_QUOTED;
            case LITERAL -> Scalar.Style.LITERAL;
            case FOLDED -> Scalar.Style.FOLDED;
        };
    }

}
