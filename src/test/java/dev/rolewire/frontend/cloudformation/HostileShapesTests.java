package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.rolewire.model.Guard;
import dev.rolewire.model.Template;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostileShapesTests {

    private static final String YAML = """
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: [AWS::LanguageExtensions]
            Parameters:
              A: {Type: String, Default: a, AllowedValues: [a, b], NoEcho: false}
              L: {Type: CommaDelimitedList, Default: 'a,b'}
            Mappings: {M: {k: {l: v}}}
            Conditions:
              C: !Or [!Equals [!Ref A, a], !Not [!Condition D], {Condition: D}]
              D: !And [!Equals [!FindInMap [M, !Ref A, l], v], !Equals [!Sub 'x${A}', xa]]
              Fn::ForEach::E: [N, [a], {'E${N}': !Equals [!Ref N, a]}]
            Globals: {Function: {Role: !GetAtt R.Arn, Tags: {a: b}}}
            Resources:
              R:
                Type: AWS::IAM::Role
                Properties: {Path: /a/, AssumeRolePolicyDocument: '{"a": ["b"]}'}
              X:
                Type: AWS::Serverless::Function
                Condition: C
                DependsOn: [R]
                Properties:
                  P: !If [C, !Ref A, !Select [1, !Split ['/', !GetAtt R.Arn]]]
                  Q: !Join [',', [!Ref L, !Sub ['{"a": "${V}${R.Arn}"}', {V: !Ref A}], !ImportValue x]]
                  S: {Fn::ForEach::P: [N, !Ref L, {'K${N}': !Ref N}], Fn::Transform: {Name: m}}
                  T: [!Length [a], !ToJsonString {a: b}, !Base64 x, '{{resolve:ssm:/x}}', !GetAtt [R, !Ref A]]
                  Tags: {c: d}
              Fn::ForEach::L: [N, !Ref L, {'Z${N}': {Type: 'T::T::T', Properties: {A: !Ref N}}}]
            Outputs:
              O: {Value: !Ref X, Condition: C, Export: {Name: n}}
            """;

    private static final Span SPAN = new Span(3, 9);

    private static final List<Node> REPLACEMENTS = List.of(scalar("", Scalar.Kind.STRING, null),
            scalar("", Scalar.Kind.NULL, null), scalar("A", Scalar.Kind.STRING, null),
            scalar("1", Scalar.Kind.NUMBER, null), scalar("true", Scalar.Kind.BOOLEAN, null),
            scalar("R", Scalar.Kind.STRING, "!Ref"), scalar("L", Scalar.Kind.STRING, "!Ref"),
            scalar("AWS::NoValue", Scalar.Kind.STRING, "!Ref"), scalar("R.Arn", Scalar.Kind.STRING, "!GetAtt"),
            scalar("${X}${", Scalar.Kind.STRING, "!Sub"), scalar("C", Scalar.Kind.STRING, "!Condition"),
            scalar("x", Scalar.Kind.STRING, "!"), scalar("{\"a\":[]}", Scalar.Kind.STRING, null),
            new Sequence(List.of(), SPAN, null),
            new Sequence(List.of(scalar("C", Scalar.Kind.STRING, null)), SPAN, null),
            new Sequence(List.of(), SPAN, "!Join"), new Sequence(List.of(), SPAN, "!If"),
            Mapping.of(List.of(), SPAN, null), Mapping.of(List.of(), SPAN, "!Select"), map("Ref"), map("Fn::GetAtt"),
            map("Fn::If"), map("Fn::Transform"), map("Fn::ForEach::X"), map("Fn::"), map("Type"), map("Rain::Module"));

    private static Scalar scalar(String text, Scalar.Kind kind, @Nullable String tag) {
        return new Scalar(text, kind, Scalar.Style.PLAIN, SPAN, tag);
    }

    private static Mapping map(String key) {
        return Mapping.of(List.of(new Mapping.Entry(scalar(key, Scalar.Kind.STRING, null),
                new Sequence(List.of(scalar("C", Scalar.Kind.STRING, null)), SPAN, null))), SPAN, null);
    }

    @Test
    void noNodeAtAnyPlaceStopsTheLowering() {
        SourceFile source = SourceFile.of("t.yaml", YAML);
        Node tree = Objects.requireNonNull(YamlParser.parse(source, ParseLimits.DEFAULT).value());
        int places = count(tree);
        assertThat(places).isGreaterThan(100);
        for (Node replacement : REPLACEMENTS) {
            for (int place = 0; place < places; place++) {
                Template template = CloudFormationFrontend.lower(source,
                        new Replacing(place, replacement).replace(tree), Templates.NOTHING_GIVEN);
                template.problems()
                    .forEach((problem) -> assertThat(problem.origin().span().end()).isLessThanOrEqualTo(YAML.length()));
            }
        }
    }

    @Test
    void deepNestingIsBounded() {
        for (String[] nest : new String[][] { { "!Base64 {a: ", "}" }, { "!If [C, a, ", "]" },
                { "!Sub ['${a}', {a: ", "}]" }, { "!Join ['', [a, ", "]]" }, { "[", "]" }, { "{Fn::Base64: ", "}" },
                { "!Select [0, !Split ['/', ", "]]" } }) {
            String text = "Resources: {X: {Type: T::T::T, Properties: {P: " + nest[0].repeat(150) + "x"
                    + nest[1].repeat(150) + "}}}";
            SourceFile source = SourceFile.of("t.yaml", text);
            Node tree = Objects.requireNonNull(YamlParser.parse(source, ParseLimits.DEFAULT).value());
            Template template = CloudFormationFrontend.lower(source, tree, Templates.NOTHING_GIVEN);
            assertThat(template.resources()).hasSize(1);
        }
    }

    @Test
    void rolesWhosePathsLeadToEachOtherAreBounded() {
        StringBuilder text = new StringBuilder("Resources:\n");
        for (int i = 0; i < 5_000; i++) {
            text.append(
                    "  R%d: {Type: AWS::IAM::Role, Properties: {Path: !Select [1, !Split ['/', !GetAtt R%d.Arn]]}}%n"
                        .formatted(i, (i + 1) % 5_000));
        }
        assertThat(Templates.lower(text.toString()).resources()).hasSize(5_000);
    }

    @Test
    void aSmallStackIsEnough() throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Runnable work = () -> {
            for (String[] nest : new String[][] { { "{\"Fn::Base64\": ", "}" },
                    { "{\"Fn::If\": [\"C\", \"a\", ", "]}" }, { "{\"Fn::Sub\": [\"${a}\", {\"a\": ", "}]}" },
                    { "{\"Fn::Join\": [\"\", [\"a\", ", "]]}" },
                    { "{\"Fn::Select\": [0, {\"Fn::Split\": [\"/\", ", "]}]}" },
                    { "{\"Fn::FindInMap\": [\"M\", \"a\", ", "]}" }, { "[", "]" }, { "{\"a\": ", "}" } }) {
                int times = 480 / nest[0].replaceAll("[^\\[{]", "").length();
                String value = nest[0].repeat(times) + "\"x\"" + nest[1].repeat(times);
                Templates.lower(
                        "{\"Mappings\": {\"M\": {\"a\": {\"x\": \"x\"}}}, \"Conditions\": {\"C\": {\"Fn::Not\": [{\"Condition\":"
                                + " \"D\"}]}, \"D\": {\"Fn::Equals\": [" + value
                                + ", \"y\"]}}, \"Resources\": {\"X\": {\"Type\":"
                                + " \"T::T::T\", \"Properties\": {\"P\": " + value + "}}}}");
            }
        };
        Thread thread = new Thread(null, () -> {
            try {
                work.run();
            }
            catch (StackOverflowError error) {
                thrown.add(error);
            }
        }, "small", 512 * 1024);
        thread.start();
        thread.join();
        assertThat(thrown).isEmpty();
    }

    @Test
    void conditionsThatAreDeepAndLeadToEachOtherAreBounded() {
        StringBuilder text = new StringBuilder("{\"Conditions\": {");
        for (int i = 0; i < 90; i++) {
            text.append("\"C%d\": ".formatted(i))
                .append("{\"Fn::Not\": [".repeat(200))
                .append("{\"Condition\": \"C%d\"}".formatted(i + 1))
                .append("]}".repeat(200))
                .append(", ");
        }
        text.append(
                "\"C90\": {\"Fn::Equals\": [\"a\", \"a\"]}}, \"Resources\": {\"X\": {\"Type\": \"T::T::T\", \"Condition\":"
                        + " \"C0\"}}}");
        Template template = Templates.lower(text.toString());
        assertThat(Templates.resource(template, "X").condition()).isSameAs(Guard.EXHAUSTED);
    }

    private static int count(Node node) {
        int count = 1;
        switch (node) {
            case Scalar _ -> {
            }
            case Sequence sequence -> {
                for (Node item : sequence.items()) {
                    count += count(item);
                }
            }
            case Mapping mapping -> {
                for (Mapping.Entry entry : mapping.entries()) {
                    count += count(entry.value());
                }
            }
        }
        return count;
    }

    /// Copies a tree with the node of one number replaced.
    private static final class Replacing {

        private final int place;

        private final Node replacement;

        private int next;

        private Replacing(int place, Node replacement) {
            this.place = place;
            this.replacement = replacement;
        }

        private Node replace(Node node) {
            if (this.next++ == this.place) {
                return this.replacement;
            }
            return switch (node) {
                case Scalar scalar -> scalar;
                case Sequence sequence -> new Sequence(sequence.items().stream().map(this::replace).toList(),
                        sequence.span(), sequence.tag());
                case Mapping mapping -> {
                    List<Mapping.Entry> entries = new ArrayList<>();
                    mapping.entries()
                        .forEach((entry) -> entries.add(new Mapping.Entry(entry.key(), replace(entry.value()))));
                    yield Mapping.of(entries, mapping.span(), mapping.tag());
                }
            };
        }

    }

}
