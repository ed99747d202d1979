package dev.rolewire.web.connection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Has the guard watch each request.
public final class PaceFilter extends OncePerRequestFilter {

    private final ConnectionGuard guard;

    private final PaceRules rules;

    public PaceFilter(ConnectionGuard guard, PaceRules rules) {
        this.guard = guard;
        this.rules = rules;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Pace pace = new Pace(this.rules);
        pace.in(request);
        this.guard.watch(request.getServletConnection().getConnectionId(), pace);
        try {
            chain.doFilter(request, response);
        }
        finally {
            pace.ends();
        }
    }

}
