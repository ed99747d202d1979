package dev.rolewire.web.request;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Report;

/// The options of one request.
///
/// @param analysis those for the core
/// @param fails whether a verdict `fail` turns the status to 422: `failOn` is given and not `never`
/// @param failOnUnchecked whether an unchecked slot does
public record RequestOptions(AnalysisOptions analysis, boolean fails, boolean failOnUnchecked) {

    /// The status that a report gets.
    public int status(Report report) {
        boolean failed = this.fails && report.verdict() == Report.Verdict.FAIL;
        boolean unchecked = this.failOnUnchecked
                && report.summary().slots().getOrDefault(Report.Outcome.UNCHECKED, 0) > 0;
        return (failed || unchecked) ? 422 : 200;
    }

}
