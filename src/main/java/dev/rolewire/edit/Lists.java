package dev.rolewire.edit;

import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// Lists in brackets: of JSON, of HCL, of YAML's flow style, and of JSON inside a text.
final class Lists {

    private final SourceFile source;

    private final String text;

    private final Layout layout;

    Lists(SourceFile source) {
        this.source = source;
        this.text = source.text();
        this.layout = new Layout(this.text);
    }

    /// Replaces a part of a text that stands in it once.
    /// @return null when it does not
    static @Nullable Written replace(SourceFile source, Span span, String old, String text) {
        String written = source.textAt(span);
        int at = written.indexOf(old);
        return old.isEmpty() || at < 0 || written.indexOf(old, at + 1) >= 0 ? null
                : Written.of(source, span.start() + at, span.start() + at + old.length(), text);
    }

    /// Puts texts behind one that is there.
    /// @param item the one that is there
    /// @param member whether it is in a list already; else it becomes one
    /// @param quote what stands around a text
    Written add(Span item, boolean member, List<String> texts, String quote) {
        StringBuilder added = new StringBuilder();
        boolean lines = member && this.layout.startsLine(item.start());
        String gap = lines ? this.layout.lineBreak() + this.layout.indent(item.start()) : " ";
        texts.forEach((each) -> added.append(",").append(gap).append(quote).append(each).append(quote));
        if (member) {
            return Written.of(this.source, item.end(), item.end(), added.toString());
        }
        return new Written(List.of(Written.edit(this.source, item.start(), item.start(), "["),
                Written.edit(this.source, item.end(), item.end(), added + "]")), true);
    }

    /// Puts texts behind one in a JSON document that stands inside a text, such as a
    /// heredoc.
    /// @return null when the span covers no text of JSON
    @Nullable Written addInText(Span item, List<String> texts) {
        String written = this.source.textAt(item);
        String quote = written.startsWith("\\\"") ? "\\\"" : "\"";
        if (!written.startsWith(quote) || !written.endsWith(quote) || written.length() <= quote.length()) {
            return null;
        }
        int before = item.start() - 1;
        while (before >= 0 && isBlank(before)) {
            before--;
        }
        char c = before < 0 ? 0 : this.text.charAt(before);
        return c == '[' || c == ',' || c == ':' ? add(item, c != ':', texts, quote) : null;
    }

    /// White space, also as JSON inside a text has it.
    private boolean isBlank(int at) {
        char c = this.text.charAt(at);
        boolean escape = c == 'n' && at > 0 && this.text.charAt(at - 1) == '\\'
                || c == '\\' && this.text.startsWith("\\n", at);
        return Character.isWhitespace(c) || escape;
    }

}
