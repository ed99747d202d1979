package dev.rolewire.catalog.maintenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;

import dev.rolewire.catalog.Catalogs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The maintenance command of the catalog; README says how to call it. It runs only when it is named.
class CatalogCoverageReport {

    private static final Path REPORT = Path.of("target", "catalog-coverage.txt");

    @Test
    void listsWhatTheCatalogDoesNotKnow() throws IOException {
        String schemas = System.getProperty("rolewire.schemas");
        assertThat(schemas).as("-Drolewire.schemas=DIRECTORY_OR_ARCHIVE").isNotNull();
        CatalogCoverage coverage = CatalogCoverage.of(Catalogs.bundled(), Path.of(schemas));
        assertThat(coverage.types()).as("resource types in " + schemas).isPositive();
        StringBuilder report = new StringBuilder();
        report.append("%d types, %d properties%n".formatted(coverage.types(), coverage.properties()));
        list(report, "identity-like, and neither a slot nor a look-alike", coverage.unknown());
        list(report, "in the catalog, and no longer in the schema of the type", coverage.vanished());
        list(report, "types with slots that have no schema here", coverage.foreign());
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report);
        System.out.print(report);
    }

    private static void list(StringBuilder report, String title, SortedSet<String> rows) {
        report.append("%n%s: %d%n".formatted(title, rows.size()));
        rows.forEach((row) -> report.append("  ").append(row).append(System.lineSeparator()));
    }

}
