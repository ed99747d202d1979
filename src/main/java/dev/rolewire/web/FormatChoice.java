package dev.rolewire.web;

import dev.rolewire.report.ReportFormat;
import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.problem.Problems;
import dev.rolewire.web.request.Query;
import java.util.List;

/// Chooses the format of a report: `?format=` first, then the `Accept` header, then the first format.
final class FormatChoice {

    private FormatChoice() {
    }

    /// The format for a request.
    /// @param accepts the `Accept` headers
    /// @throws dev.rolewire.web.problem.ProblemException when there is none
    static ReportFormat of(Query query, List<String> accepts) {
        String id = query.one("format").orElse(null);
        if (id != null) {
            return ReportFormat.of(id).orElseThrow(() -> unknown(id, ReportFormat.ids()).asException());
        }
        return Negotiation.choose(List.of(ReportFormat.values()), ReportFormat::mediaType, accepts)
            .orElseThrow(() -> Problems.notAcceptable(ReportFormat.mediaTypes()).asException());
    }

    /// The problem of a word that names no format.
    /// @param known the words that do
    static Problem unknown(String id, List<String> known) {
        return Problem
            .of(ProblemType.BAD_OPTION_VALUE,
                    "`format` takes one of " + String.join(", ", known) + ", and not " + Excerpt.of(id) + ".")
            .with("option", "format")
            .with("allowed", known);
    }

}
