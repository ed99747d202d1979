package dev.rolewire.analysis;

import java.util.List;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.rule.RuleMetadata;

/// The core in one call. Immutable; one instance serves all requests, from any thread.
public final class Analyzer {

    private final Catalog catalog;

    public Analyzer(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Analyses the files of one request.
    /// @param files the files, at least one
    /// @param options what the request asks for
    /// @return the report; the same for the same input
    public Report analyze(List<InputFile> files, AnalysisOptions options) {
        throw new UnsupportedOperationException(this.catalog.version());
    }

    /// The rules, sorted by id.
    public List<RuleMetadata> rules() {
        return List.of();
    }

}
