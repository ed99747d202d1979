package dev.rolewire.web.privacy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/// Lets no logger of the libraries tell what a request holds. At DEBUG and TRACE the server and the framework print headers,
/// queries and bodies, so that below INFO only those may speak that see no request; and at INFO the server quotes what it
/// cannot parse. No setting of levels changes that.
final class LogGuard extends TurboFilter {

    /// What never sees a request.
    private static final List<String> BLIND = List.of("dev.rolewire.", "org.springframework.boot.",
            "org.springframework.beans.", "org.springframework.context.", "org.springframework.core.");

    /// What quotes a request that it cannot parse.
    private static final List<String> QUOTING = List.of("org.apache.coyote.", "org.apache.tomcat.util.");

    /// Logs each exception with its message; `FailureLog` logs it without.
    private static final String MESSAGES = "org.apache.catalina.core.ContainerBase";

    @Override
    public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
            Object @Nullable [] parameters, @Nullable Throwable failure) {
        String name = logger.getName();
        if (level.toInt() < Level.INFO_INT && BLIND.stream().noneMatch(name::startsWith)) {
            return FilterReply.DENY;
        }
        if (level.toInt() < Level.WARN_INT && QUOTING.stream().anyMatch(name::startsWith)) {
            return FilterReply.DENY;
        }
        return name.startsWith(MESSAGES) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

}
