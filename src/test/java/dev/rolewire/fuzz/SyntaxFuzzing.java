package dev.rolewire.fuzz;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.source.Utf8;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.HclFile;
import dev.rolewire.syntax.hcl.HclParser;
import dev.rolewire.syntax.json.JsonParser;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/// The parsers: they never throw, every span is inside the text, and a tree is of the size that its limits allow.
final class SyntaxFuzzing {

    private static final ParseLimits LIMITS = new ParseLimits(100, 100_000);

    private SyntaxFuzzing() {
    }

    static void yaml(byte[] input) {
        SourceFile source = source(input);
        Parsed<@Nullable Node> parsed = YamlParser.parse(source, LIMITS);
        check(source, parsed);
        same(parsed.problems().toString(), YamlParser.parse(source, LIMITS).problems().toString());
    }

    static void json(byte[] input) {
        SourceFile source = source(input);
        check(source, JsonParser.parse(source, LIMITS));
    }

    static void hcl(byte[] input) {
        SourceFile source = source(input);
        Parsed<HclFile> parsed = HclParser.parse(source, LIMITS);
        parsed.problems().forEach((problem) -> inside(source, problem.span()));
        parsed.value().comments().forEach((comment) -> inside(source, comment.span()));
        body(source, parsed.value().body());
        same(parsed.problems().toString(), HclParser.parse(source, LIMITS).problems().toString());
    }

    private static void body(SourceFile source, Body body) {
        inside(source, body.span());
        for (Body.Item item : body.items()) {
            inside(source, item.span());
            switch (item) {
                case Body.Attribute attribute -> inside(source, attribute.value().span());
                case Body.Block block -> body(source, block.body());
            }
        }
    }

    private static void check(SourceFile source, Parsed<@Nullable Node> parsed) {
        parsed.problems().forEach((problem) -> inside(source, problem.span()));
        if (parsed.value() == null && parsed.isComplete() && !source.text().isBlank()
                && source.text().startsWith("{")) {
            throw new AssertionError("a text was lost without a problem");
        }
        node(source, parsed.value(), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void node(SourceFile source, @Nullable Node node, Set<Node> seen) {
        if (node == null || !seen.add(node)) {
            return;
        }
        inside(source, node.span());
        switch (node) {
            case Scalar _ -> {
            }
            case Mapping mapping -> mapping.entries().forEach((entry) -> {
                inside(source, entry.key().span());
                node(source, entry.value(), seen);
            });
            case Sequence sequence -> sequence.items().forEach((item) -> node(source, item, seen));
        }
    }

    /// A span that its text has.
    static void inside(SourceFile source, Span span) {
        int length = source.characters().length();
        if (span.start() < 0 || span.start() > span.end() || span.end() > length) {
            throw new AssertionError("span " + span + " is outside of a text of " + length);
        }
    }

    static void same(Object first, Object second) {
        if (!first.equals(second)) {
            throw new AssertionError("the same input gives " + first + " and then " + second);
        }
    }

    private static SourceFile source(byte[] input) {
        return SourceFile.of("input", Utf8.decode(input).text());
    }

}
