package dev.rolewire.web;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets pages of the configured origins call the service from a browser. Without configuration there is nothing of CORS:
/// browsers then let no other site read an answer.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("rolewire.cors.allowed-origins")
class CrossOriginConfiguration {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> crossOrigin(RolewireProperties properties) {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(
                new CrossOriginFilter(properties.cors().allowedOrigins()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    /// Answers preflights and names the origin that may read.
    private static final class CrossOriginFilter extends OncePerRequestFilter {

        private final CorsConfiguration allowed = new CorsConfiguration();

        private final DefaultCorsProcessor processor = new DefaultCorsProcessor();

        CrossOriginFilter(List<String> origins) {
            this.allowed.setAllowedOrigins(origins);
            this.allowed.setAllowedMethods(List.of("GET", "HEAD", "POST"));
            this.allowed.setAllowedHeaders(List.of("Accept", "Authorization", "Content-Encoding", "Content-Type",
                    "X-API-Key", "X-Request-Id"));
            this.allowed.setExposedHeaders(
                    List.of("Retry-After", "Server-Timing", "WWW-Authenticate", "X-Request-Id", "ETag", "Link"));
            this.allowed.setMaxAge(Duration.ofHours(1));
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String origin = request.getHeader("Origin");
            if (origin != null && CorsUtils.isCorsRequest(request) && this.allowed.checkOrigin(origin) == null) {
                response.addHeader("Vary", "Origin");
                ProblemWriter.write(
                        Problem.of(ProblemType.FOREIGN_ORIGIN,
                                "The operator lists the origins that may in `rolewire.cors.allowed-origins`."),
                        response);
                return;
            }
            boolean goesOn = this.processor.processRequest(this.allowed, request, response);
            if (goesOn && !CorsUtils.isPreFlightRequest(request)) {
                chain.doFilter(request, response);
            }
        }

    }

}
