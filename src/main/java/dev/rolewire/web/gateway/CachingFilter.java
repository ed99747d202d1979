package dev.rolewire.web.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Says how long what does not change while the service runs may be kept, and answers 304 to who has it already. Rules,
/// catalog and schema are kept for five minutes: after a new version is rolled out, they may be that old. The API's
/// description depends on how the service was called, and Swagger UI on the version: both are asked for each time.
///
/// The entity tag is weak, since Tomcat compresses the same entity for some clients and not for others.
@Component
class CachingFilter extends ShallowEtagHeaderFilter {

    private static final List<String> KEPT = List.of("/v1/rules", "/v1/catalog", "/v1/report-schema");

    private static final List<String> ASKED_FOR = List.of("/v3/api-docs", "/swagger-ui");

    CachingFilter() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return !reads || !(isBelow(KEPT, request) || isBelow(ASKED_FOR, request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, isBelow(KEPT, request) ? "public, max-age=300" : "no-cache");
        super.doFilterInternal(request, response, chain);
    }

    private static boolean isBelow(List<String> paths, HttpServletRequest request) {
        String path = request.getServletPath();
        return paths.stream().anyMatch((each) -> path.equals(each) || path.startsWith(each + "/"));
    }

}
