package dev.rolewire.frontend.cloudformation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A SAM template of AWS's translator tests and what the translator makes of it.
///
/// @param name the name of both, with the partition of the output
/// @param input the SAM template
/// @param output the template that CloudFormation gets
record ServerlessPair(String name, Path input, Path output) {

    private static final Pattern INPUT = Pattern.compile("(?:.*__)?input(?:__|/)([\\w-]+)\\.ya?ml");

    private static final Pattern OUTPUT = Pattern
        .compile("(?:.*__)?output(?:__|/)(?:(aws-[\\w-]+)(?:__|/))?([\\w-]+)\\.json");

    /// The pairs of a directory: either that of the translator's tests, with `input` and
    /// `output` below it, or one with all
    /// files in it whose names have two underscores for the slashes.
    static List<ServerlessPair> in(Path directory) {
        SortedMap<String, Path> inputs = new TreeMap<>();
        SortedMap<String, Map.Entry<String, Path>> outputs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile).sorted().forEach((file) -> {
                String path = directory.relativize(file).toString().replace('\\', '/');
                Matcher input = INPUT.matcher(path);
                Matcher output = OUTPUT.matcher(path);
                if (input.matches()) {
                    inputs.put(input.group(1), file);
                }
                else if (output.matches()) {
                    String partition = output.group(1) == null ? "aws" : output.group(1);
                    outputs.put(output.group(2) + " " + partition, Map.entry(output.group(2), file));
                }
            });
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        List<ServerlessPair> pairs = new ArrayList<>();
        outputs.forEach((name, output) -> {
            Path input = inputs.get(output.getKey());
            if (input != null) {
                pairs.add(new ServerlessPair(name, input, output.getValue()));
            }
        });
        return pairs;
    }

    /// The partition of the output.
    String partition() {
        return this.name.substring(this.name.indexOf(' ') + 1);
    }

}
