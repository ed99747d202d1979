package dev.rolewire.syntax.hcl;

import dev.rolewire.syntax.hcl.Body.Label;
import dev.rolewire.syntax.hcl.TemplatePart.Literal;

/// Reads labels in quotes: text with escapes, but no templates.
final class QuotedLabels {

    private QuotedLabels() {
    }

    static Label read(Parser parser) {
        int open = parser.read();
        StringBuilder text = new StringBuilder();
        while (!parser.hasFailed() && !parser.isNext(TokenKind.CLOSE_QUOTE)) {
            switch (parser.peek()) {
                case QUOTED_TEXT -> {
                    for (Literal piece : TextPieces.of(parser, parser.read())) {
                        text.append(piece.text());
                    }
                }
                case INTERPOLATION, DIRECTIVE ->
                    parser.fail("a label is no template: write `$${` or `%%{` to mean" + " the characters themselves",
                            parser.index());
                default -> parser.fail("unterminated label: the closing quote is missing", open);
            }
        }
        int close = parser.hasFailed() ? parser.previous() : parser.read();
        return new Label(text.toString(), true, parser.tokenSpan(open, Math.max(open, close)));
    }

}
