package dev.rolewire.web.gateway;

import dev.rolewire.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every request an id: the one in `X-Request-Id` that a gateway gave it, or a new one. It goes back in the same
/// header, stands in problems as `requestId`, and in log events as `http.request.id`, which is ECS' name for it.
///
/// An id comes from outside and goes into logs and headers, so one that holds anything but plain characters, is longer than
/// 128 of them, or is one of several is not taken.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:/+=@-]{1,128}");

    private static final String ATTRIBUTE = RequestIdFilter.class.getName();

    private static final String LOG_FIELD = "http.request.id";

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request);
        response.setHeader(ProblemWriter.REQUEST_ID, id);
        MDC.put(LOG_FIELD, id);
        try {
            chain.doFilter(request, response);
        }
        finally {
            MDC.remove(LOG_FIELD);
        }
    }

    private static String id(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        List<String> given = Collections.list(request.getHeaders(ProblemWriter.REQUEST_ID));
        String id = (given.size() == 1 && PLAIN.matcher(given.getFirst()).matches()) ? given.getFirst()
                : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

}
