package dev.rolewire.web.request;

import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;

/// The limit of one document: plans may be larger than templates.
final class DocumentLimit {

    private DocumentLimit() {
    }

    /// Ends the call when a document is larger than its limit.
    /// @throws dev.rolewire.web.problem.ProblemException with the limit
    static void check(byte[] bytes, Limits limits) {
        check("", bytes, limits);
    }

    /// Ends the call when a file of several is larger than its limit.
    /// @param path of the file, or empty when there is only one
    /// @throws dev.rolewire.web.problem.ProblemException with the limit and the path
    static void check(String path, byte[] bytes, Limits limits) {
        long limit = limits.maxDocumentSize().toBytes();
        if (bytes.length <= limit) {
            return;
        }
        boolean plan = new DocumentStart(bytes).isPlan();
        long plans = limits.maxPlanSize().toBytes();
        if (!plan || bytes.length > plans) {
            throw beyond(path, plan ? plans : limit, plan).asException();
        }
    }

    /// The problem of a document that is too large.
    /// @param path of the file, or empty when there is only one
    static Problem beyond(String path, long limit, boolean plan) {
        Problem problem = Problem
            .of(ProblemType.DOCUMENT_TOO_LARGE,
                    (path.isEmpty() ? "A document" : Excerpt.of(path)) + " is larger than the limit of " + limit
                            + " bytes for " + (plan ? "a plan." : "a template."))
            .with("limit", limit);
        return path.isEmpty() ? problem : problem.with("entry", Excerpt.plain(path));
    }

}
