package dev.rolewire.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commands of README that call the service, as somebody would copy them out of its code blocks.
public final class ReadmeCommands {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|yaml|groovy)\n(.*?)^```$");

    /// Where a command begins in a line of YAML or Groovy.
    private static final Pattern START = Pattern
        .compile("(?:^|run: |script: |- |sh ''')((?:git archive|tar|terraform|curl|jq) .*)");

    private ReadmeCommands() {
    }

    /// The commands, in order.
    public static List<String> read() {
        List<String> commands = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Repository.read(Repository.root().resolve("README.md")));
        while (blocks.find()) {
            String joined = blocks.group(2).replaceAll("\\|\n +", "| ");
            joined.lines()
                .filter((line) -> line.contains("curl ") && !line.stripLeading().startsWith("#"))
                .forEach((line) -> {
                    Matcher start = START.matcher(line);
                    if (!start.find()) {
                        throw new AssertionError("no command begins in: " + line);
                    }
                    commands.add(start.group(1).replaceFirst("'''$", ""));
                });
        }
        return commands;
    }

}
