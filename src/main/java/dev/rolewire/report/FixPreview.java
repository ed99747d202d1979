package dev.rolewire.report;

import dev.rolewire.finding.Finding;
import dev.rolewire.source.LineIndex;
import dev.rolewire.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/// The lines that a fix takes away and puts in their place, as people know them from diffs.
final class FixPreview {

    /// Longer lines are not shown: what stands beside the edits may be secret, as in
    /// [Snippet].
    private static final int LONGEST_LINE = 100;

    /// Longer new lines are not worth reading.
    private static final int LONGEST_NEW_LINE = 300;

    private static final int MOST_LINES = 40;

    private FixPreview() {
    }

    /// The lines of a fix, each with `-` or `+` in front; none when they would not help.
    static List<String> of(Finding.Fix fix) {
        List<String> lines = new ArrayList<>();
        List<Finding.Edit> edits = fix.edits();
        for (int i = 0; i < edits.size();) {
            int next = i + 1;
            while (next < edits.size() && touches(edits.get(next - 1), edits.get(next))) {
                next++;
            }
            hunk(edits.subList(i, next), lines);
            i = next;
        }
        boolean unreadable = lines.stream()
            .anyMatch((line) -> line.length() - 2 > (line.startsWith("-") ? LONGEST_LINE : LONGEST_NEW_LINE));
        return (unreadable || lines.size() > MOST_LINES) ? List.of() : lines;
    }

    /// Whether two edits change the same line.
    private static boolean touches(Finding.Edit edit, Finding.Edit next) {
        return edit.location().source() == next.location().source()
                && edit.location().end().line() >= next.location().start().line();
    }

    private static void hunk(List<Finding.Edit> edits, List<String> lines) {
        SourceFile source = edits.getFirst().location().source();
        LineIndex index = source.lines();
        CharSequence text = source.characters();
        int start = index.startOf(edits.getFirst().location().start().line());
        int lastLine = edits.getLast().location().end().line();
        int end = (lastLine < index.lineCount()) ? index.startOf(lastLine + 1) : text.length();
        if (end - start > LONGEST_LINE * MOST_LINES) {
            lines.add("-".repeat(LONGEST_LINE + 3));
            return;
        }
        StringBuilder after = new StringBuilder();
        int from = start;
        for (Finding.Edit edit : edits) {
            after.append(text, from, edit.location().span().start()).append(edit.newText());
            from = edit.location().span().end();
        }
        after.append(text, from, end);
        diff(text.subSequence(start, end).toString().lines().toList(), after.toString().lines().toList(), lines);
    }

    /// Leaves out the lines that both sides begin or end with.
    private static void diff(List<String> before, List<String> after, List<String> lines) {
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(before.size(), after.size()) - same
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        before.subList(same, before.size() - tail).forEach((line) -> lines.add("- " + Snippet.masked(line)));
        after.subList(same, after.size() - tail).forEach((line) -> lines.add("+ " + Snippet.masked(line)));
    }

}
