package dev.rolewire.web.gateway;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ForwardedHeaderFilter;

/// Spring's filter for forwarded headers, after a look at them: Spring takes whatever is there into addresses, and fails
/// where that gives none. It stands in the place of the one that Boot makes for `server.forward-headers-strategy`, behind
/// the filters that give every answer its headers.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class GatewayFilter extends ForwardedHeaderFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> malformed = ForwardedHeaders.malformed(request);
        if (malformed.isPresent()) {
            ProblemWriter.write(Problem.of(ProblemType.BAD_REQUEST, "`" + malformed.get()
                    + "` is malformed: let only the gateway set it, and nothing but the address that it was called at."),
                    response);
            return;
        }
        super.doFilterInternal(request, response, chain);
    }

}
