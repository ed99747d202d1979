package dev.rolewire.web.request;

/// Decodes one kind of body.
interface BodyDecoder {

    /// Whether a body is of this kind, by its headers and its first bytes.
    boolean takes(Body body);

    /// Reads a body.
    /// @param body the body, of this kind
    /// @param query the parameters of the query
    /// @return its files and options
    /// @throws dev.rolewire.web.problem.ProblemException when the call makes no sense
    AnalysisRequest decode(Body body, Query query);

}
