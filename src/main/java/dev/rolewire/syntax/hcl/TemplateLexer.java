package dev.rolewire.syntax.hcl;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Reads the text of templates, up to the next `${`, `%{` or end.
///
/// Text comes in the pieces that HashiCorp's lexer makes, on which strip markers and the indentation of `<<-` depend: a
/// quoted text or a line, cut at each `$` and `%`.
final class TemplateLexer {

    private final String text;

    private final Tokens tokens;

    private final Lexer lexer;

    private @Nullable Map<String, Integer> lastLines;

    TemplateLexer(String text, Tokens tokens, Lexer lexer) {
        this.text = text;
        this.tokens = tokens;
        this.lexer = lexer;
    }

    /// Reads one token.
    /// @return where to go on
    int read(LexerFrame frame, int at) {
        if (frame.kind() == LexerFrame.Kind.HEREDOC && frame.isAtLineStart()) {
            Integer abandoned = abandonUnclosed(frame, at);
            if (abandoned != null) {
                return abandoned;
            }
        }
        char c = this.text.charAt(at);
        if (c == '$' || c == '%') {
            return sign(frame, at, c);
        }
        return switch (frame.kind()) {
            case STRING -> quoted(at, c);
            case HEREDOC, BARE, SEQUENCE -> line(frame, at);
        };
    }

    /// Reads a `$` or `%`: a sequence, an escaped one, or the sign itself.
    private int sign(LexerFrame frame, int at, char c) {
        char next = charAt(at + 1);
        if (next == '{') {
            int end = charAt(at + 2) == '~' ? at + 3 : at + 2;
            this.tokens.add(c == '$' ? TokenKind.INTERPOLATION : TokenKind.DIRECTIVE, at, end);
            frame.atLineStart(false);
            this.lexer.openSequence(at);
            return end;
        }
        int end = next == c && charAt(at + 2) == '{' ? at + 3 : at + 1;
        if (frame.kind() == LexerFrame.Kind.STRING) {
            this.tokens.add(TokenKind.QUOTED_TEXT, at, end);
            return end;
        }
        return endPiece(frame, at, end);
    }

    private int quoted(int start, char first) {
        if (first == '"') {
            this.tokens.add(TokenKind.CLOSE_QUOTE, start, start + 1);
            this.lexer.pop();
            return start + 1;
        }
        int at = start;
        while (at < this.text.length()) {
            char c = this.text.charAt(at);
            if (c == '\\') {
                if (isLineBreak(charAt(at + 1)) || at + 1 == this.text.length()) {
                    break;
                }
                at += 2;
            }
            else if (c == '"' || c == '$' || c == '%' || isLineBreak(c)) {
                break;
            }
            else {
                at++;
            }
        }
        if (at > start) {
            this.tokens.add(TokenKind.QUOTED_TEXT, start, at);
            return at;
        }
        return brokenString(at);
    }

    /// Ends a string that its line does not close, and with it all templates that began
    /// on this line.
    private int brokenString(int at) {
        int end = first(at) == '\\' ? at + 1 : at;
        this.tokens.report("quoted text must be closed on its line: write a line break as `\\n`, or use a heredoc", at,
                end);
        this.tokens.add(TokenKind.INVALID, at, end);
        int lineStart = Math.max(this.text.lastIndexOf('\n', at - 1), 0);
        this.lexer.pop();
        this.lexer.abandon(lineStart);
        return end;
    }

    private char first(int at) {
        return at < this.text.length() ? this.text.charAt(at) : 0;
    }

    /// Reads text to the end of the line or the next `$` or `%`.
    private int line(LexerFrame frame, int start) {
        int at = start;
        while (at < this.text.length()) {
            char c = this.text.charAt(at);
            if (c == '$' || c == '%' || isLineBreak(c)) {
                break;
            }
            at++;
        }
        return endPiece(frame, start, at);
    }

    /// Ends a piece of a line, with the line break when it stands there.
    private int endPiece(LexerFrame frame, int start, int end) {
        int lineBreak = lineBreakAt(end);
        if (lineBreak == 0) {
            if (charAt(end) == '\r') {
                this.tokens.report("a carriage return must be followed by a line feed", end, end + 1);
                this.tokens.add(TokenKind.TEXT, start, end + 1);
                return end + 1;
            }
            this.tokens.add(TokenKind.TEXT, start, end);
            frame.atLineStart(false);
            return end;
        }
        if (frame.kind() == LexerFrame.Kind.HEREDOC && frame.isAtLineStart()
                && Characters.isTrimmed(this.text, start, end, frame.marker())) {
            this.tokens.add(TokenKind.CLOSE_HEREDOC, start, end);
            this.lexer.pop();
            return end;
        }
        frame.atLineStart(true);
        this.tokens.add(TokenKind.TEXT, start, end + lineBreak);
        return end + lineBreak;
    }

    private int lineBreakAt(int offset) {
        char c = charAt(offset);
        if (c == '\n') {
            return 1;
        }
        return c == '\r' && charAt(offset + 1) == '\n' ? 2 : 0;
    }

    /// Ends a heredoc that no later line closes before the first line that starts with a
    /// closing brace at the margin.
    private @Nullable Integer abandonUnclosed(LexerFrame frame, int at) {
        if (lastLines().getOrDefault(frame.marker(), -1) >= at) {
            return null;
        }
        int line = at;
        while (line < this.text.length() && this.text.charAt(line) != '}' && !BlockHeaders.startsAt(this.text, line)) {
            int lineFeed = this.text.indexOf('\n', line);
            line = lineFeed < 0 ? this.text.length() : lineFeed + 1;
        }
        this.tokens.report(
                "unclosed heredoc: there is no line with `" + frame.marker() + "` alone, followed by a line break",
                frame.start(), at > frame.start() ? headEnd(frame) : at);
        this.tokens.add(TokenKind.INVALID, at, line);
        this.lexer.pop();
        this.lexer.abandon(0);
        this.tokens.breakNesting();
        return line;
    }

    private int headEnd(LexerFrame frame) {
        int lineFeed = this.text.indexOf('\n', frame.start());
        return lineFeed < 0 ? this.text.length() : lineFeed;
    }

    /// The start of the last line that holds nothing but a certain word and ends with a
    /// line break.
    private Map<String, Integer> lastLines() {
        Map<String, Integer> known = this.lastLines;
        if (known == null) {
            known = new HashMap<>();
            int line = 0;
            int lineFeed = this.text.indexOf('\n');
            while (lineFeed >= 0) {
                int first = line;
                while (first < lineFeed && Characters.isSpace(this.text.charAt(first))) {
                    first++;
                }
                int end = Characters.identifierEnd(this.text, first);
                if (end > first && Characters.isTrimmed(this.text, first, lineFeed, this.text.substring(first, end))) {
                    known.put(this.text.substring(first, end), line);
                }
                line = lineFeed + 1;
                lineFeed = this.text.indexOf('\n', line);
            }
            this.lastLines = known;
        }
        return known;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private char charAt(int offset) {
        return offset < this.text.length() ? this.text.charAt(offset) : 0;
    }

}
