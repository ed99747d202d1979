package dev.rolewire.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Answers everything that a controller throws with a problem.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

    private final FailureLog log = new FailureLog();

    @ExceptionHandler
    void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws Throwable {
        Problem problem = Problems.of(failure);
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            this.log.write(failure);
        }
        if (response.isCommitted() && failure instanceof ProblemException) {
            // Tomcat has met the broken body first, and dispatches to the error page.
            return;
        }
        if (response.isCommitted()) {
            // Half a report is out. Only a broken connection tells the client that it is
            // half.
            throw failure;
        }
        try {
            ProblemWriter.write(problem.at(Addresses.base(request)), response);
        }
        catch (IOException gone) {
            // The client did not wait for the answer.
            return;
        }
    }

}
