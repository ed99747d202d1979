package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import dev.rolewire.model.Partition;
import dev.rolewire.model.Value;

/// Texts that a text with parts that are not known can become.
///
/// For a pseudo parameter they are all its values as far as these can matter. For any other part they are texts of every
/// shape that the patterns of the catalog tell apart: none, letters, a path, an account, the start of an ARN and the
/// prefixes that services ask for. What refuses all of them refuses the text; the tests of the catalog hold every pattern
/// against that.
public final class Completions {

    /// So many texts are tried; where there are more, nothing is said.
    private static final int MAX = 1_000;

    private static final List<String> PARTITIONS = Partition.all().stream().map(Partition::id).toList();

    private static final List<String> SUFFIXES = Partition.all().stream().map(Partition::urlSuffix).distinct().toList();

    private static final List<String> ANYTHING = List.of("a", "", "A1-b", "/", "a/", "/a/", "a/b", "service-role/a",
            "/service-role/", "/aws-pcs/", "AWSPCSa", "123456789012", "aws", "iam", "role", "role/a", "policy/a",
            "instance-profile/a", "user/a", ":role/a", "arn:aws:iam::123456789012:role/a",
            "arn:aws:iam::123456789012:instance-profile/a", "arn:aws:iam::123456789012:policy/a", "arn", "*");

    /// What names are that CloudFormation, Terraform or AWS make up.
    private static final List<String> MADE_UP = List.of("a", "A1-b", "20260101000000000000000001",
            "AWSServiceRoleForA");

    /// How many colons stand before the resource of an ARN.
    private static final int COLONS = 5;

    private final List<Piece> pieces = new ArrayList<>();

    private final SequencedMap<String, List<String>> holes = new LinkedHashMap<>();

    private Completions() {
    }

    /// A part of the text.
    private sealed interface Piece {

    }

    private record Known(String text) implements Piece {

    }

    /// A part that is not known; equal ones become the same.
    private record Hole(String key) implements Piece {

    }

    /// The plainest of the texts.
    /// @param text a text without choices
    public static String plainest(Value text) {
        Completions completions = completions(text);
        Map<String, String> values = new LinkedHashMap<>();
        completions.holes.forEach((key, texts) -> values.put(key, texts.getFirst()));
        return completions.text(values);
    }

    /// The texts, at least one, the plainest first. Empty when they are too many to say
    /// anything.
    /// @param text a text without choices
    public static List<String> of(Value text) {
        return completions(text).fill();
    }

    private static Completions completions(Value text) {
        Completions completions = new Completions();
        if (text instanceof Value.Concat concat) {
            concat.parts().forEach(completions::add);
        }
        else {
            completions.add(text);
        }
        return completions;
    }

    private void add(Value part) {
        switch (part) {
            case Value.Literal literal -> this.pieces.add(new Known(literal.text()));
            case Value.Reference reference ->
                hole("r:" + reference.address() + ":" + reference.attribute(), values(reference.address()));
            case Value.Unknown unknown -> hole("u:" + unknown.reason() + ":" + unknown.detail(),
                    unknown.detail().equals(FinalTexts.MADE_UP) ? MADE_UP : ANYTHING);
            case Value.Concat concat -> concat.parts().forEach(this::add);
            case Value.Choice _, Value.ListValue _, Value.ObjectValue _ -> hole("o:" + this.pieces.size(), ANYTHING);
            case Value.Absent _ -> {
            }
        }
    }

    private void hole(String key, List<String> values) {
        List<String> fitting = isInResource() ? values.stream().filter((value) -> value.indexOf(':') < 0).toList()
                : values;
        this.pieces.add(new Hole(key));
        this.holes.putIfAbsent(key, fitting);
    }

    /// Whether what comes next is in the last part of an ARN, where no colon is.
    private boolean isInResource() {
        long colons = this.pieces.stream()
            .filter(Known.class::isInstance)
            .flatMapToInt((piece) -> ((Known) piece).text().chars())
            .filter((character) -> character == ':')
            .count();
        return colons >= COLONS && this.pieces.getFirst() instanceof Known first && first.text().startsWith("arn:");
    }

    private static List<String> values(String address) {
        return switch (address) {
            case "AWS::Partition" -> PARTITIONS;
            case "AWS::URLSuffix" -> SUFFIXES;
            case "AWS::AccountId" -> List.of("123456789012");
            case "AWS::Region" -> List.of("us-east-1", "us-gov-west-1", "cn-north-1");
            default -> ANYTHING;
        };
    }

    private List<String> fill() {
        List<Map<String, String>> filled = List.of(Map.of());
        for (Map.Entry<String, List<String>> hole : this.holes.entrySet()) {
            List<Map<String, String>> next = new ArrayList<>();
            for (Map<String, String> values : filled) {
                for (String value : hole.getValue()) {
                    Map<String, String> more = new LinkedHashMap<>(values);
                    more.put(hole.getKey(), value);
                    next.add(more);
                }
            }
            if (next.size() > MAX) {
                return List.of();
            }
            filled = next;
        }
        return filled.stream().map(this::text).distinct().toList();
    }

    private String text(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : this.pieces) {
            text.append(switch (piece) {
                case Known known -> known.text();
                case Hole hole -> values.getOrDefault(hole.key(), "");
            });
        }
        return text.toString();
    }

}
