package dev.rolewire.model;

import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;

/// Where a part of the model is written.
///
/// @param source the file
/// @param span the text that stands for it
/// @param pointer the path from the document's root
public record Origin(SourceFile source, Span span, Pointer pointer) {

    public Location location() {
        return new Location(this.source, this.span);
    }

}
