package dev.rolewire.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.analysis.InputFile;

/// The files of several modules in one text: each starts below a comment with its path, and keeps the lines that it has
/// in the text.
final class ModuleFiles {

    private static final Pattern START = Pattern.compile("# ((?:[\\w-]+/)+[\\w-]+\\.tf)");

    private ModuleFiles() {
    }

    /// Takes a text apart.
    /// @param name the name of the file before the first such comment; the others are
    /// beside it
    static List<InputFile> of(String name, String text) {
        String directory = name.substring(0, name.lastIndexOf('/') + 1);
        List<InputFile> files = new ArrayList<>();
        String at = name;
        StringBuilder content = new StringBuilder();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher start = START.matcher(lines[i].strip());
            if (start.matches()) {
                files.add(file(at, content));
                at = directory + start.group(1);
                content = new StringBuilder("\n".repeat(i));
            }
            content.append(lines[i]).append(i + 1 < lines.length ? "\n" : "");
        }
        files.add(file(at, content));
        return files;
    }

    private static InputFile file(String path, StringBuilder content) {
        return new InputFile(path, content.toString().getBytes(StandardCharsets.UTF_8));
    }

}
