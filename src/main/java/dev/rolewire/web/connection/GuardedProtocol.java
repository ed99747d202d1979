package dev.rolewire.web.connection;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tomcat's HTTP with a guard of its connections. Tomcat makes it by its name.
public final class GuardedProtocol extends Http11NioProtocol {

    private static final Logger LOGGER = LoggerFactory.getLogger(GuardedProtocol.class);

    private @Nullable ConnectionGuard guard;

    private @Nullable ScheduledExecutorService clock;

    /// Sets who looks at the connections, before the start.
    public void guardedBy(ConnectionGuard guard) {
        this.guard = guard;
    }

    @Override
    public void start() throws Exception {
        super.start();
        ConnectionGuard watching = this.guard;
        if (watching != null && this.clock == null) {
            ScheduledExecutorService ticking = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("connection-guard").factory());
            ticking.scheduleWithFixedDelay(() -> check(watching), 1, 1, TimeUnit.SECONDS);
            this.clock = ticking;
        }
    }

    @Override
    public void stop() throws Exception {
        if (this.clock != null) {
            this.clock.shutdownNow();
            this.clock = null;
        }
        super.stop();
    }

    /// A connection may change while it is looked at; the next look sees it right.
    private void check(ConnectionGuard watching) {
        try {
            watching.check(getEndpoint().getConnections());
        }
        catch (RuntimeException surprise) {
            LOGGER.warn("the connections could not be looked at: {}", surprise.getClass().getName());
        }
    }

}
