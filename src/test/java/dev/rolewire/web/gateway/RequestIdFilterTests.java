package dev.rolewire.web.gateway;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What is logged during a request has its id. `GatewayHttpTests` shows the header.
class RequestIdFilterTests {

    private final RequestIdFilter filter = new RequestIdFilter();

    @Test
    void logEventsOfTheRequestHaveItsId() throws Exception {
        List<String> seen = new ArrayList<>();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("X-Request-Id", "abc-123");
        this.filter.doFilter(request, new MockHttpServletResponse(), (in, out) -> seen.add(MDC.get("http.request.id")));
        assertThat(seen).containsExactly("abc-123");
        assertThat(MDC.get("http.request.id")).as("the thread serves others next").isNull();
    }

    @Test
    void idIsTakenAwayAfterAFailure() {
        FilterChain failing = (in, out) -> {
            throw new ServletException("no");
        };
        assertThatThrownBy(
                () -> this.filter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), failing))
            .isInstanceOf(ServletException.class);
        assertThat(MDC.get("http.request.id")).isNull();
    }

    @Test
    void newIdsDiffer() throws Exception {
        MockHttpServletResponse first = new MockHttpServletResponse();
        MockHttpServletResponse second = new MockHttpServletResponse();
        this.filter.doFilter(new MockHttpServletRequest(), first, (in, out) -> {
        });
        this.filter.doFilter(new MockHttpServletRequest(), second, (in, out) -> {
        });
        assertThat(first.getHeader("X-Request-Id")).hasSize(36).isNotEqualTo(second.getHeader("X-Request-Id"));
    }

}
