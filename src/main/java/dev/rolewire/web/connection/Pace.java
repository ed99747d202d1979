package dev.rolewire.web.connection;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How one request goes on. The thread of the request writes it, and the guard reads it.
public final class Pace {

    private static final String ATTRIBUTE = Pace.class.getName();

    /// What has no rate, because nobody counts its bytes: pages, lists, and what is read
    /// and thrown away of a body that was refused.
    private static final Duration OTHERWISE = Duration.ofSeconds(60);

    private enum Phase {

        OTHER, READING, WORKING, WRITING

    }

    private final PaceRules rules;

    private volatile Phase phase = Phase.OTHER;

    private volatile long since = System.nanoTime();

    private volatile long bytes;

    /// Starts with a request.
    public Pace(PaceRules rules) {
        this.rules = rules;
    }

    /// Remembers the pace in a request.
    void in(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /// The pace of a request, or null when nobody watches it.
    public static @Nullable Pace of(ServletRequest request) {
        return (request.getAttribute(ATTRIBUTE) instanceof Pace pace) ? pace : null;
    }

    /// The body is read from now on.
    public void reading() {
        turn(Phase.READING);
    }

    /// The client waits from now on.
    public void working() {
        turn(Phase.WORKING);
    }

    /// The answer is written from now on.
    public void writing() {
        turn(Phase.WRITING);
    }

    /// All is said; the server may still read what is left of the body.
    void ends() {
        turn(Phase.OTHER);
    }

    /// So many bytes have gone over the line.
    public void count(long more) {
        this.bytes += more;
    }

    /// Whether the client has been too slow for too long.
    public boolean isTooSlow() {
        long nanos = System.nanoTime() - this.since;
        return switch (this.phase) {
            case OTHER -> nanos > OTHERWISE.toNanos();
            case READING -> nanos > this.rules.body().toNanos() || this.rules.isTooSlow(nanos, this.bytes);
            case WORKING -> false;
            case WRITING -> this.rules.isTooSlow(nanos, this.bytes);
        };
    }

    private void turn(Phase next) {
        this.phase = Phase.WORKING;
        this.bytes = 0;
        this.since = System.nanoTime();
        this.phase = next;
    }

}
