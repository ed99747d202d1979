package dev.rolewire.testing;

import dev.rolewire.source.Location;
import dev.rolewire.source.Position;
import org.jspecify.annotations.Nullable;

/// Where a fixture expects a finding.
sealed interface Place {

    /// Whether a finding's location is the expected one.
    /// @param location the finding's location, or null when it has none
    boolean matches(@Nullable Location location);

    /// The first line, to sort by; 0 for none.
    int line();

    /// The document as a whole: the finding has no location.
    record Nowhere() implements Place {

        @Override
        public boolean matches(@Nullable Location location) {
            return location == null;
        }

        @Override
        public int line() {
            return 0;
        }

        @Override
        public String toString() {
            return "-";
        }

    }

    /// Both ends, the end exclusive.
    record Exact(Position start, Position end) implements Place {

        static Exact of(Location location) {
            return new Exact(location.start(), location.end());
        }

        @Override
        public boolean matches(@Nullable Location location) {
            return location != null && location.start().equals(this.start) && location.end().equals(this.end);
        }

        @Override
        public int line() {
            return this.start.line();
        }

        @Override
        public String toString() {
            return this.start.line() + ":" + this.start.column() + "-" + this.end.line() + ":" + this.end.column();
        }

    }

    /// Carets below a line. They cover a span of that line exactly, or the first line of
    /// a longer span up to the line's
    /// end.
    ///
    /// @param start the column of the first caret
    /// @param end the column after the last caret
    /// @param lineEnd the column after the last code unit of the line above
    record Carets(int line, int start, int end, int lineEnd) implements Place {

        @Override
        public boolean matches(@Nullable Location location) {
            if (location == null || !location.start().equals(new Position(this.line, this.start))) {
                return false;
            }
            Position actualEnd = location.end();
            return actualEnd.line() == this.line ? actualEnd.column() == this.end : this.end == this.lineEnd;
        }

        @Override
        public String toString() {
            return this.line + ":" + this.start + "-" + this.line + ":" + this.end;
        }

    }

}
