package dev.rolewire.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.source.Content;
import dev.rolewire.source.LineIndex;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.source.Utf8;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.hcl.HclFile;
import dev.rolewire.syntax.hcl.HclJson;
import dev.rolewire.syntax.hcl.HclParser;
import dev.rolewire.syntax.json.JsonOutline;
import dev.rolewire.syntax.json.JsonParser;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/// One file as it was read: its text, its syntax tree, and which dialect it is.
///
/// @param source its text
/// @param tree its syntax tree, possibly partial; null when there is none
/// @param dialect what it was detected as, or null
/// @param unrecognised what it looks like when it is of no dialect
/// @param problems what the decoder and the parser met
/// @param outline the outline of a plan or state that is not held; null for all else
/// @param configuration the syntax tree of HCL, possibly partial; null for all else
record ReadDocument(SourceFile source, @Nullable Node tree, @Nullable Dialect dialect, String unrecognised,
        List<ModelProblem> problems, @Nullable JsonOutline outline, @Nullable HclFile configuration) {

    private ReadDocument(SourceFile source, @Nullable Node tree, @Nullable Dialect dialect, String unrecognised,
            List<ModelProblem> problems, @Nullable JsonOutline outline) {
        this(source, tree, dialect, unrecognised, problems, outline, null);
    }

    private static final int HEAD = 4096;

    /// `{{resolve:` is a dynamic reference of CloudFormation.
    private static final Pattern DIRECTIVE = Pattern.compile("\\{\\{(?!resolve:)|\\{%|<%");

    /// What is no plan or state and larger than this is not read.
    private static final long LARGEST_HELD = 128L << 20;

    private static final List<String> KNOWN_EXTENSIONS = List.of("json", "yaml", "yml", "template", "tf", "tofu");

    private static final List<String> KNOWN_NAMES = List.of("json", "yaml", "yml", "template");

    /// Whether a file may be a document by its name.
    static boolean hasKnownExtension(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        return name.lastIndexOf('.') <= 0 || KNOWN_EXTENSIONS.contains(extension(uri));
    }

    private static String extension(String uri) {
        return uri.substring(uri.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// Reads Terraform configuration, or a file of its variables.
    private static ReadDocument configuration(SourceFile source, HclDetector.Kind kind, @Nullable Integer malformed) {
        List<ModelProblem> problems = new ArrayList<>();
        if (malformed != null) {
            problems.add(problem(source, ModelProblem.Kind.SYNTAX, "expected UTF-8, found a byte sequence that is none",
                    Span.at(malformed)));
        }
        Parsed<HclFile> parsed = switch (kind) {
            case CONFIGURATION, VALUES -> HclParser.parse(source, ParseLimits.DEFAULT);
            case JSON_CONFIGURATION -> HclJson.parseConfiguration(source, ParseLimits.DEFAULT);
            case JSON_VALUES -> HclJson.parseValues(source, ParseLimits.DEFAULT);
        };
        parsed.problems()
            .forEach((problem) -> problems
                .add(problem(source, kind(problem.kind()), problem.message(), problem.span())));
        boolean values = kind == HclDetector.Kind.VALUES || kind == HclDetector.Kind.JSON_VALUES;
        return new ReadDocument(source, null, values ? null : Dialect.TERRAFORM_HCL,
                values ? "values of Terraform variables, which no root module here takes" : "Terraform configuration",
                problems, null, parsed.value());
    }

    static ReadDocument read(String uri, Content content, long streamedFrom) {
        ReadDocument large = content.size() >= streamedFrom ? readLarge(uri, content) : null;
        return large == null ? read(uri, content.bytes()) : large;
    }

    /// A plan or state, or something too large to be one; null for what is to be held.
    private static @Nullable ReadDocument readLarge(String uri, Content content) {
        byte[] start = new byte[(int) Math.min(HEAD, content.size())];
        content.read(0, start, 0, start.length);
        String head = Utf8.decode(start).text();
        boolean tooLarge = content.size() > LARGEST_HELD;
        String foreign = FormatDetector.describe(head).orElse(null);
        if (foreign != null && tooLarge) {
            return new ReadDocument(SourceFile.of(uri, head), null, null, foreign, List.of(), null);
        }
        JsonOutline outline = foreign != null || content.size() > Integer.MAX_VALUE ? null
                : JsonOutline.of(uri, content, ParseLimits.DEFAULT);
        if (outline != null) {
            Detected detected = FormatDetector.detect(outline.root());
            Dialect dialect = detected.dialect();
            if (dialect != null ? dialect.family() == Dialect.Family.TERRAFORM : tooLarge) {
                return new ReadDocument(outline.source(), outline.root(), dialect, detected.explanation(), List.of(),
                        outline);
            }
        }
        return !tooLarge ? null : new ReadDocument(SourceFile.of(uri, head), null, null,
                "a document that is larger than any template; expected the output of `terraform show -json` as UTF-8",
                List.of(), null);
    }

    /// What the decoder and the parser met, and what reading an outline met so far.
    List<ModelProblem> allProblems() {
        if (this.outline == null) {
            return this.problems;
        }
        return this.outline.problems()
            .stream()
            .map((problem) -> problem(this.source, kind(problem.kind()), problem.message(), problem.span()))
            .toList();
    }

    private static ReadDocument read(String uri, byte[] bytes) {
        Utf8.Decoded decoded = Utf8.decode(bytes);
        SourceFile source = SourceFile.of(uri, decoded.text(), Utf8.markOf(bytes));
        List<ModelProblem> problems = new ArrayList<>();
        String other = FormatDetector.describe(decoded.text().substring(0, Math.min(HEAD, decoded.text().length())))
            .orElse(null);
        HclDetector.Kind configuration = HclDetector.ofName(uri);
        boolean unnamed = configuration == null && !KNOWN_NAMES.contains(extension(uri));
        if (unnamed && HclDetector.isConfiguration(decoded.text())) {
            configuration = HclDetector.Kind.CONFIGURATION;
        }
        if (configuration != null && !decoded.binary()) {
            return configuration(source, configuration, decoded.malformedAt());
        }
        if (decoded.binary() || other != null) {
            String what = other != null ? other : isInsideOfPlan(uri) ? FormatDetector.SAVED_PLAN
                    : "binary data; expected a CloudFormation template or `terraform show -json` output";
            return new ReadDocument(source, null, null, what, problems, null);
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
            return new ReadDocument(source, null, null, "an empty document; expected a template or a plan", problems,
                    null);
        }
        Detected detected = FormatDetector.detect(tree);
        if (detected.dialect() == null && tree instanceof Mapping root && HclDetector.isConfiguration(root)) {
            return configuration(source, HclDetector.Kind.JSON_CONFIGURATION, malformed);
        }
        return new ReadDocument(source, tree, detected.dialect(), detected.explanation(), problems, null);
    }

    /// Whether it stops being JSON or YAML in a line with a directive of a program that
    /// renders texts (Jinja, Go, Mustache, ERB).
    boolean isTemplated() {
        ModelProblem fault = this.configuration != null ? null
                : this.problems.stream()
                    .filter((problem) -> problem.kind() == ModelProblem.Kind.SYNTAX)
                    .findFirst()
                    .orElse(null);
        if (fault == null || !this.source.isHeld()) {
            return false;
        }
        LineIndex lines = this.source.lines();
        int line = lines.position(fault.origin().span().start()).line();
        int end = line < lines.lineCount() ? lines.startOf(line + 1) : this.source.characters().length();
        return DIRECTIVE.matcher(this.source.textAt(new Span(lines.startOf(line), end))).find();
    }

    /// Whether a file is named as the one inside a saved plan, which is a zip archive.
    private static boolean isInsideOfPlan(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1).equals("tfplan");
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
