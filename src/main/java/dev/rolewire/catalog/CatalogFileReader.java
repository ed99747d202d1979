package dev.rolewire.catalog;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Reads the data files of the catalog: YAML, but only as much of it as they need.
///
/// A line is empty, a comment, `key:` with entries two columns further right below it, or `key: value`. A value is a plain
/// text, a text in single quotes, or a list of them in brackets. A full YAML parser takes a quarter of a second for the
/// files in a fresh virtual machine; this reader takes a tenth of that, and knows the line of everything.
final class CatalogFileReader {

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

    private final String file;

    private final String text;

    private int line;

    private CatalogFileReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /// Reads a file.
    /// @param file its name, for messages
    /// @param text its content
    /// @return an entry without a key whose entries are those of the file
    /// @throws CatalogException when a line is something else
    static CatalogEntry read(String file, String text) {
        return new CatalogFileReader(file, text).read();
    }

    private CatalogEntry read() {
        CatalogEntry root = new CatalogEntry(this.file, 1, "", List.of(), new ArrayList<>());
        List<CatalogEntry> open = new ArrayList<>();
        open.add(root);
        int start = 0;
        while (start < this.text.length()) {
            int end = this.text.indexOf('\n', start);
            end = (end < 0) ? this.text.length() : end;
            this.line++;
            int stop = (end > start && this.text.charAt(end - 1) == '\r') ? end - 1 : end;
            int first = start;
            while (first < stop && this.text.charAt(first) == ' ') {
                first++;
            }
            if (first < stop && this.text.charAt(first) != '#') {
                addEntry(open, first - start, this.text.substring(first, stop));
            }
            start = end + 1;
        }
        return root;
    }

    private void addEntry(List<CatalogEntry> open, int indent, String content) {
        int depth = indent / 2;
        if (indent % 2 != 0 || depth >= open.size()) {
            throw problem("expected an indent of at most " + 2 * (open.size() - 1) + " columns, found " + indent);
        }
        if (content.endsWith(" ") || content.indexOf('\t') >= 0) {
            throw problem("there is a tab or a space at the end");
        }
        int cut = keyEnd(content);
        String key = plainOrQuoted(content.substring(0, cut), true);
        boolean section = cut == content.length() - 1;
        List<String> values = section ? List.of() : values(content.substring(cut + 2));
        CatalogEntry entry = new CatalogEntry(this.file, this.line, key, values,
                section ? new ArrayList<>() : List.of());
        open.subList(depth + 1, open.size()).clear();
        open.get(depth).entries().add(entry);
        if (section) {
            open.add(entry);
        }
    }

    private int keyEnd(String content) {
        int cut = content.indexOf(": ");
        if (cut < 0 && content.endsWith(":")) {
            cut = content.length() - 1;
        }
        if (cut <= 0) {
            throw problem("expected `key:` or `key: value`");
        }
        return cut;
    }

    private List<String> values(String content) {
        if (!content.startsWith("[")) {
            return List.of(plainOrQuoted(content, false));
        }
        List<String> values = new ArrayList<>();
        int at = 1;
        while (true) {
            int end = itemEnd(content, at);
            String item = (end < 0) ? "" : content.substring(at, end);
            if (end < 0 || item.isEmpty()) {
                throw problem("expected a list such as `[a, 'b']`");
            }
            values.add(plainOrQuoted(item, false));
            if (content.charAt(end) == ']') {
                if (end != content.length() - 1) {
                    throw problem("there is more behind the list");
                }
                return List.copyOf(values);
            }
            at = content.startsWith(", ", end) ? end + 2 : content.length();
        }
    }

    /// Where an item of a list ends: its comma or bracket; -1 when neither comes.
    private static int itemEnd(String content, int start) {
        boolean quoted = false;
        for (int i = start; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            }
            else if (!quoted && (c == ',' || c == ']')) {
                return i;
            }
        }
        return -1;
    }

    private String plainOrQuoted(String content, boolean key) {
        String unquoted = unquote(content);
        if (unquoted != null) {
            return unquoted;
        }
        if (content.isEmpty() || INDICATORS.indexOf(content.charAt(0)) >= 0 || content.contains(": ")
                || content.contains(" #") || (!key && content.endsWith(":"))) {
            throw problem("`" + content + "` must stand in single quotes");
        }
        return content;
    }

    /// The text in single quotes, where a quote is doubled; null when it is no such text.
    private static @Nullable String unquote(String content) {
        if (content.length() < 2 || content.charAt(0) != '\'' || !content.endsWith("'")) {
            return null;
        }
        String inner = content.substring(1, content.length() - 1);
        String single = inner.replace("''", "");
        return (single.indexOf('\'') >= 0) ? null : inner.replace("''", "'");
    }

    private CatalogException problem(String message) {
        return new CatalogException(this.file, this.line, message);
    }

}
