package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.syntax.hcl.TemplatePart.Literal;
import org.jspecify.annotations.Nullable;

/// Takes the common indentation of the lines of a `<<-` heredoc away. Blank lines have no say and keep what they are.
final class Indentation {

    private Indentation() {
    }

    static List<TemplatePiece> remove(List<TemplatePiece> pieces) {
        int common = Integer.MAX_VALUE;
        boolean lineStart = true;
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            String text = text(pieces.get(i));
            if (lineStart) {
                lineStart = false;
                int spaces = text == null ? 0 : TextPieces.leadingSpaces(text);
                boolean blank = text != null && spaces == text.length() && text.endsWith("\n");
                if (!blank) {
                    common = Math.min(common, spaces);
                    lines.add(i);
                }
            }
            lineStart |= text != null && text.endsWith("\n");
        }
        List<TemplatePiece> result = new ArrayList<>(pieces);
        for (int line : lines) {
            if (common > 0 && result.get(line) instanceof TemplatePiece.Text text) {
                result.set(line, new TemplatePiece.Text(TextPieces.dropFirst(text.literals(), common)));
            }
        }
        return result;
    }

    private static @Nullable String text(TemplatePiece piece) {
        if (!(piece instanceof TemplatePiece.Text text)) {
            return null;
        }
        if (text.literals().size() == 1) {
            return text.literals().getFirst().text();
        }
        StringBuilder all = new StringBuilder();
        for (Literal literal : text.literals()) {
            all.append(literal.text());
        }
        return all.toString();
    }

}
