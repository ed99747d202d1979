package dev.rolewire.web.container;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;

/// The instructions of a Dockerfile, in order.
///
/// @param instructions continued lines joined, comments left out
record Dockerfile(List<Instruction> instructions) {

    private static final Pattern EXEC_FORM = Pattern.compile("\\[.*]$");

    /// One instruction.
    ///
    /// @param name `RUN`, `COPY`, ...
    /// @param arguments all that follows
    record Instruction(String name, String arguments) {

        /// The words of the exec form; empty for the shell form.
        List<String> command() {
            Matcher form = EXEC_FORM.matcher(this.arguments);
            return form.find()
                    ? JsonMapper.shared().readTree(form.group()).valueStream().map((word) -> word.asString()).toList()
                    : List.of();
        }

    }

    static Dockerfile parse(String text) {
        List<Instruction> instructions = new ArrayList<>();
        for (String line : text.replaceAll("(?m)^\\s*#.*\n?", "").replaceAll("\\\\\n\\s*", "").split("\n")) {
            if (!line.isBlank()) {
                String[] parts = line.strip().split("\\s+", 2);
                instructions.add(new Instruction(parts[0], parts[1]));
            }
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    /// All instructions of a name.
    List<Instruction> all(String name) {
        return this.instructions.stream().filter((each) -> each.name().equals(name)).toList();
    }

    /// The one instruction of a name.
    Instruction only(String name) {
        List<Instruction> all = all(name);
        if (all.size() != 1) {
            throw new AssertionError(name + " stands there " + all.size() + " times");
        }
        return all.getFirst();
    }

    /// The last stage.
    Dockerfile finalStage() {
        Instruction from = all("FROM").getLast();
        return new Dockerfile(this.instructions.subList(this.instructions.lastIndexOf(from), this.instructions.size()));
    }

}
