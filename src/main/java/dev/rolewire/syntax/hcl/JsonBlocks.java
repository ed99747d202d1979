package dev.rolewire.syntax.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.hcl.Body.Attribute;
import dev.rolewire.syntax.hcl.Body.Block;
import dev.rolewire.syntax.hcl.Body.Item;
import dev.rolewire.syntax.hcl.Body.Label;
import dev.rolewire.syntax.hcl.Expression.ObjectItem;
import dev.rolewire.syntax.hcl.Expression.ObjectLiteral;
import org.jspecify.annotations.Nullable;

/// Attributes of HCL's JSON syntax seen as blocks, as `json/spec.md` in github.com/hashicorp/hcl says: an object for each
/// label, then the body or a list of bodies. A list of objects may stand for an object at any level.
public final class JsonBlocks {

    /// The key of a comment.
    static final String COMMENT = "//";

    /// How many labels the blocks at the top level of Terraform's and OpenTofu's language
    /// have.
    static final Map<String, Integer> LABELS = Map.ofEntries(Map.entry("resource", 2), Map.entry("data", 2),
            Map.entry("ephemeral", 2), Map.entry("variable", 1), Map.entry("module", 1), Map.entry("provider", 1),
            Map.entry("output", 1), Map.entry("check", 1), Map.entry("locals", 0), Map.entry("terraform", 0),
            Map.entry("moved", 0), Map.entry("import", 0), Map.entry("removed", 0));

    private JsonBlocks() {
    }

    /// Turns an attribute into blocks of its name.
    ///
    /// The span of a block starts with its last label, or with its type when it has none.
    /// @param attribute an attribute from [HclJson], or one of a block from here
    /// @param labels how many labels its blocks have
    /// @return the blocks, what has another shape left out, and the problems in source
    /// order
    public static Parsed<List<Block>> expand(Attribute attribute, int labels) {
        List<Block> blocks = new ArrayList<>();
        List<SyntaxProblem> problems = new ArrayList<>();
        expand(attribute.name(), attribute.name().span(), List.of(), attribute.value(), labels, blocks, problems);
        return new Parsed<>(List.copyOf(blocks), List.copyOf(problems));
    }

    private static void expand(Name type, Span start, List<Label> labels, Expression value, int missing,
            List<Block> blocks, List<SyntaxProblem> problems) {
        switch (value) {
            case ObjectLiteral object when missing == 0 -> blocks.add(new Block(type, labels, body(object, problems),
                    new Span(start.start(), Math.max(start.end(), object.span().end()))));
            case ObjectLiteral object -> {
                for (ObjectItem item : object.items()) {
                    String key = key(item);
                    if (key != null && !key.equals(COMMENT)) {
                        List<Label> more = new ArrayList<>(labels);
                        more.add(new Label(key, true, item.key().span()));
                        expand(type, item.key().span(), List.copyOf(more), item.value(), missing - 1, blocks, problems);
                    }
                }
            }
            case Expression.Tuple tuple -> {
                for (Expression each : tuple.items()) {
                    if (each instanceof ObjectLiteral) {
                        expand(type, start, labels, each, missing, blocks, problems);
                    }
                    else {
                        problems.add(wrongShape(type, each, missing));
                    }
                }
            }
            case Expression.NullLiteral _ -> {
            }
            default -> problems.add(wrongShape(type, value, missing));
        }
    }

    private static SyntaxProblem wrongShape(Name type, Expression value, int missing) {
        return new SyntaxProblem(SyntaxProblem.Kind.SYNTAX,
                missing == 0 ? "expected an object, the content of a `" + type.text() + "` block"
                        : "expected an object whose keys are labels of `" + type.text() + "` blocks",
                value.span());
    }

    /// The content of an object as a body of attributes.
    private static Body body(ObjectLiteral object, List<SyntaxProblem> problems) {
        List<Item> items = new ArrayList<>();
        for (ObjectItem item : object.items()) {
            String key = key(item);
            if (key == null) {
                problems.add(new SyntaxProblem(SyntaxProblem.Kind.SYNTAX, "the name of an argument is no template",
                        item.key().span()));
            }
            else if (!key.equals(COMMENT)) {
                items.add(new Attribute(new Name(key, item.key().span()), item.value(), item.span()));
            }
        }
        return new Body(List.copyOf(items), object.span());
    }

    private static @Nullable String key(ObjectItem item) {
        return item.key().constant();
    }

}
