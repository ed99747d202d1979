package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.hcl.Body.Attribute;
import dev.rolewire.syntax.hcl.Body.Item;
import dev.rolewire.syntax.json.JsonParser;
import org.jspecify.annotations.Nullable;

/// HCL's JSON syntax (`.tf.json`, `.tfvars.json`) to the tree of the native one.
///
/// JSON does not say what is an attribute and what a block: everything is an attribute here, and [JsonBlocks] turns one
/// into blocks where the caller knows better. Strings are templates. What Terraform takes for a reference or a type
/// although it stands in a string (`depends_on`, a variable's `type`) is a template here too.
public final class HclJson {

    private HclJson() {
    }

    /// Reads a file of Terraform's language: its blocks at the top level are blocks, what
    /// they hold are attributes;
    /// never throws.
    /// @return the tree without comments, and the problems in source order
    public static Parsed<HclFile> parseConfiguration(SourceFile source, ParseLimits limits) {
        Parsed<HclFile> parsed = parse(source, limits, true);
        List<SyntaxProblem> problems = new ArrayList<>(parsed.problems());
        List<Item> items = new ArrayList<>();
        for (Attribute attribute : parsed.value().body().attributes()) {
            Integer labels = JsonBlocks.LABELS.get(attribute.name().text());
            if (labels == null) {
                items.add(attribute);
                continue;
            }
            Parsed<List<Body.Block>> blocks = JsonBlocks.expand(attribute, labels);
            items.addAll(blocks.value());
            problems.addAll(blocks.problems());
        }
        problems.sort(Comparator.comparingInt((problem) -> problem.span().start()));
        return new Parsed<>(new HclFile(new Body(List.copyOf(items), parsed.value().body().span()), List.of()),
                List.copyOf(problems));
    }

    /// Reads a file of variable values, where strings are no templates; never throws.
    /// @return the tree, all attributes, and the problems in source order
    public static Parsed<HclFile> parseValues(SourceFile source, ParseLimits limits) {
        return parse(source, limits, false);
    }

    private static Parsed<HclFile> parse(SourceFile source, ParseLimits limits, boolean templates) {
        Parsed<@Nullable Node> json = JsonParser.parse(source, limits);
        List<SyntaxProblem> problems = new ArrayList<>();
        // a type of block may stand twice
        json.problems()
            .stream()
            .filter((problem) -> problem.kind() != SyntaxProblem.Kind.DUPLICATE_KEY)
            .forEach(problems::add);
        JsonExpressions expressions = new JsonExpressions(source, limits, templates, problems);
        List<Item> items = new ArrayList<>();
        Node root = json.value();
        switch (root) {
            case Mapping mapping -> attributes(mapping, expressions, items);
            case Sequence sequence when sequence.items().stream().allMatch(Mapping.class::isInstance) ->
                sequence.items().forEach((item) -> attributes((Mapping) item, expressions, items));
            case Sequence sequence -> problems.add(wrongRoot(sequence.span()));
            case Scalar scalar -> problems.add(wrongRoot(scalar.span()));
            case null -> {
            }
        }
        Body body = new Body(List.copyOf(items), new Span(0, source.text().length()));
        return new Parsed<>(new HclFile(body, List.of()), List.copyOf(problems));
    }

    private static SyntaxProblem wrongRoot(Span span) {
        return new SyntaxProblem(SyntaxProblem.Kind.SYNTAX,
                "expected an object, or a list of objects, at the root of this file", span);
    }

    private static void attributes(Mapping mapping, JsonExpressions expressions, List<Item> items) {
        for (Mapping.Entry entry : mapping.entries()) {
            if (!entry.name().equals(JsonBlocks.COMMENT)) {
                Expression value = expressions.of(entry.value());
                Span key = entry.key().span();
                items.add(new Attribute(new Name(entry.name(), key), value,
                        new Span(key.start(), Math.max(key.end(), value.span().end()))));
            }
        }
    }

}
