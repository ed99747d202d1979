package dev.rolewire.analysis;

/// Is told how far an analysis has come, so that whoever has a clock can say where the time goes. The core has none, and
/// nothing that an observer does changes the report.
public interface AnalysisObserver {

    /// Looks at nothing.
    AnalysisObserver NONE = new AnalysisObserver() {
    };

    /// One deployment is parsed and lowered; its wiring and the rules come next.
    default void judging() {
    }

    /// The deployment is judged; the next one is parsed, or the report is made.
    default void judged() {
    }

}
