package dev.rolewire.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.rolewire.testing.Repository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/// Every target with its seeds, with what fuzzing has found before, and with the same mutations of seeds each time.
class FuzzTests {

    private static final int MUTATIONS = 150;

    /// Generous: what is quadratic takes much longer.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    void takesItsSeedsAndTheirMutations(FuzzTarget target) throws IOException {
        List<byte[]> seeds = target.seeds();
        assertThat(seeds).hasSizeGreaterThan(2);
        Mutations mutations = new Mutations(seeds, new Random(target.ordinal()));
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] seed = (i < 20) ? seeds.get(i % seeds.size()) : mutations.next();
            check(target, seed);
        }
    }

    /// What fails is kept for whoever mends it.
    private static void check(FuzzTarget target, byte[] input) throws IOException {
        try {
            assertTimeout(PATIENCE, () -> target.check(input));
        }
        catch (Throwable broken) {
            Path kept = Files.createDirectories(Repository.root().resolve("target/fuzz/" + target.id()))
                .resolve("failure");
            Files.write(kept, input);
            throw new AssertionError(target.id() + " does not take " + kept, broken);
        }
    }

    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    void takesWhatBrokeItBefore(FuzzTarget target) throws IOException {
        Path found = Repository.testResources().resolve("fuzz").resolve(target.id());
        if (!Files.isDirectory(found)) {
            return;
        }
        try (Stream<Path> files = Files.list(found)) {
            for (Path file : files.sorted().toList()) {
                byte[] input = Files.readAllBytes(file);
                check(target, input);
            }
        }
    }

}
