package dev.rolewire.web.container;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `src/docker/replay.sh` runs.
///
/// @param commands the words of each step
/// @param environment the defaults of the variables
record ReplayScript(SequencedMap<String, List<String>> commands, Map<String, String> environment) {

    private static final Pattern ARRAY = Pattern.compile("(?m)^(\\w+)=\\((\"[^)]*\")\\)$");

    private static final Pattern EXPORT = Pattern.compile("(?m)^export (\\w+)=(?:\\$\\{\\w+:-([^}]*)}|(.*))$");

    static ReplayScript parse(String text) {
        SequencedMap<String, List<String>> commands = new LinkedHashMap<>();
        Matcher array = ARRAY.matcher(text);
        while (array.find()) {
            String words = array.group(2);
            commands.put(array.group(1), Arrays.asList(words.substring(1, words.length() - 1).split("\" \"")));
        }
        Map<String, String> environment = new LinkedHashMap<>();
        Matcher export = EXPORT.matcher(text);
        while (export.find()) {
            environment.put(export.group(1), (export.group(2) != null) ? export.group(2) : export.group(3));
        }
        return new ReplayScript(commands, environment);
    }

    /// The words of a step.
    List<String> command(String step) {
        List<String> command = this.commands.get(step);
        if (command == null) {
            throw new AssertionError("the script has no step " + step);
        }
        return command;
    }

}
