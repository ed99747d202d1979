package dev.rolewire.web;

import dev.rolewire.analysis.Report;
import java.time.Duration;

/// A report and where the time went.
///
/// @param report what came out
/// @param waited from the end of the body to the start of the analysis
/// @param took the whole analysis
/// @param judging the part of it for the wiring and the rules; the rest is parsing and lowering
record Analysed(Report report, Duration waited, Duration took, Duration judging) {

    /// The part of the analysis for parsing and lowering.
    Duration parsing() {
        return this.took.minus(this.judging);
    }

}
