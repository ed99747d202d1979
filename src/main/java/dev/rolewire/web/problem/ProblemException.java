package dev.rolewire.web.problem;

/// Ends a call with a problem. Carries no stack trace: it tells of the call, not of the code.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.type().slug(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return this.problem;
    }

}
