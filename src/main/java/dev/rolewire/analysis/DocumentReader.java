package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.frontend.Detected;
import dev.rolewire.frontend.FormatDetector;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.source.Utf8;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.json.JsonParser;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of one file into a syntax tree and says which dialect it is.
final class DocumentReader {

    private static final int HEAD = 4096;

    private DocumentReader() {
    }

    /// A file that was read.
    ///
    /// @param source its text
    /// @param tree its syntax tree, possibly partial; null when there is none
    /// @param dialect what it was detected as, or null
    /// @param unrecognised what it looks like when it is of no dialect
    /// @param problems what the decoder and the parser met
    record Read(SourceFile source, @Nullable Node tree, @Nullable Dialect dialect, String unrecognised,
            List<ModelProblem> problems) {

        boolean parses() {
            return this.problems.stream()
                .noneMatch((problem) -> problem.kind() == ModelProblem.Kind.SYNTAX
                        || problem.kind() == ModelProblem.Kind.LIMIT);
        }

    }

    static Read read(InputFile file) {
        Utf8.Decoded decoded = Utf8.decode(file.bytes());
        SourceFile source = SourceFile.of(file.uri(), decoded.text());
        List<ModelProblem> problems = new ArrayList<>();
        String other = FormatDetector.describe(decoded.text().substring(0, Math.min(HEAD, decoded.text().length())))
            .orElse(null);
        if (decoded.binary() || other != null) {
            String what = other != null ? other
                    : "binary data; expected a CloudFormation template or `terraform show -json` output";
            return new Read(source, null, null, what, problems);
        }
        Integer malformed = decoded.malformedAt();
        if (malformed != null) {
            problems.add(problem(source, ModelProblem.Kind.SYNTAX, "expected UTF-8, found a byte sequence that is none",
                    Span.at(malformed)));
        }
        Parsed<@Nullable Node> parsed = parse(source);
        parsed.problems()
            .forEach((problem) -> problems
                .add(problem(source, kind(problem.kind()), problem.message(), problem.span())));
        Node tree = parsed.value();
        if (tree == null) {
            return new Read(source, null, null, "an empty document; expected a template or a plan", problems);
        }
        Detected detected = FormatDetector.detect(tree);
        return new Read(source, tree, detected.dialect(), detected.explanation(), problems);
    }

    private static Parsed<@Nullable Node> parse(SourceFile source) {
        String text = source.text();
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        boolean json = start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
        if (!json) {
            return YamlParser.parse(source, ParseLimits.DEFAULT);
        }
        Parsed<@Nullable Node> parsed = JsonParser.parse(source, ParseLimits.DEFAULT);
        if (!parsed.isComplete() && (source.uri().endsWith(".yaml") || source.uri().endsWith(".yml"))) {
            Parsed<@Nullable Node> yaml = YamlParser.parse(source, ParseLimits.DEFAULT);
            return yaml.isComplete() ? yaml : parsed;
        }
        return parsed;
    }

    private static ModelProblem problem(SourceFile source, ModelProblem.Kind kind, String message, Span span) {
        return ModelProblem.ofDocument(kind, message, new Origin(source, span, Pointer.ROOT));
    }

    private static ModelProblem.Kind kind(SyntaxProblem.Kind kind) {
        return switch (kind) {
            case SYNTAX -> ModelProblem.Kind.SYNTAX;
            case DUPLICATE_KEY -> ModelProblem.Kind.DUPLICATE_KEY;
            case ALIAS -> ModelProblem.Kind.YAML_ALIAS;
            case LIMIT -> ModelProblem.Kind.LIMIT;
        };
    }

}
