package dev.rolewire.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The error page of the server, in place of Spring Boot's: for what filters throw and what the container refuses.
@Hidden
@RestController
class ProblemErrorController implements ErrorController {

    private final FailureLog log = new FailureLog();

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            Throwable cause = (failure instanceof ServletException && failure.getCause() != null) ? failure.getCause()
                    : failure;
            problem = Problems.of(cause);
            if (problem.type() == ProblemType.INTERNAL_ERROR) {
                this.log.write(cause);
            }
        }
        else {
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            problem = Problems.ofStatus((status instanceof Integer code) ? code : 404);
        }
        ProblemWriter.write(problem.at(Addresses.base(request)), response);
    }

}
