package dev.rolewire.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Where the client has called the service, through gateways and all.
public final class Addresses {

    /// What may stand in a shell command without doing anything there.
    private static final Pattern PLAIN = Pattern.compile("https?://[A-Za-z0-9.:_~%/\\[\\]-]+");

    private static final String STANDARD = "http://localhost:8080";

    private Addresses() {
    }

    /// Scheme, host, port and context path, as the client wrote them.
    public static String base(HttpServletRequest request) {
        String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return PLAIN.matcher(base).matches() ? base : STANDARD;
    }

}
