package dev.rolewire.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/// Reads workflow commands as the runner of GitHub Actions does: split first, decoded then.
final class WorkflowCommands {

    /// One command.
    record Command(String name, Map<String, String> properties, String message) {

    }

    private WorkflowCommands() {
    }

    /// The commands of an output, all but the last line.
    static List<Command> read(String output) {
        assertThat(output).endsWith("\n");
        List<String> lines = List.of(output.substring(0, output.length() - 1).split("\n", -1));
        assertThat(lines.getLast()).startsWith("rolewire: ");
        List<Command> commands = new ArrayList<>();
        lines.subList(0, lines.size() - 1).forEach((line) -> commands.add(command(line)));
        return commands;
    }

    private static Command command(String line) {
        assertThat(line).startsWith("::").doesNotContain("\r");
        int end = line.indexOf("::", 2);
        String[] head = line.substring(2, end).split(" ", 2);
        assertThat(head[0]).isIn("error", "warning", "notice");
        Map<String, String> properties = new LinkedHashMap<>();
        for (String property : head[1].split(",")) {
            String[] sides = property.split("=", 2);
            assertThat(Set.of("file", "line", "endLine", "col", "endColumn", "title")).contains(sides[0]);
            properties.put(sides[0], decoded(sides[1].replace("%2C", ",").replace("%3A", ":")));
        }
        return new Command(head[0], properties, decoded(line.substring(end + 2)));
    }

    private static String decoded(String text) {
        return text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
    }

}
