package dev.rolewire.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Programs of npm, in `target/node`: `.ci/run` installs them.
public final class NodeTools {

    private static final Path DIRECTORY = Repository.root().resolve("target/node");

    private NodeTools() {
    }

    /// Runs a program to its end; the test is skipped where Node.js or the program is not
    /// there.
    /// @param directory to run in
    /// @param script of the program below `node_modules`
    public static Tool.Result run(Path directory, String script, String... arguments) {
        Tool node = Tool.require("node", "Debian's package nodejs has it");
        Path path = DIRECTORY.resolve("node_modules").resolve(script);
        Tool.requireThat(Files.exists(path), path + " is missing: .ci/run installs it");
        List<String> all = new ArrayList<>(List.of(path.toString()));
        all.addAll(List.of(arguments));
        return node.run(directory, all.toArray(String[]::new));
    }

}
