package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.analysis.configuration.Configuration;
import dev.rolewire.analysis.configuration.ConfigurationFiles;
import dev.rolewire.analysis.configuration.ConfigurationReader;
import dev.rolewire.analysis.suppression.Baseline;
import dev.rolewire.analysis.suppression.BaselineReader;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Utf8;
import org.jspecify.annotations.Nullable;

/// A request with what the configuration file of its bundle says.
///
/// @param files the files; those that the configuration excludes are skipped, and so are itself and the baseline
/// @param options what the request and the configuration ask for; the request wins
/// @param configuration the path of the configuration, or null when there is none
/// @param uses what was read without being a document, by the files' paths
/// @param problems what is wrong with the configuration
record ConfiguredRequest(List<InputFile> files, AnalysisOptions options, @Nullable String configuration,
        SequencedMap<String, String> uses, List<ModelProblem> problems) {

    private static final String USED_AS_CONFIGURATION = "rolewire-configuration";

    private static final String USED_AS_BASELINE = "rolewire-baseline";

    /// Reads the configuration of a bundle.
    /// @param ruleIds the ids of all rules
    static ConfiguredRequest of(List<InputFile> files, AnalysisOptions options, List<String> ruleIds) {
        String path = ConfigurationFiles.find(files.stream().map(InputFile::uri).toList());
        InputFile file = find(files, path);
        Configuration configuration = file == null ? Configuration.NONE
                : ConfigurationReader.read(file.uri(), file.bytes(), ruleIds);
        SequencedMap<String, String> uses = new LinkedHashMap<>();
        if (file != null) {
            uses.put(file.uri(), USED_AS_CONFIGURATION);
        }
        List<ModelProblem> problems = new ArrayList<>(configuration.problems());
        AnalysisOptions merged = options.over(configuration, baseline(configuration, files, uses, problems));
        List<InputFile> left = files.stream().map((each) -> left(each, configuration, uses)).toList();
        return new ConfiguredRequest(left, merged, file == null ? null : file.uri(), uses, List.copyOf(problems));
    }

    private static @Nullable InputFile find(List<InputFile> files, @Nullable String path) {
        return files.stream()
            .filter((file) -> file.uri().equals(path) && file.skipped() == null)
            .findFirst()
            .orElse(null);
    }

    private static InputFile left(InputFile file, Configuration configuration, SequencedMap<String, String> uses) {
        if (file.skipped() != null) {
            return file;
        }
        if (uses.containsKey(file.uri())) {
            return InputFile.skipped(file.uri(), uses.getOrDefault(file.uri(), ""));
        }
        if (ConfigurationFiles.isConfiguration(file.uri())) {
            return InputFile.skipped(file.uri(), ConfigurationFiles.NOT_USED);
        }
        return configuration.excludes(file.uri())
                ? InputFile.skipped(file.uri(), "excluded by the configuration of the bundle") : file;
    }

    private static Baseline baseline(Configuration configuration, List<InputFile> files,
            SequencedMap<String, String> uses, List<ModelProblem> problems) {
        Configuration.FileReference named = configuration.baseline();
        if (named == null) {
            return Baseline.EMPTY;
        }
        InputFile file = find(files, named.path());
        if (file == null) {
            problems.add(ModelProblem.ofDocument(ModelProblem.Kind.CONFIGURATION,
                    "there is no file `" + named.path() + "` among those that were sent", named.origin()));
            return Baseline.EMPTY;
        }
        uses.put(file.uri(), USED_AS_BASELINE);
        SourceFile source = SourceFile.of(file.uri(), Utf8.decode(file.bytes()).text());
        return switch (BaselineReader.read(source)) {
            case BaselineReader.Read read -> read.baseline();
            case BaselineReader.Malformed malformed -> {
                String at = source.uri() + ":" + source.lines().position(malformed.span().start()).line();
                problems.add(ModelProblem.ofDocument(ModelProblem.Kind.CONFIGURATION,
                        "`" + at + "` is no baseline: " + malformed.message(), named.origin()));
                yield Baseline.EMPTY;
            }
        };
    }

}
