package dev.rolewire.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.rolewire.testing.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Keeps the files of the repository tidy. The patterns are put together from pieces, so that this file does not break
/// them.
class TidyTests {

    private static final List<String> DIRECTORIES = List.of("src", "helm", "docs", ".ci");

    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");

    private static final Pattern MACHINE_PATH = Pattern
        .compile("(?<![\\w.~$}-])/(work|home|root|Users|mnt)/\\w|\\b[A-Z]:\\\\Users\\\\");

    private static final Pattern DISABLED = Pattern.compile("@Dis" + "abled\\b");

    /// A number as the default locale writes it: in Arabic digits, with a decimal comma.
    private static final Pattern LOCAL_NUMBER = Pattern.compile("%[-+,.0-9]*[dfeg]");

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:abstract|final|sealed|non-sealed|static) )*(?:class|interface|record|enum|@interface) \\w+");

    @Test
    void everyFileIsTidy() throws IOException {
        List<String> complaints = new ArrayList<>();
        for (Path file : files()) {
            String name = Repository.root().relativize(file).toString().replace('\\', '/');
            byte[] bytes = Files.readAllBytes(file);
            if (!isBinary(bytes)) {
                complaints(name, new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                    .forEach((complaint) -> complaints.add(name + ": " + complaint));
            }
        }
        assertThat(complaints).isEmpty();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> top = Files.list(Repository.root())) {
            top.filter(Files::isRegularFile).filter((file) -> !file.endsWith(".git")).forEach(files::add);
        }
        for (String directory : DIRECTORIES) {
            Path path = Repository.root().resolve(directory);
            if (Files.isDirectory(path)) {
                try (Stream<Path> below = Files.walk(path)) {
                    below.filter(Files::isRegularFile).forEach(files::add);
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(50);
        return files.stream().sorted().toList();
    }

    private static boolean isBinary(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static List<String> complaints(String name, String text) {
        List<String> complaints = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String at = "line " + number + " ";
            check(complaints, line.contains("\r"), at + "ends with CRLF");
            check(complaints, line.endsWith(" ") || line.endsWith(" \r"), at + "has trailing spaces");
            check(complaints, name.endsWith(".java") && line.contains("\t"), at + "has a tab");
            check(complaints, LEFT_OVER.matcher(line).find(), at + "has something left to do");
            check(complaints, MACHINE_PATH.matcher(line).find(), at + "has a path of one machine");
            check(complaints, name.startsWith("src/main/java") && LOCAL_NUMBER.matcher(line).find()
                    && !line.contains("Locale.ROOT"), at + "formats a number by the default locale; use %s");
            check(complaints, name.endsWith(".java") && DISABLED.matcher(line).find(), at + "disables a test");
        }
        check(complaints, !text.isEmpty() && !text.endsWith("\n"), "does not end with a line feed");
        check(complaints, text.endsWith("\n\n"), "ends with an empty line");
        if (name.endsWith(".java")) {
            undocumented(text).ifPresent(complaints::add);
        }
        return complaints;
    }

    private static void check(List<String> complaints, boolean untidy, String complaint) {
        if (untidy) {
            complaints.add(complaint);
        }
    }

    /// A public top-level type without a documentation comment in the lines directly
    /// above it.
    private static Optional<String> undocumented(String text) {
        Matcher type = PUBLIC_TYPE.matcher(text);
        if (!type.find()) {
            return Optional.empty();
        }
        String before = text.substring(0, type.start());
        String block = before.substring(before.lastIndexOf("\n\n") + 1);
        return block.contains("///") || block.contains("/**") ? Optional.empty()
                : Optional.of("`" + type.group() + "` has no documentation comment");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.yaml | 'a: b\r\n'                                  | CRLF
            a.yaml | 'a: b \n'                                   | trailing
            a.yaml | 'a: b'                                      | line feed
            a.yaml | 'a: b\n\n'                                  | empty line
            A.java | '\tint a;\n'                                | tab
            a.yaml | '# TO~DO: mend\n'                           | left to do
            a.yaml | 'path: /ho~me/someone/x\n'                  | one machine
            A.java | '@Dis~abled\n'                              | disables
            src/main/java/A.java | '"%d".formatted(1);\n'       | default locale
            A.java | 'import a;\n\npublic final class A {\n}\n'  | no documentation
            """)
    void seesWhatIsUntidy(String name, String text, String complaint) {
        String unescaped = text.replace("~", "");
        assertThat(complaints(name, unescaped)).singleElement().asString().contains(complaint);
    }

    @Test
    void isContentWithTidyText() {
        assertThat(complaints("A.java", "import a;\n\n/// A.\n@B\npublic record A() {\n}\n")).isEmpty();
        assertThat(complaints("a.yaml", "uri: https://example.com/home/x\n")).isEmpty();
        assertThat(complaints("a.yaml", "")).isEmpty();
    }

}
