package dev.rolewire.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.code_intelligence.jazzer.Jazzer;

/// The long run: `JazzerRun <target> <seconds>` writes the seeds to `target/fuzz/<target>` and has Jazzer go on from there.
/// What breaks an invariant is left there as `crash-*`; put it into `src/test/resources/fuzz/<target>` with the mending.
public final class JazzerRun {

    private static final String TARGET = "rolewire.fuzz.target";

    private static final FuzzTarget CHOSEN = FuzzTarget.of(System.getProperty(TARGET, "yaml"));

    private JazzerRun() {
    }

    /// Called by Jazzer for each input.
    public static void fuzzerTestOneInput(byte[] input) {
        CHOSEN.check(input);
    }

    /// Starts Jazzer.
    /// @param arguments the target's name, and for how many seconds
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty(TARGET, arguments[0]);
        Path directory = Path.of("target", "fuzz", arguments[0]);
        Path corpus = Files.createDirectories(directory.resolve("corpus"));
        int number = 0;
        for (byte[] seed : FuzzTarget.of(arguments[0]).seeds()) {
            Files.write(corpus.resolve("seed-" + number++), seed);
        }
        List<String> options = new ArrayList<>(List.of("--target_class=" + JazzerRun.class.getName(),
                "--instrumentation_includes=dev.rolewire.**", "--disabled_hooks=*", "--reproducer_path=" + directory,
                "-artifact_prefix=" + directory + "/", "-max_total_time=" + arguments[1], "-timeout=120",
                "-rss_limit_mb=3000", "-max_len=20000", "-print_final_stats=1", corpus.toString()));
        Jazzer.main(options.toArray(String[]::new));
    }

}
