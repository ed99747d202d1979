package dev.rolewire.web.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Looks at all connections once a second and closes those whose clients are too slow. The timeouts of the server see only
/// the pause between two bytes: a client that sends or takes one byte in time would stay for ever.
public final class ConnectionGuard {

    private final Map<String, Pace> paces = new ConcurrentHashMap<>();

    private final PaceRules rules;

    private final Counter headers;

    private final Counter transfers;

    public ConnectionGuard(PaceRules rules, MeterRegistry registry) {
        this.rules = rules;
        this.headers = registry.counter("rolewire.connections.cut", "phase", "headers");
        this.transfers = registry.counter("rolewire.connections.cut", "phase", "transfer");
    }

    /// Watches the request that a connection now has.
    /// @param connection the id that the servlet API gives it
    void watch(String connection, Pace pace) {
        this.paces.put(connection, pace);
    }

    /// Closes what is too slow.
    /// @param connections all that are open
    void check(Iterable<? extends SocketWrapperBase<?>> connections) {
        Set<String> open = new HashSet<>();
        for (SocketWrapperBase<?> connection : connections) {
            if (connection.getCurrentProcessor() instanceof Processor processor) {
                checkHeaders(connection, processor.getRequest());
            }
            // As the server itself calls it, in case it was not asked before.
            String id = connection.getServletConnection("http/1.1", "").getConnectionId();
            open.add(id);
            Pace pace = this.paces.get(id);
            if (pace != null && pace.isTooSlow()) {
                this.transfers.increment();
                connection.close();
            }
        }
        this.paces.keySet().removeIf((id) -> !open.contains(id));
    }

    /// Between two reads of a head the processor waits with its connection, and the
    /// request has a start; while it is served the processor is elsewhere, and between
    /// two requests there is no start.
    private void checkHeaders(SocketWrapperBase<?> connection, Request request) {
        long start = request.getStartTimeNanos();
        if (start >= 0 && System.nanoTime() - start > this.rules.headers().toNanos()) {
            this.headers.increment();
            connection.close();
        }
    }

}
