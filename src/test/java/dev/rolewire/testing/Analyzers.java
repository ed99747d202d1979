package dev.rolewire.testing;

import dev.rolewire.analysis.Analyzer;
import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.Catalogs;

/// The analyzer with the bundled catalog, made once for all tests.
public final class Analyzers {

    private static final Catalog CATALOG = Catalogs.bundled();

    private static final Analyzer ANALYZER = new Analyzer(CATALOG);

    private Analyzers() {
    }

    public static Analyzer analyzer() {
        return ANALYZER;
    }

    public static Catalog catalog() {
        return CATALOG;
    }

}
