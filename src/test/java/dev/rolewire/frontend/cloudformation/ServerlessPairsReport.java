package dev.rolewire.frontend.cloudformation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Compares what is said of SAM templates with what is said of the templates that AWS's own translator makes of them. It
/// runs only when it is named, and needs `-Drolewire.sam-pairs=DIRECTORY` with the translator's tests; README says more.
class ServerlessPairsReport {

    private static final Path REPORT = Path.of("target", "sam-pairs.txt");

    @Test
    void aTemplateAndItsTransformAreJudgedAlike() throws IOException {
        String directory = System.getProperty("rolewire.sam-pairs");
        assertThat(directory).as("-Drolewire.sam-pairs=DIRECTORY").isNotNull();
        List<ServerlessPair> pairs = ServerlessPair.in(Path.of(directory));
        assertThat(pairs).as("pairs of templates in " + directory).isNotEmpty();
        SortedMap<String, List<String>> classes = new TreeMap<>();
        for (ServerlessPair pair : pairs) {
            ServerlessComparison.of(pair)
                .differences()
                .forEach((difference) -> classes.computeIfAbsent(difference.what(), (key) -> new ArrayList<>())
                    .add(pair.name() + ": " + difference.where()));
        }
        StringBuilder report = new StringBuilder();
        report.append("%d pairs%n".formatted(pairs.size()));
        classes.forEach((what, places) -> report.append("%6d %s%n".formatted(places.size(), what)));
        classes.forEach((what, places) -> {
            report.append("%n%s: %d%n".formatted(what, places.size()));
            places.forEach((place) -> report.append("  ").append(place).append(System.lineSeparator()));
        });
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report);
        System.out.print(report);
        assertThat(classes.keySet().stream().filter((what) -> what.startsWith("DIFFERENT"))).isEmpty();
    }

}
