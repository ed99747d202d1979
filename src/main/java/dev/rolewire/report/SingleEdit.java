package dev.rolewire.report;

import dev.rolewire.finding.Finding;
import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import java.util.List;
import java.util.Optional;

/// A fix as one edit, for readers that know no fix of several.
final class SingleEdit {

    /// How many lines may lie between edits that are put together: what lies between them
    /// is repeated.
    private static final int MOST_LINES = 2;

    private SingleEdit() {
    }

    /// The edit that does what all edits of a fix do; nothing when they are in several
    /// files or far apart.
    static Optional<Finding.Edit> of(Finding.Fix fix) {
        List<Finding.Edit> edits = fix.edits();
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        SourceFile source = edits.getFirst().location().source();
        StringBuilder text = new StringBuilder(edits.getFirst().newText());
        for (int i = 1; i < edits.size(); i++) {
            Location before = edits.get(i - 1).location();
            Location next = edits.get(i).location();
            if (next.source() != source || next.start().line() - before.end().line() > MOST_LINES) {
                return Optional.empty();
            }
            text.append(source.textAt(new Span(before.span().end(), next.span().start())))
                .append(edits.get(i).newText());
        }
        Span span = new Span(edits.getFirst().location().span().start(), edits.getLast().location().span().end());
        return Optional.of(new Finding.Edit(new Location(source, span), text.toString()));
    }

}
