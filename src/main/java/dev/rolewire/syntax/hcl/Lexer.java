package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Text to tokens. Line breaks are tokens; white space and comments are not, but the line break that ends a comment is.
///
/// Templates nest in expressions and expressions in templates, hence a stack of frames. Text that is not closed ends where
/// the layout says so, in order that what follows is read.
final class Lexer {

    private final String text;

    private final Tokens tokens;

    private final TemplateLexer templates;

    private final List<LexerFrame> frames = new ArrayList<>();

    private @Nullable LexerFrame top;

    private int at;

    private int braces;

    private boolean commentsEnd = true;

    private Lexer(String text) {
        this.text = text;
        this.tokens = new Tokens(text);
        this.templates = new TemplateLexer(text, this.tokens, this);
        // HashiCorp's lexer steps over one byte order mark
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /// Reads a configuration or an expression.
    static Tokens read(String text) {
        return new Lexer(text).run();
    }

    /// Reads a text that is a template as a whole.
    static Tokens readTemplate(String text) {
        Lexer lexer = new Lexer(text);
        lexer.push(LexerFrame.bare());
        return lexer.run();
    }

    private Tokens run() {
        while (this.at < this.text.length()) {
            LexerFrame frame = this.top;
            if (frame == null || frame.kind() == LexerFrame.Kind.SEQUENCE) {
                expressionToken();
            }
            else {
                this.at = this.templates.read(frame, this.at);
            }
        }
        this.tokens.add(TokenKind.END, this.text.length(), this.text.length());
        return this.tokens;
    }

    void push(LexerFrame frame) {
        this.frames.add(frame);
        this.top = frame;
    }

    void pop() {
        this.frames.removeLast();
        this.top = this.frames.isEmpty() ? null : this.frames.getLast();
    }

    /// Begins `${` or `%{`.
    void openSequence(int start) {
        this.braces++;
        push(LexerFrame.sequence(start, this.braces));
    }

    /// Gives up all templates that began at an offset or later.
    void abandon(int from) {
        while (this.top != null && this.top.start() >= from && this.top.kind() != LexerFrame.Kind.BARE) {
            if (this.top.kind() == LexerFrame.Kind.SEQUENCE) {
                this.braces = this.top.braces() - 1;
            }
            pop();
        }
    }

    private void expressionToken() {
        char c = this.text.charAt(this.at);
        switch (c) {
            case ' ', '\t' -> this.at++;
            case '\n' -> newline(1);
            case '\r' -> {
                if (peek(1) == '\n') {
                    newline(2);
                }
                else {
                    invalid("a carriage return must be followed by a line feed", 1);
                }
            }
            case '#' -> lineComment(1);
            case '/' -> slash();
            case '"' -> {
                push(LexerFrame.string(this.at));
                add(TokenKind.OPEN_QUOTE, 1);
            }
            case '{' -> {
                this.braces++;
                add(TokenKind.OPEN_BRACE, 1);
            }
            case '}' -> closeBrace(1);
            case '<' -> {
                if (!heredoc()) {
                    operator(c);
                }
            }
            default -> {
                if (Characters.isDigit(c)) {
                    number();
                }
                else {
                    int end = Characters.identifierEnd(this.text, this.at);
                    if (end > this.at) {
                        add(TokenKind.IDENTIFIER, end - this.at);
                    }
                    else {
                        operator(c);
                    }
                }
            }
        }
    }

    private void newline(int length) {
        LexerFrame frame = this.top;
        if (frame != null && BlockHeaders.startsAt(this.text, this.at + length)) {
            // no expression has a line like this: the sequence is not closed
            this.tokens.report("unclosed template sequence: there is no closing brace for it", frame.start(),
                    frame.start() + 2);
            this.tokens.breakNesting();
            this.tokens.add(TokenKind.INVALID, this.at, this.at);
            abandon(0);
        }
        add(TokenKind.NEWLINE, length);
    }

    private void slash() {
        if (peek(1) == '/') {
            lineComment(2);
        }
        else if (peek(1) == '*') {
            int end = this.commentsEnd ? this.text.indexOf("*/", this.at + 2) : -1;
            if (end < 0) {
                this.commentsEnd = false;
                invalid("unclosed comment: there is no `*/` for it", 2);
            }
            else {
                this.tokens.add(Comment.of(this.text, this.at, end + 2, 2, 2));
                this.at = end + 2;
            }
        }
        else {
            add(TokenKind.SLASH, 1);
        }
    }

    private void lineComment(int marker) {
        int lineFeed = this.text.indexOf('\n', this.at);
        int end = lineFeed < 0 ? this.text.length() : lineFeed;
        if (lineFeed > this.at && this.text.charAt(lineFeed - 1) == '\r') {
            end--;
        }
        this.tokens.add(Comment.of(this.text, this.at, end, marker, 0));
        this.at = end;
        if (lineFeed >= 0) {
            newline(lineFeed + 1 - end);
        }
    }

    private void closeBrace(int length) {
        LexerFrame frame = this.top;
        boolean closes = frame != null && frame.braces() == this.braces;
        this.braces--;
        if (closes) {
            pop();
        }
        add(closes || length == 2 ? TokenKind.SEQUENCE_END : TokenKind.CLOSE_BRACE, length);
    }

    private boolean heredoc() {
        if (peek(1) != '<') {
            return false;
        }
        int name = this.at + (peek(2) == '-' ? 3 : 2);
        int end = Characters.identifierEnd(this.text, name);
        int lineBreak = this.text.startsWith("\r\n", end) ? 2 : 1;
        if (end == name || end >= this.text.length() || (lineBreak == 1 && this.text.charAt(end) != '\n')) {
            return false;
        }
        push(LexerFrame.heredoc(this.at, this.text.substring(name, end)));
        add(TokenKind.OPEN_HEREDOC, end + lineBreak - this.at);
        return true;
    }

    /// A number as HashiCorp's lexer delimits it: `1.2.3` is one token, which then is no
    /// number.
    private void number() {
        int end = this.at + 1;
        int next = end;
        while (next < this.text.length()) {
            char c = this.text.charAt(next);
            if (c == '.') {
                next++;
                continue;
            }
            int digit = next;
            if (c == 'e' || c == 'E') {
                char sign = charAt(next + 1);
                digit = sign == '+' || sign == '-' ? next + 2 : next + 1;
            }
            if (!Characters.isDigit(charAt(digit))) {
                break;
            }
            next = digit + 1;
            end = next;
        }
        add(TokenKind.NUMBER, end - this.at);
    }

    private void operator(char c) {
        char second = peek(1);
        switch (c) {
            case '[' -> add(TokenKind.OPEN_BRACKET, 1);
            case ']' -> add(TokenKind.CLOSE_BRACKET, 1);
            case '(' -> add(TokenKind.OPEN_PARENTHESIS, 1);
            case ')' -> add(TokenKind.CLOSE_PARENTHESIS, 1);
            case ',' -> add(TokenKind.COMMA, 1);
            case '*' -> add(TokenKind.STAR, 1);
            case '%' -> add(TokenKind.PERCENT, 1);
            case '+' -> add(TokenKind.PLUS, 1);
            case '-' -> add(TokenKind.MINUS, 1);
            case '?' -> add(TokenKind.QUESTION, 1);
            case '.' -> {
                boolean ellipsis = second == '.' && peek(2) == '.';
                add(ellipsis ? TokenKind.ELLIPSIS : TokenKind.DOT, ellipsis ? 3 : 1);
            }
            case ':' -> either(second == ':', TokenKind.DOUBLE_COLON, TokenKind.COLON);
            case '!' -> either(second == '=', TokenKind.NOT_EQUAL, TokenKind.BANG);
            case '<' -> either(second == '=', TokenKind.LESS_OR_EQUAL, TokenKind.LESS);
            case '>' -> either(second == '=', TokenKind.GREATER_OR_EQUAL, TokenKind.GREATER);
            case '=' -> either(second == '=' || second == '>', second == '>' ? TokenKind.ARROW : TokenKind.EQUAL,
                    TokenKind.ASSIGN);
            case '~' -> {
                if (second == '}') {
                    closeBrace(2);
                }
                else {
                    invalid(InvalidCharacters.message(this.text, this.at), 1);
                }
            }
            default -> {
                if (c == second && (c == '&' || c == '|')) {
                    add(c == '&' ? TokenKind.AND : TokenKind.OR, 2);
                }
                else {
                    invalid(InvalidCharacters.message(this.text, this.at),
                            Character.charCount(this.text.codePointAt(this.at)));
                }
            }
        }
    }

    private void either(boolean two, TokenKind ofTwo, TokenKind ofOne) {
        add(two ? ofTwo : ofOne, two ? 2 : 1);
    }

    private void invalid(String message, int length) {
        this.tokens.report(message, this.at, this.at + length);
        add(TokenKind.INVALID, length);
    }

    private void add(TokenKind kind, int length) {
        this.tokens.add(kind, this.at, this.at + length);
        this.at += length;
    }

    private char peek(int ahead) {
        return charAt(this.at + ahead);
    }

    private char charAt(int offset) {
        return offset < this.text.length() ? this.text.charAt(offset) : 0;
    }

}
