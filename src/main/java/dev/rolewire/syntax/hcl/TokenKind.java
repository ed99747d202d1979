package dev.rolewire.syntax.hcl;

/// The kinds of token.
enum TokenKind {

    IDENTIFIER, NUMBER, NEWLINE, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, OPEN_PARENTHESIS,
    CLOSE_PARENTHESIS, DOT, COMMA, COLON, DOUBLE_COLON, QUESTION, ELLIPSIS, ARROW, ASSIGN, STAR, SLASH, PERCENT, PLUS,
    MINUS, BANG, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, AND, OR,
    /// The quote that opens a template.
    OPEN_QUOTE,
    /// The quote that closes a template.
    CLOSE_QUOTE,
    /// `<<END` or `<<-END` with the line break.
    OPEN_HEREDOC,
    /// The closing marker, the line break after it not.
    CLOSE_HEREDOC,
    /// `${` or `${~`
    INTERPOLATION,
    /// `%{` or `%{~`
    DIRECTIVE,
    /// `}` or `~}`
    SEQUENCE_END,
    /// A piece of text of a quoted template, with escapes.
    QUOTED_TEXT,
    /// A piece of text of a heredoc or bare template.
    TEXT,
    /// What the lexer has reported already.
    INVALID,
    /// The end of the text.
    END

}
