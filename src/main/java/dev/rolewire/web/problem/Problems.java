package dev.rolewire.web.problem;

import dev.rolewire.report.ReportFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpMethod;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What failures mean for the client. Messages of exceptions never get into a problem: they may speak of the document or
/// of the code.
public final class Problems {

    private Problems() {
    }

    /// The problem of an exception that ended a call.
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case NoResourceFoundException _, NoHandlerFoundException _ -> ofStatus(404);
            case HttpRequestMethodNotSupportedException method -> methodNotAllowed(method);
            case HttpMediaTypeNotAcceptableException _ -> notAcceptable(List.of("application/json"));
            case HttpMediaTypeNotSupportedException _ -> ofStatus(415);
            case MethodArgumentTypeMismatchException _, InvalidParameterException _ -> ofStatus(400);
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            case IOException _ -> ofStatus(400);
            default -> ofStatus(500);
        };
    }

    /// The problem of a status that the server set without saying more.
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND,
                    "Post a template or plan to /v1/analyses; the API is described at /swagger-ui.");
            case 405 ->
                Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The `Allow` header lists the methods of this path.");
            case 406 -> notAcceptable(ReportFormat.mediaTypes());
            case 408 -> Problem.of(ProblemType.REQUEST_TIMEOUT, "Send the body without pauses.");
            case 413 -> Problem.of(ProblemType.REQUEST_TOO_LARGE, "The body is larger than the server takes.");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send a template or plan as application/yaml or application/json.");
            case 503 -> Problem.of(ProblemType.OVERLOADED, "Try again soon.")
                .with(Problem.REASON, "server")
                .withHeader("Retry-After", "2");
            case 500 -> Problem.of(ProblemType.INTERNAL_ERROR,
                    "The request met a flaw of the service. Nothing of it was kept; please report what was sent.");
            default -> Problem.of(ProblemType.BAD_REQUEST, "The server could not read the request.").withStatus(status);
        };
    }

    /// No format suits the client.
    /// @param supported the media types that there are
    public static Problem notAcceptable(List<String> supported) {
        return Problem
            .of(ProblemType.NOT_ACCEPTABLE, "Accept one of " + String.join(", ", supported) + ", or leave it out.")
            .with("supported", supported);
    }

    private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException failure) {
        List<String> allowed = new ArrayList<>();
        if (failure.getSupportedHttpMethods() != null) {
            failure.getSupportedHttpMethods().stream().map(HttpMethod::name).sorted().forEach(allowed::add);
        }
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This path takes " + String.join(", ", allowed) + ".")
            .with("allowed", allowed)
            .withHeader("Allow", String.join(", ", allowed));
    }

}
