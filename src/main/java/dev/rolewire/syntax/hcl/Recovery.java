package dev.rolewire.syntax.hcl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.syntax.hcl.Body.Block;
import dev.rolewire.syntax.hcl.Body.Item;
import org.jspecify.annotations.Nullable;

/// Finds where to go on after a syntax error: behind the broken attribute or block, by its brackets, and where those are
/// broken by the indentation.
final class Recovery {

    private final Tokens tokens;

    Recovery(Tokens tokens) {
        this.tokens = tokens;
    }

    /// Finds the first token to read after an error.
    /// @param first the first token of what is broken
    /// @param failed the token at which it failed
    int next(int first, int failed) {
        Deque<TokenKind> open = new ArrayDeque<>();
        Map<TokenKind, Integer> counts = new EnumMap<>(TokenKind.class);
        int column = column(this.tokens.start(first));
        for (int i = first; i < this.tokens.count(); i++) {
            TokenKind kind = this.tokens.kind(i);
            if (kind == TokenKind.END) {
                return i;
            }
            if (kind == TokenKind.NEWLINE) {
                if (i >= failed && (open.isEmpty() || endsByLayout(i + 1, column))) {
                    return i + 1;
                }
                continue;
            }
            if (kind == TokenKind.INVALID && i >= failed && endsByLayout(i + 1, column)) {
                return i + 1;
            }
            TokenKind closer = closer(kind);
            if (closer != null) {
                open.push(closer);
                counts.merge(closer, 1, Integer::sum);
            }
            else if (counts.getOrDefault(kind, 0) > 0) {
                TokenKind popped = null;
                while (popped != kind) {
                    popped = open.pop();
                    counts.merge(popped, -1, Integer::sum);
                }
            }
            else if (kind == TokenKind.CLOSE_BRACE && i >= failed && i > first) {
                return i;
            }
        }
        return this.tokens.count() - 1;
    }

    private static @Nullable TokenKind closer(TokenKind kind) {
        return switch (kind) {
            case OPEN_BRACE -> TokenKind.CLOSE_BRACE;
            case OPEN_BRACKET -> TokenKind.CLOSE_BRACKET;
            case OPEN_PARENTHESIS -> TokenKind.CLOSE_PARENTHESIS;
            case OPEN_QUOTE -> TokenKind.CLOSE_QUOTE;
            case OPEN_HEREDOC -> TokenKind.CLOSE_HEREDOC;
            case INTERPOLATION, DIRECTIVE -> TokenKind.SEQUENCE_END;
            default -> null;
        };
    }

    /// Whether the line that begins with a token cannot belong to what stands at a column
    /// any more.
    private boolean endsByLayout(int token, int column) {
        if (token >= this.tokens.count()) {
            return false;
        }
        int own = column(this.tokens.start(token));
        return switch (this.tokens.kind(token)) {
            case IDENTIFIER -> own <= column;
            case CLOSE_BRACE -> own < column;
            default -> false;
        };
    }

    private int column(int offset) {
        return offset - this.tokens.source().lastIndexOf('\n', offset - 1) - 1;
    }

    /// Takes out of a block that is not closed what follows it by the indentation.
    /// @param type the block's first token
    /// @param items its items, from which they are taken
    List<Item> hoist(int type, List<Item> items) {
        int column = column(this.tokens.start(type));
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Block block && column(block.span().start()) <= column) {
                List<Item> tail = items.subList(i, items.size());
                List<Item> hoisted = new ArrayList<>(tail);
                tail.clear();
                return hoisted;
            }
        }
        return new ArrayList<>();
    }

}
