package dev.rolewire.report;

import dev.rolewire.finding.Finding;
import dev.rolewire.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The unified diff of one file, as `git apply` takes it. The edits say which lines change, so nothing has to be compared.
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final List<String> old;

    private final List<Change> changes = new ArrayList<>();

    private final String uri;

    private UnifiedDiff(String uri, String text) {
        this.uri = uri;
        this.old = lines(text);
    }

    /// Some lines that become others.
    ///
    /// @param first the index of the first line
    /// @param removed the lines that go
    /// @param added the lines that come
    private record Change(int first, List<String> removed, List<String> added) {

        private int end() {
            return this.first + this.removed.size();
        }

    }

    /// Writes the diff of a file.
    /// @param source the file; one that is not UTF-8 has no diff
    /// @param edits at least one, sorted, not overlapping
    /// @return the diff, empty when there is none
    static String of(SourceFile source, List<Finding.Edit> edits) {
        String mark = switch (source.mark()) {
            case NONE -> "";
            case UTF_8 -> "\uFEFF";
            case UTF_16 -> null;
        };
        if (mark == null) {
            return "";
        }
        UnifiedDiff diff = new UnifiedDiff(source.uri(), mark + source.text());
        diff.collect(mark + source.text(), mark.length(), edits);
        return diff.write();
    }

    /// The lines of a text, each with its line feed.
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            lines.add(text.substring(from, at + 1));
            from = at + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    private void collect(String text, int shift, List<Finding.Edit> edits) {
        int line = 0;
        int lineStart = 0;
        int i = 0;
        while (i < edits.size()) {
            int start = edits.get(i).location().span().start() + shift;
            while (line < this.old.size() - 1 && lineStart + this.old.get(line).length() <= start) {
                lineStart += this.old.get(line++).length();
            }
            int first = line;
            int from = lineStart;
            StringBuilder added = new StringBuilder();
            int at = from;
            int end = from;
            do {
                Finding.Edit edit = edits.get(i++);
                added.append(text, at, edit.location().span().start() + shift).append(edit.newText());
                at = edit.location().span().end() + shift;
                while (line < this.old.size() && (end <= at && end < text.length())) {
                    end += this.old.get(line++).length();
                }
            }
            while (i < edits.size() && edits.get(i).location().span().start() + shift < end);
            lineStart = end;
            added.append(text, at, end);
            add(first, this.old.subList(first, line), lines(added.toString()));
        }
    }

    /// Takes a change, without the lines that stay at its start and end.
    private void add(int first, List<String> removed, List<String> added) {
        int before = 0;
        int shorter = Math.min(removed.size(), added.size());
        while (before < shorter && removed.get(before).equals(added.get(before))) {
            before++;
        }
        int after = 0;
        while (after < shorter - before
                && removed.get(removed.size() - 1 - after).equals(added.get(added.size() - 1 - after))) {
            after++;
        }
        Change change = new Change(first + before, removed.subList(before, removed.size() - after),
                added.subList(before, added.size() - after));
        if (!change.removed().isEmpty() || !change.added().isEmpty()) {
            this.changes.add(change);
        }
    }

    private String write() {
        StringBuilder out = new StringBuilder();
        if (this.changes.isEmpty()) {
            return "";
        }
        out.append("--- ").append(name("a/")).append('\n').append("+++ ").append(name("b/")).append('\n');
        int shift = 0;
        int i = 0;
        while (i < this.changes.size()) {
            int next = i + 1;
            while (next < this.changes.size()
                    && this.changes.get(next).first() - this.changes.get(next - 1).end() <= 2 * CONTEXT) {
                next++;
            }
            shift += hunk(out, this.changes.subList(i, next), shift);
            i = next;
        }
        return out.toString();
    }

    /// Writes changes that stand near to each other.
    /// @return by how many lines the file has grown
    private int hunk(StringBuilder out, List<Change> near, int shift) {
        int from = Math.max(0, near.getFirst().first() - CONTEXT);
        int to = Math.min(this.old.size(), near.getLast().end() + CONTEXT);
        int growth = near.stream().mapToInt((change) -> change.added().size() - change.removed().size()).sum();
        int count = to - from;
        out.append("@@ -").append(range(from, count)).append(" +").append(range(from + shift, count + growth));
        out.append(" @@\n");
        int at = from;
        for (Change change : near) {
            this.old.subList(at, change.first()).forEach((line) -> line(out, ' ', line));
            change.removed().forEach((line) -> line(out, '-', line));
            change.added().forEach((line) -> line(out, '+', line));
            at = change.end();
        }
        this.old.subList(at, to).forEach((line) -> line(out, ' ', line));
        return growth;
    }

    private static String range(int from, int count) {
        return (count == 0 ? from : from + 1) + (count == 1 ? "" : "," + count);
    }

    private static void line(StringBuilder out, char mark, String line) {
        out.append(mark).append(line);
        if (!line.endsWith("\n")) {
            out.append("\n\\ No newline at end of file\n");
        }
    }

    /// The path as git writes it: in quotes and with octal escapes where it has unusual
    /// characters, with a tab behind it where it has spaces.
    private String name(String side) {
        String path = side + (this.uri.isEmpty() ? "document" : this.uri);
        if (path.chars().allMatch((c) -> c >= ' ' && c < 0x7F && c != '"' && c != '\\')) {
            return path.indexOf(' ') < 0 ? path : path + "\t";
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            }
            else if (c < ' ' || c >= 0x7F) {
                quoted.append('\\').append((char) ('0' + (c >> 6))).append((char) ('0' + (c >> 3 & 7)));
                quoted.append((char) ('0' + (c & 7)));
            }
            else {
                quoted.append((char) c);
            }
        }
        return quoted.append('"').toString();
    }

}
