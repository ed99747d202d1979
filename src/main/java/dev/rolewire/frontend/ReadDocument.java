package dev.rolewire.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
import dev.rolewire.syntax.hcl.HclFile;
import dev.rolewire.syntax.hcl.HclParser;
import dev.rolewire.syntax.json.JsonParser;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/// One file as it was read: its text, its syntax tree, and which dialect it is.
///
/// @param source its text
/// @param tree its syntax tree, possibly partial; null when there is none
/// @param configuration its syntax tree when it is HCL, possibly partial; else null
/// @param dialect what it was detected as, or null
/// @param unrecognised what it looks like when it is of no dialect
/// @param problems what the decoder and the parser met
record ReadDocument(SourceFile source, @Nullable Node tree, @Nullable HclFile configuration,
        @Nullable Dialect dialect, String unrecognised, List<ModelProblem> problems) {

    private static final int HEAD = 4096;

    private static final List<String> KNOWN_EXTENSIONS = List.of("json", "yaml", "yml", "template", "tf", "tofu");

    private static final List<String> CONFIGURATION_EXTENSIONS = List.of("tf", "tofu", "tfvars", "hcl");

    /// Whether a file may be a document by its name.
    static boolean hasKnownExtension(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        return name.lastIndexOf('.') <= 0 || hasExtension(uri, KNOWN_EXTENSIONS);
    }

    private static boolean hasExtension(String uri, List<String> extensions) {
        return extensions.contains(uri.substring(uri.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// Reads Terraform configuration, or a file of its variables.
    private static ReadDocument configuration(SourceFile source, @Nullable Integer malformed) {
        List<ModelProblem> problems = new ArrayList<>();
        if (malformed != null) {
            problems.add(problem(source, ModelProblem.Kind.SYNTAX, "expected UTF-8, found a byte sequence that is none",
                    Span.at(malformed)));
        }
        Parsed<HclFile> parsed = HclParser.parse(source, ParseLimits.DEFAULT);
        parsed.problems()
            .forEach((problem) -> problems
                .add(problem(source, kind(problem.kind()), problem.message(), problem.span())));
        boolean variables = source.uri().endsWith(".tfvars") || source.uri().endsWith(".hcl");
        return new ReadDocument(source, null, parsed.value(), variables ? null : Dialect.TERRAFORM_HCL,
                variables ? "HCL that is no Terraform configuration by its name" : "Terraform configuration",
                problems);
    }

    static ReadDocument read(String uri, byte[] bytes) {
        Utf8.Decoded decoded = Utf8.decode(bytes);
        SourceFile source = SourceFile.of(uri, decoded.text());
        List<ModelProblem> problems = new ArrayList<>();
        String other = FormatDetector.describe(decoded.text().substring(0, Math.min(HEAD, decoded.text().length())))
            .orElse(null);
        if (!decoded.binary() && (hasExtension(uri, CONFIGURATION_EXTENSIONS) || FormatDetector.isConfiguration(decoded.text()))) {
            return configuration(source, decoded.malformedAt());
        }
        if (decoded.binary() || other != null) {
            String what = other != null ? other
                    : "binary data; expected a CloudFormation template or `terraform show -json` output";
            return new ReadDocument(source, null, null, null, what, problems);
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
            return new ReadDocument(source, null, null, null, "an empty document; expected a template or a plan",
                    problems);
        }
        Detected detected = FormatDetector.detect(tree);
        return new ReadDocument(source, tree, null, detected.dialect(), detected.explanation(), problems);
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
