package dev.rolewire.syntax.yaml;

import java.time.Duration;
import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.Trees;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class YamlAliasTests {

    private static SourceFile source(String text) {
        return SourceFile.of("template.yaml", text);
    }

    private static Parsed<@Nullable Node> parse(String text) {
        return YamlParser.parse(source(text), ParseLimits.DEFAULT);
    }

    private static List<String> problems(String text) {
        return Trees.problems(source(text), parse(text));
    }

    @Test
    void anAliasIsReplacedAndReportedAtItsPlace() {
        String text = "a: &x {b: 1}\nc: [*x, &y !Ref z, *y]\n";
        assertThat(Trees.show(parse(text).value())).isEqualTo("{a: {b: 1}, c: [{b: 1}, !Ref 'z', !Ref 'z']}");
        assertThat(problems(text)).containsExactly("ALIAS 2:5-2:7 the alias `*x` stands for the value at line 1",
                "ALIAS 2:20-2:22 the alias `*y` stands for the value at line 2");
        assertThat(parse(text).isComplete()).isTrue();
    }

    @Test
    void theMappingAroundAnAliasEndsWithTheAlias() {
        SourceFile source = source("a: &x 1\nb:\n  c: *x\nd: 2\n");
        Parsed<@Nullable Node> parsed = YamlParser.parse(source, ParseLimits.DEFAULT);
        assertThat(parsed.value()).isInstanceOfSatisfying(Mapping.class,
                (mapping) -> assertThat(mapping.get("b")).isInstanceOfSatisfying(Mapping.class,
                        (inner) -> assertThat(source.textAt(inner.span())).isEqualTo("c: *x")));
    }

    @Test
    void anAnchorMayBeWrittenAgain() {
        assertThat(Trees.show(parse("[&a 1, *a, &a 2, *a]").value())).isEqualTo("[1, 1, 2, 2]");
    }

    @Test
    void anAliasMayBeAKey() {
        SourceFile source = source("a: &x key\n*x : b\n");
        Parsed<@Nullable Node> parsed = YamlParser.parse(source, ParseLimits.DEFAULT);
        assertThat(Trees.show(parsed.value())).isEqualTo("{a: 'key', key: 'b'}");
        assertThat(Trees.slices(source, parsed.value())).contains("*x");
    }

    @Test
    void anAliasInsideItsOwnValueIsASyntaxError() {
        assertThat(problems("a: &x\n  b: *x\n"))
            .containsExactly("SYNTAX 2:6-2:8 the alias `*x` stands inside the value that it stands for");
    }

    @Test
    void mergeKeysBringInWhatTheMappingDoesNotSay() {
        String text = "base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\none:\n  <<: *b\n  y: 5\ntwo:\n  <<: [*b, *m]\n";
        assertThat(Trees.show(parse(text).value()))
            .isEqualTo("{base: {x: 1, y: 2}, more: {y: 3, z: 4}, one: {x: 1, y: 5}, two: {x: 1, y: 2, z: 4}}");
        assertThat(problems(text)).containsExactly("ALIAS 4:7-4:9 the alias `*b` stands for the value at line 1",
                "ALIAS 7:3-7:5 the merge key `<<` stands for the entries of other mappings",
                "ALIAS 7:8-7:10 the alias `*b` stands for the value at line 1",
                "ALIAS 7:12-7:14 the alias `*m` stands for the value at line 2");
    }

    @Test
    void ownKeysWinOverAMergeThatFollowsThem() {
        assertThat(Trees.show(parse("a: 1\n<<: {a: 2, b: 3}\nb: 4\n").value())).isEqualTo("{a: 1, b: 4}");
        assertThat(problems("a: 1\n<<: {a: 2, b: 3}\n"))
            .containsExactly("ALIAS 2:1-2:3 the merge key `<<` stands for the entries of other mappings");
    }

    @Test
    void aQuotedMergeKeyIsAKey() {
        assertThat(Trees.show(parse("'<<': {a: 1}").value())).isEqualTo("{<<: {a: 1}}");
        assertThat(problems("'<<': {a: 1}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "<<: 1", "<<:", "<<: [{a: b}, c]" })
    void onlyMappingsCanBeMerged(String text) {
        assertThat(problems(text)).singleElement()
            .asString()
            .startsWith("SYNTAX")
            .endsWith("expected a mapping or a list of mappings to merge");
        assertThat(Trees.show(parse(text).value())).startsWith("{<<: ");
    }

    @Test
    void anAliasBombIsAnsweredQuickly() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [");
            text.append("*a".concat(Integer.toString(i - 1)).concat(", ").repeat(10)).append("]\n");
        }
        assertTimeout(Duration.ofSeconds(2), () -> {
            Parsed<@Nullable Node> parsed = parse(text.toString());
            assertThat(parsed.problems()).filteredOn((problem) -> problem.kind() == SyntaxProblem.Kind.LIMIT)
                .singleElement()
                .satisfies((problem) -> assertThat(source(text.toString()).textAt(problem.span())).startsWith("*a"));
            assertThat(parsed.value()).isNotNull();
        });
    }

    @Test
    void aMergeBombIsAnsweredQuickly() {
        StringBuilder text = new StringBuilder("a0: &a0 {x: 1, y: 2}\n");
        for (int i = 1; i < 40; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" {<<: [");
            text.append("*a".concat(Integer.toString(i - 1)).concat(", ").repeat(10)).append("]}\n");
        }
        assertTimeout(Duration.ofSeconds(2),
                () -> assertThat(parse(text.toString()).problems()).extracting(SyntaxProblem::kind)
                    .contains(SyntaxProblem.Kind.LIMIT));
    }

    @Test
    void aliasesCountTowardsTheDepth() {
        ParseLimits limits = new ParseLimits(5, 1000);
        String fits = "[&a [[x]], [[*a]]]";
        String tooDeep = "[&a [[x]], [[[*a]]]]";
        assertThat(YamlParser.parse(source(fits), limits).isComplete()).isTrue();
        assertThat(YamlParser.parse(source(tooDeep), limits).problems()).extracting(SyntaxProblem::kind)
            .containsExactly(SyntaxProblem.Kind.ALIAS, SyntaxProblem.Kind.LIMIT);
    }

    @Test
    void aliasesCountTowardsTheNodesAsIfCopied() {
        String text = "[&a [x, y], *a, *a]";
        assertThat(YamlParser.parse(source(text), new ParseLimits(9, 10)).isComplete()).isTrue();
        assertThat(YamlParser.parse(source(text), new ParseLimits(9, 9)).isComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "[", "{a: ", "- ", "? ", "{? ", "!a [", "&a [" })
    void deepNestingStopsAtTheLimit(String opening) {
        String text = opening.repeat(100_000);
        assertTimeout(Duration.ofSeconds(3), () -> {
            Parsed<@Nullable Node> parsed = parse(text);
            assertThat(parsed.problems()).extracting(SyntaxProblem::kind).containsExactly(SyntaxProblem.Kind.LIMIT);
            assertThat(parsed.problems().getFirst().span().start()).isEqualTo(500 * opening.length());
            assertThat(parsed.value()).isNotNull();
        });
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        assertThat(YamlParser.parse(source("[[[a]]]"), new ParseLimits(3, 4)).problems()).isEmpty();
        assertThat(YamlParser.parse(source("[[[a]]]"), new ParseLimits(2, 4)).isComplete()).isFalse();
        assertThat(YamlParser.parse(source("[[[a]]]"), new ParseLimits(3, 3)).isComplete()).isFalse();
    }

}
