package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;

/// The limit of one document: plans may be larger than templates.
final class DocumentLimit {

    private DocumentLimit() {
    }

    /// Ends the call when a document is larger than its limit.
    /// @throws dev.rolewire.web.problem.ProblemException with the limit
    static void check(byte[] bytes, Limits limits) {
        long limit = limits.maxDocumentSize().toBytes();
        if (bytes.length <= limit) {
            return;
        }
        boolean plan = new DocumentStart(bytes).isPlan();
        long plans = limits.maxPlanSize().toBytes();
        if (!plan || bytes.length > plans) {
            long own = plan ? plans : limit;
            throw Problem
                .of(ProblemType.DOCUMENT_TOO_LARGE,
                        "A document is larger than the limit of " + own + " bytes for "
                                + (plan ? "a plan." : "a template."))
                .with("limit", own)
                .asException();
        }
    }

}
