package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.hcl.TemplatePart.Literal;

/// The text of one token of a template, decoded, as pieces that know where they are written.
final class TextPieces {

    private final Parser parser;

    private final String source;

    private final List<Literal> pieces = new ArrayList<>();

    private TextPieces(Parser parser) {
        this.parser = parser;
        this.source = parser.tokens().source();
    }

    /// Decodes a token.
    /// @return at least one piece
    static List<Literal> of(Parser parser, int token) {
        TextPieces decoding = new TextPieces(parser);
        int start = parser.tokens().start(token);
        int end = parser.tokens().end(token);
        decoding.decode(start, end, parser.tokens().kind(token) == TokenKind.QUOTED_TEXT);
        return decoding.pieces;
    }

    /// A text without escapes of its own that stands in another document.
    /// @param toSource gives the offset of the other document
    /// @return the pieces, none for the empty text
    static List<TemplatePart> plain(String text, IntUnaryOperator toSource) {
        List<TemplatePart> parts = new ArrayList<>();
        int run = 0;
        while (run < text.length()) {
            int end = runEnd(run, text.length(), toSource);
            int start = toSource.applyAsInt(run);
            parts
                .add(new Literal(text.substring(run, end), new Span(start, Math.max(start, toSource.applyAsInt(end)))));
            run = end;
        }
        return List.copyOf(parts);
    }

    /// The end of the characters that are written one for one, or of the one that is not.
    private static int runEnd(int start, int end, IntUnaryOperator toSource) {
        int at = start;
        while (at < end && toSource.applyAsInt(at + 1) - toSource.applyAsInt(at) == 1) {
            at++;
        }
        return Math.max(at, start + 1);
    }

    private void decode(int start, int end, boolean quoted) {
        int at = start;
        char first = this.source.charAt(start);
        if (end - start > 2 && (first == '$' || first == '%') && this.source.charAt(start + 1) == first
                && this.source.charAt(start + 2) == '{') {
            add(first + "{", start, start + 3);
            at = start + 3;
        }
        int run = at;
        while (at < end) {
            if (quoted && this.source.charAt(at) == '\\') {
                addRun(run, at);
                at = escape(at, end);
                run = at;
            }
            else {
                at++;
            }
        }
        addRun(run, end);
    }

    private void add(String text, int start, int end) {
        this.pieces.add(new Literal(text, this.parser.span(start, end)));
    }

    private void addRun(int start, int end) {
        if (start == end) {
            return;
        }
        if (!this.parser.isMapped()) {
            add(this.source.substring(start, end), start, end);
            return;
        }
        // the outer document has escapes of its own
        int run = start;
        while (run < end) {
            int at = runEnd(run, end, this.parser::toSource);
            add(this.source.substring(run, at), run, at);
            run = at;
        }
    }

    private int escape(int start, int end) {
        char selector = this.source.charAt(start + 1);
        switch (selector) {
            case 'n' -> add("\n", start, start + 2);
            case 'r' -> add("\r", start, start + 2);
            case 't' -> add("\t", start, start + 2);
            case '"' -> add("\"", start, start + 2);
            case '\\' -> add("\\", start, start + 2);
            case 'u' -> {
                return unicode(start, end, 4);
            }
            case 'U' -> {
                return unicode(start, end, 8);
            }
            default -> {
                int length = Character.charCount(this.source.codePointAt(start + 1));
                String written = this.source.substring(start, Math.min(end, start + 1 + length));
                report("`" + written + "` is no escape sequence", start, start + written.length());
                add(written.substring(1), start, start + written.length());
                return start + written.length();
            }
        }
        return start + 2;
    }

    private int unicode(int start, int end, int digits) {
        int at = start + 2;
        long code = 0;
        while (at < end && at < start + 2 + digits && Characters.hexadecimalDigit(this.source.charAt(at)) >= 0) {
            code = code * 16 + Characters.hexadecimalDigit(this.source.charAt(at++));
        }
        boolean complete = at == start + 2 + digits;
        boolean character = code <= Character.MAX_CODE_POINT
                && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE);
        if (complete && character) {
            add(Character.toString((int) code), start, at);
            return at;
        }
        report(complete ? "`" + this.source.substring(start, at) + "` is no character"
                : "`\\" + this.source.charAt(start + 1) + "` must be followed by " + digits + " hexadecimal digits",
                start, at);
        add("\uFFFD", start, at);
        return at;
    }

    private void report(String message, int start, int end) {
        this.parser.report(SyntaxProblem.Kind.SYNTAX, message, start, end);
    }

    /// Takes away the white space at the start.
    static List<Literal> trimStart(List<Literal> pieces) {
        int spaces = 0;
        for (Literal piece : pieces) {
            int own = leadingSpaces(piece.text());
            spaces += own;
            if (own < piece.text().length()) {
                break;
            }
        }
        return dropFirst(pieces, spaces);
    }

    /// Takes away characters at the start. At least one piece stays, an empty one when
    /// nothing is left.
    static List<Literal> dropFirst(List<Literal> pieces, int count) {
        int rest = count;
        List<Literal> kept = new ArrayList<>();
        for (Literal piece : pieces) {
            int length = piece.text().length();
            if (rest < length) {
                kept.add(rest == 0 ? piece
                        : new Literal(piece.text().substring(rest), from(piece.span(), rest, length)));
            }
            rest = Math.max(0, rest - length);
        }
        if (kept.isEmpty()) {
            kept.add(new Literal("", Span.at(pieces.getLast().span().end())));
        }
        return kept;
    }

    private static Span from(Span span, int offset, int textLength) {
        return span.length() == textLength ? new Span(span.start() + offset, span.end()) : span;
    }

    /// Takes away the white space at the end. At least one piece stays.
    static List<Literal> trimEnd(List<Literal> pieces) {
        List<Literal> kept = new ArrayList<>(pieces);
        while (!kept.isEmpty()) {
            Literal last = kept.removeLast();
            String text = last.text();
            int length = text.length();
            while (length > 0 && Characters.isSpace(text.charAt(length - 1))) {
                length--;
            }
            if (length > 0) {
                Span span = last.span();
                boolean plain = span.length() == text.length();
                kept.add(new Literal(text.substring(0, length),
                        plain ? new Span(span.start(), span.start() + length) : span));
                return kept;
            }
        }
        kept.add(new Literal("", Span.at(pieces.getFirst().span().start())));
        return kept;
    }

    static int leadingSpaces(String text) {
        int spaces = 0;
        while (spaces < text.length() && Characters.isSpace(text.charAt(spaces))) {
            spaces++;
        }
        return spaces;
    }

}
