package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.DuplicateKeys;
import dev.rolewire.syntax.hcl.Body.Attribute;
import dev.rolewire.syntax.hcl.Body.Block;
import dev.rolewire.syntax.hcl.Body.Item;
import dev.rolewire.syntax.hcl.Body.Label;

/// Reads attributes and blocks, and goes on behind the ones that are broken.
final class BodyParser {

    private static final String REQUIRED = "argument or block definition required";

    private final Parser parser;

    private final Tokens tokens;

    private final Recovery recovery;

    BodyParser(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens();
        this.recovery = new Recovery(parser.tokens());
    }

    /// Reads a whole file.
    Body file() {
        List<Item> items = new ArrayList<>();
        items(TokenKind.END, items);
        return new Body(List.copyOf(items), this.parser.span(0, this.tokens.source().length()));
    }

    /// Reads up to a closing token or the end.
    private void items(TokenKind closing, List<Item> items) {
        DuplicateKeys names = new DuplicateKeys();
        while (true) {
            int first = this.parser.index();
            TokenKind kind = this.tokens.kind(first);
            if (kind == closing || kind == TokenKind.END) {
                return;
            }
            switch (kind) {
                case NEWLINE -> this.parser.read();
                case IDENTIFIER -> {
                    int size = items.size();
                    item(items);
                    if (size < items.size() && items.get(size) instanceof Attribute attribute
                            && !names.add(attribute.name().text())) {
                        this.parser.report(
                                "argument redefined: `" + attribute.name().text() + "` is set twice in this block",
                                first, first);
                    }
                }
                case CLOSE_BRACE -> {
                    this.parser.read();
                    this.parser.report("this closing brace closes nothing", first, first);
                }
                default -> {
                    this.parser.fail(
                            REQUIRED + (kind == TokenKind.OPEN_QUOTE ? ": argument names must not be quoted" : ""),
                            first);
                    resume(first);
                }
            }
        }
    }

    private void resume(int first) {
        this.parser.resume(this.recovery.next(first, this.parser.failedAt()));
    }

    private void item(List<Item> items) {
        int name = this.parser.read();
        switch (this.parser.peek()) {
            case ASSIGN -> items.add(attribute(name, false));
            case OPEN_QUOTE, OPEN_BRACE, IDENTIFIER -> block(name, items);
            default -> {
                this.parser.fail(REQUIRED + ": an argument is set with `=`, a block opens with `{`", name);
                resume(name);
            }
        }
    }

    /// Reads an attribute behind its name.
    /// @param inline whether it is all that a block holds on its one line
    private Attribute attribute(int name, boolean inline) {
        int assign = this.parser.read();
        Expression value = this.parser.expressions().read();
        int last = this.parser.previous();
        if (!this.parser.hasFailed() && !inline) {
            TokenKind end = this.parser.peek();
            if (end == TokenKind.NEWLINE) {
                this.parser.read();
            }
            else if (end != TokenKind.END) {
                this.parser.fail(end == TokenKind.COMMA
                        ? "unexpected comma after argument: arguments are separated by line breaks"
                        : "missing newline after argument: expected a line break here", this.parser.index());
            }
        }
        if (this.parser.hasFailed()) {
            if (!inline) {
                resume(name);
                last = this.parser.previous();
            }
            while (last > assign && this.tokens.kind(last) == TokenKind.NEWLINE) {
                last--;
            }
            value = this.parser.broken(Math.min(assign + 1, Math.max(last, assign)), Math.max(last, assign));
        }
        return new Attribute(this.parser.name(name), value,
                this.parser.span(this.tokens.start(name), Math.max(this.tokens.end(assign), value.span().end())));
    }

    private void block(int type, List<Item> items) {
        List<Label> labels = new ArrayList<>();
        while (!this.parser.hasFailed() && !this.parser.isNext(TokenKind.OPEN_BRACE)) {
            int token = this.parser.index();
            switch (this.tokens.kind(token)) {
                case OPEN_QUOTE -> labels.add(QuotedLabels.read(this.parser));
                case IDENTIFIER -> {
                    this.parser.read();
                    labels.add(new Label(this.tokens.text(token), false, this.parser.tokenSpan(token)));
                }
                case ASSIGN -> this.parser.fail(
                        "invalid block definition: `=` sets an argument and has no place in a" + " block's header",
                        token);
                case NEWLINE -> this.parser.fail("invalid block definition: expected `{` on the same line", token);
                default -> this.parser.fail("invalid block definition: expected a label or `{` here", token);
            }
        }
        if (this.parser.hasFailed()) {
            resume(type);
            return;
        }
        int open = this.parser.read();
        List<Item> inner = new ArrayList<>();
        boolean closed = this.parser.enter() && content(type, open, inner);
        this.parser.leave();
        boolean broken = this.parser.hasFailed();
        if (broken) {
            resume(type);
        }
        int close = Math.max(open, this.parser.previous());
        while (close > open && this.tokens.kind(close) == TokenKind.NEWLINE) {
            close--;
        }
        List<Item> outer = closed || broken ? List.of() : this.recovery.hoist(type, inner);
        Span bodySpan = this.parser.tokenSpan(open, close);
        items.add(new Block(this.parser.name(type), List.copyOf(labels), new Body(List.copyOf(inner), bodySpan),
                this.parser.tokenSpan(type, close)));
        items.addAll(outer);
        if (closed) {
            end(close);
        }
    }

    /// Requires the line break after a block.
    private void end(int close) {
        TokenKind end = this.parser.peek();
        if (end == TokenKind.END) {
            return;
        }
        if (end == TokenKind.NEWLINE) {
            this.parser.read();
            return;
        }
        this.parser.fail("missing newline after block definition: expected a line break here", this.parser.index());
        resume(close + 1);
    }

    /// Reads the content of a block and its closing brace.
    /// @return whether there is one
    private boolean content(int type, int open, List<Item> items) {
        switch (this.parser.peek()) {
            case NEWLINE, END, CLOSE_BRACE -> items(TokenKind.CLOSE_BRACE, items);
            default -> inline(items);
        }
        if (this.parser.hasFailed()) {
            return false;
        }
        if (this.parser.isNext(TokenKind.CLOSE_BRACE)) {
            this.parser.read();
            return true;
        }
        if (this.parser.isNext(TokenKind.END)) {
            if (!this.tokens.isNestingBroken() && !this.parser.isStopped()) {
                this.parser.report("unclosed configuration block: there is no closing brace for this block before the"
                        + " end of the file", type, open);
            }
        }
        else {
            this.parser.fail("invalid single-argument block definition: a block on one line holds one argument and must"
                    + " be closed on this line", this.parser.index());
        }
        return false;
    }

    private void inline(List<Item> items) {
        int name = this.parser.index();
        if (!this.parser.isNext(TokenKind.IDENTIFIER)) {
            this.parser.fail(REQUIRED, name);
            return;
        }
        this.parser.read();
        switch (this.parser.peek()) {
            case ASSIGN -> items.add(attribute(name, true));
            case OPEN_QUOTE, OPEN_BRACE, IDENTIFIER ->
                this.parser.fail("argument definition required: a block within a block stands on a line of its own",
                        name, this.parser.index());
            default -> this.parser.fail(REQUIRED + ": an argument is set with `=`", name);
        }
    }

}
