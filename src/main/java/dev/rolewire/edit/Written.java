package dev.rolewire.edit;

import java.util.List;

import dev.rolewire.finding.Finding.Edit;
import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;

/// A change as it is written.
///
/// @param edits the edits of one file, sorted, not overlapping
/// @param sure whether they change nothing else; not when what stands there may have been something else on purpose
record Written(List<Edit> edits, boolean sure) {

    Written {
        edits = List.copyOf(edits);
    }

    /// One replacement.
    static Written of(SourceFile source, int start, int end, String text) {
        return new Written(List.of(edit(source, start, end, text)), true);
    }

    static Edit edit(SourceFile source, int start, int end, String text) {
        return new Edit(new Location(source, new Span(start, end)), text);
    }

    Written unsure() {
        return new Written(this.edits, false);
    }

}
