package dev.rolewire.web.access;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Answers who may not with a problem, and with the `WWW-Authenticate` of RFC 9110 and RFC 6750. Messages of exceptions stay
/// inside: they quote tokens.
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String CHALLENGE = "WWW-Authenticate";

    private static final String REALM = "Bearer realm=\"rolewire\"";

    private final Access access;

    private final MeterRegistry registry;

    Refusals(Access access, MeterRegistry registry) {
        this.access = access;
        this.registry = registry;
        for (String outcome : new String[] { "missing", "refused", "forbidden", "unavailable" }) {
            registry.counter("rolewire.access.refused", "outcome", outcome);
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case TokenAuthentication.IssuerUnavailable _ -> answer("unavailable", unavailable(), response);
            case InsufficientAuthenticationException _ -> answer("missing", missing(), response);
            default -> answer("refused", refused(), response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        String scope = this.access.jwt().scope();
        answer("forbidden",
                Problem.of(ProblemType.FORBIDDEN, "The token lacks the scope `" + scope + "`.")
                    .withHeader(CHALLENGE, REALM + ", error=\"insufficient_scope\", scope=\"" + scope + "\""),
                response);
    }

    private Problem missing() {
        String detail = switch (this.access.mode()) {
            case API_KEY -> "Send an API key in the header `X-API-Key`, or as `Authorization: Bearer`.";
            case JWT, OPEN -> "Send a token as `Authorization: Bearer`.";
        };
        return Problem.of(ProblemType.UNAUTHENTICATED, detail).withHeader(CHALLENGE, REALM);
    }

    private Problem refused() {
        String detail = switch (this.access.mode()) {
            case API_KEY -> "The API key is none of this service.";
            case JWT, OPEN ->
                "The token is malformed, expired, not signed by the issuer's keys, or meant for another audience.";
        };
        return Problem.of(ProblemType.UNAUTHENTICATED, detail)
            .withHeader(CHALLENGE, REALM + ", error=\"invalid_token\"");
    }

    private static Problem unavailable() {
        return Problem.of(ProblemType.ISSUER_UNAVAILABLE, "The issuer's keys cannot be fetched. Try again soon.")
            .with(Problem.REASON, "issuer")
            .withHeader("Retry-After", "10");
    }

    private void answer(String outcome, Problem problem, HttpServletResponse response) throws IOException {
        this.registry.counter("rolewire.access.refused", "outcome", outcome).increment();
        ProblemWriter.write(problem, response);
    }

}
