package dev.rolewire.web.request;

/// Takes memory as a decoder does, for tests of others.
public final class MemoryBudgets {

    private MemoryBudgets() {
    }

    /// Takes bytes for a request.
    public static void take(MemoryBudget.Share share, long bytes) {
        share.take(bytes);
    }

}
