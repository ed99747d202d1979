package dev.rolewire.syntax.hcl.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Utf8;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.hcl.HclFile;
import dev.rolewire.syntax.hcl.HclParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Compares the HCL parser with HashiCorp's on every `.tf`, `.tofu` and `.tfvars` file below a directory, and on broken
/// versions of each: both must take or refuse a text, and make the same of it. It runs only when it is named, with Node.js:
///
/// ```sh
/// npm install --prefix target/hcl2json @cdktf/hcl2json
/// mvn -q test -Dtest=HclComparisonReport -Drolewire.hcl2json=$PWD/target/hcl2json -Drolewire.hcl=DIRECTORY
/// ```
///
/// `-Drolewire.mutations=N` sets how many broken versions of each file are compared (default 5), `-Drolewire.seed=N`
/// which ones.
class HclComparisonReport {

    private final JsonMapper json = JsonMapper.builder().build();

    private final List<String> differences = new ArrayList<>();

    private int accepted;

    private int refused;

    private int structures;

    @Test
    void agreesWithHashiCorp() throws IOException {
        String parser = System.getProperty("rolewire.hcl2json");
        String directory = System.getProperty("rolewire.hcl");
        assertThat(parser).as("-Drolewire.hcl2json=DIRECTORY").isNotNull();
        assertThat(directory).as("-Drolewire.hcl=DIRECTORY").isNotNull();
        List<Path> files = files(Path.of(directory));
        assertThat(files).as("HCL files in " + directory).isNotEmpty();
        int mutations = Integer.getInteger("rolewire.mutations", 5);
        Mutations random = new Mutations(Long.getLong("rolewire.seed", 1));
        try (HashiCorpParser other = HashiCorpParser.start(Path.of(parser))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files) {
                texts.add(Utf8.decode(Files.readAllBytes(file)).text());
                compare(other, file.toString(), texts.getLast());
            }
            print("files");
            for (int i = 0; i < texts.size(); i++) {
                for (int j = 0; j < mutations; j++) {
                    compare(other, files.get(i) + " mutation " + j, random.mutate(texts.get(i)));
                }
            }
            print("broken versions");
        }
        assertThat(this.differences).isEmpty();
    }

    private void print(String what) {
        System.out.printf("%s: %d accepted, %d refused by HashiCorp's parser; %d structures compared; %d differences%n",
                what, this.accepted, this.refused, this.structures, this.differences.size());
        this.accepted = 0;
        this.refused = 0;
        this.structures = 0;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter((path) -> path.toString().matches(".*\\.(tf|tofu|tfvars)"))
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
        }
    }

    private void compare(HashiCorpParser other, String name, String text) {
        SourceFile source = SourceFile.of(name, text);
        Parsed<HclFile> ours = HclParser.parse(source, ParseLimits.DEFAULT);
        HashiCorpParser.Answer theirs = other.parse(text);
        boolean accepts = theirs.refusal() == null;
        this.accepted += accepts ? 1 : 0;
        this.refused += accepts ? 0 : 1;
        if (accepts != ours.problems().isEmpty()) {
            differ(name, text,
                    accepts ? "we say " + ours.problems().getFirst().message() + " at "
                            + source.lines().position(ours.problems().getFirst().span().start())
                            : "they say " + theirs.refusal());
            return;
        }
        JsonNode value = theirs.value();
        if (!accepts || value == null) {
            return;
        }
        Object mine;
        try {
            mine = new HclAsJson(source).body(ours.value().body());
        }
        catch (HclAsJson.NoForm _) {
            return;
        }
        this.structures++;
        String difference = difference("", mine, value);
        if (difference != null) {
            differ(name, text, difference);
        }
    }

    private void differ(String name, String text, String difference) {
        this.differences.add(name + ": " + difference);
        System.out.println(name + ": " + difference);
        if (this.differences.size() <= 200) {
            try {
                Path out = Path.of("target", "hcl-differences");
                Files.createDirectories(out);
                Files.writeString(out.resolve(this.differences.size() + ".tf"), text);
            }
            catch (IOException ex) {
                throw new java.io.UncheckedIOException(ex);
            }
        }
    }

    private @Nullable String difference(String path, @Nullable Object mine, JsonNode theirs) {
        if (mine instanceof Map<?, ?> map && theirs.isObject()) {
            if (map.size() != theirs.size()) {
                return path + ": keys " + map.keySet() + ", they have " + theirs.propertyNames();
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                JsonNode value = theirs.get(String.valueOf(entry.getKey()));
                String difference = value == null ? path + ": they have no " + entry.getKey()
                        : difference(path + "." + entry.getKey(), entry.getValue(), value);
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        if (mine instanceof List<?> list && theirs.isArray() && list.size() == theirs.size()) {
            for (int i = 0; i < list.size(); i++) {
                String difference = difference(path + "[" + i + "]", list.get(i), theirs.get(i));
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        boolean same = switch (mine) {
            case null -> theirs.isNull();
            case Double number -> theirs.isNumber() && theirs.doubleValue() == number;
            case Boolean bool -> theirs.isBoolean() && theirs.booleanValue() == bool;
            case String text -> theirs.isString() && theirs.stringValue().equals(text);
            default -> false;
        };
        return same ? null : path + ": we read " + this.json.writeValueAsString(mine) + ", they " + theirs;
    }

}
