package dev.rolewire.edit;

import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Lists of templates: those in brackets and those with dashes.
final class TemplateLists {

    private final SourceFile source;

    private final String text;

    private final boolean json;

    private final Layout layout;

    private final Lists lists;

    TemplateLists(SourceFile source, boolean json) {
        this.source = source;
        this.text = source.text();
        this.json = json;
        this.layout = new Layout(this.text);
        this.lists = new Lists(source);
    }

    /// Puts texts behind one in a JSON document that stands inside a text.
    @Nullable Written addInText(Span item, List<String> texts) {
        return this.lists.addInText(item, texts);
    }

    /// Puts texts behind one that is there.
    @Nullable Written add(TreePath path, List<String> texts) {
        Node item = path.node();
        String quote = quote(item);
        boolean member = path.parent() instanceof Sequence sequence && sequence.tag() == null;
        if (member && !isInBrackets(path.parent())) {
            return addLines(item, texts, quote);
        }
        if (member || isFlowSafe(item)) {
            return this.lists.add(item.span(), member, texts, quote);
        }
        return toLines(path, texts, quote);
    }

    private boolean isInBrackets(@Nullable Node list) {
        return list != null && this.text.charAt(list.span().end() - 1) == ']';
    }

    private String quote(Node item) {
        if (this.json) {
            return "\"";
        }
        return !(item instanceof Scalar scalar) ? "" : switch (scalar.style()) {
            case SINGLE_QUOTED -> "'";
            case DOUBLE_QUOTED -> "\"";
            case PLAIN, LITERAL, FOLDED -> "";
        };
    }

    /// Whether a node can stand in brackets as it is written.
    private boolean isFlowSafe(Node item) {
        if (this.json) {
            return true;
        }
        String written = this.source.textAt(item.span());
        boolean plain = item instanceof Scalar scalar && scalar.style() == Scalar.Style.PLAIN;
        boolean brackets = written.chars().anyMatch((c) -> ",[]{}".indexOf(c) >= 0);
        boolean quoted = item instanceof Scalar scalar
                && (scalar.style() == Scalar.Style.SINGLE_QUOTED || scalar.style() == Scalar.Style.DOUBLE_QUOTED);
        return written.indexOf('\n') < 0 && (quoted || plain && !brackets || written.startsWith("{"));
    }

    private Written addLines(Node item, List<String> texts, String quote) {
        int start = this.text.lastIndexOf('-', item.span().start() - 1);
        String indent = this.layout.indent(start);
        int end = this.layout.lineEnd(item.span().end());
        StringBuilder added = new StringBuilder();
        texts.forEach((each) -> added.append(this.layout.lineBreak())
            .append(indent)
            .append("- ")
            .append(quote)
            .append(each)
            .append(quote));
        return Written.of(this.source, end, end, added.toString());
    }

    /// Makes the only value of a key a list with dashes.
    private @Nullable Written toLines(TreePath path, List<String> texts, String quote) {
        Node item = path.node();
        Mapping.Entry entry = path.entry();
        String written = this.source.textAt(item.span());
        if (entry == null || written.indexOf('\n') >= 0 || !this.layout.startsLine(entry.key().span().start())) {
            return null;
        }
        int colon = this.text.indexOf(':', entry.key().span().end());
        if (!this.text.substring(colon + 1, item.span().start()).isBlank()) {
            return null;
        }
        String gap = this.layout.lineBreak() + this.layout.indent(entry.key().span().start()) + "  - ";
        StringBuilder lines = new StringBuilder(gap + written);
        texts.forEach((each) -> lines.append(gap).append(quote).append(each).append(quote));
        return Written.of(this.source, colon + 1, item.span().end(), lines.toString());
    }

    /// Makes the value of a key an object with that value in a field.
    @Nullable Written nest(TreePath path, String name) {
        Span span = path.node().span();
        Mapping.Entry entry = path.entry();
        int key = entry == null ? -1 : entry.key().span().start();
        boolean inLine = this.source.textAt(span).indexOf('\n') < 0;
        if (this.json) {
            return new Written(List.of(Written.edit(this.source, span.start(), span.start(), "{ \"" + name + "\": "),
                    Written.edit(this.source, span.end(), span.end(), " }")), true);
        }
        if (entry == null || !inLine || !this.layout.startsLine(key)) {
            return null;
        }
        int colon = this.text.indexOf(':', entry.key().span().end());
        boolean next = this.text.substring(colon + 1, span.start()).isBlank()
                && this.text.substring(colon + 1, span.start()).indexOf('\n') < 0;
        String gap = this.layout.lineBreak() + this.layout.indent(key) + "  ";
        return next ? Written.of(this.source, colon + 1, span.start(), gap + name + ": ") : null;
    }

    /// Takes all items but the first out of a list.
    @Nullable Written keepFirst(Node node) {
        if (!(node instanceof Sequence sequence) || sequence.items().size() < 2) {
            return null;
        }
        int from = sequence.items().getFirst().span().end();
        int to = sequence.items().getLast().span().end();
        return isInBrackets(sequence) ? Written.of(this.source, from, to, "")
                : Written.of(this.source, this.layout.lineEnd(from), this.layout.lineEnd(to), "");
    }

}
