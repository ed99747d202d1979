package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/// A small random template with one Lambda function, and what AWS would say of it for each choice of its parameters,
/// found by evaluating it directly.
final class RandomTemplate {

    private static final Map<String, String> VALUES = Map.of("good", "!GetAtt Good.Arn", "conditional",
            "!GetAtt Conditional.Arn", "name", "!Ref Good", "profile", "!GetAtt Profile.Arn", "none",
            "!Ref AWS::NoValue");

    private static final Map<String, String> RULES = Map.of("name", "wrong-identity-form", "profile",
            "instance-profile-as-role", "none", "missing-identity");

    private final Random random;

    private final SequencedMap<String, List<String>> parameters = new LinkedHashMap<>();

    private final SequencedMap<String, Expression> conditions = new LinkedHashMap<>();

    private final Choice role;

    private final String functionCondition;

    private final String roleCondition;

    RandomTemplate(long seed) {
        this.random = new Random(seed);
        int count = 1 + this.random.nextInt(3);
        for (int i = 0; i < count; i++) {
            this.parameters.put("P" + i, List.of("a", "b", "c").subList(0, 2 + this.random.nextInt(2)));
        }
        int wanted = 1 + this.random.nextInt(5);
        for (int i = 0; i < wanted; i++) {
            this.conditions.put("C" + i, expression(2));
        }
        this.role = choice(3);
        this.functionCondition = this.random.nextBoolean() ? "" : name();
        this.roleCondition = this.random.nextBoolean() ? "" : name();
    }

    /// A condition.
    private sealed interface Expression {

        boolean holds(Map<String, String> values, Map<String, Expression> conditions);

        String yaml();

    }

    private record Equal(String parameter, String value, boolean mapped) implements Expression {

        @Override
        public boolean holds(Map<String, String> values, Map<String, Expression> conditions) {
            String given = values.getOrDefault(this.parameter, "");
            return this.mapped ? (given.equals("a") ? "x" : "y").equals(this.value) : given.equals(this.value);
        }

        @Override
        public String yaml() {
            String left = "!Ref " + this.parameter;
            return "!Equals [" + (this.mapped ? "!FindInMap [Map, " + left + ", key]" : left) + ", " + this.value + "]";
        }

    }

    private record Same(String left, String right) implements Expression {

        @Override
        public boolean holds(Map<String, String> values, Map<String, Expression> conditions) {
            return values.getOrDefault(this.left, "").equals(values.getOrDefault(this.right, ""));
        }

        @Override
        public String yaml() {
            return "!Equals [!Ref " + this.left + ", !Ref " + this.right + "]";
        }

    }

    private record Both(boolean and, Expression left, Expression right) implements Expression {

        @Override
        public boolean holds(Map<String, String> values, Map<String, Expression> conditions) {
            boolean first = this.left.holds(values, conditions);
            boolean second = this.right.holds(values, conditions);
            return this.and ? first && second : first || second;
        }

        @Override
        public String yaml() {
            return (this.and ? "!And [" : "!Or [") + this.left.yaml() + ", " + this.right.yaml() + "]";
        }

    }

    private record Opposite(Expression of) implements Expression {

        @Override
        public boolean holds(Map<String, String> values, Map<String, Expression> conditions) {
            return !this.of.holds(values, conditions);
        }

        @Override
        public String yaml() {
            return "!Not [" + this.of.yaml() + "]";
        }

    }

    private record Named(String name) implements Expression {

        @Override
        public boolean holds(Map<String, String> values, Map<String, Expression> conditions) {
            Expression named = conditions.get(this.name);
            return named != null && named.holds(values, conditions);
        }

        @Override
        public String yaml() {
            return "!Condition " + this.name;
        }

    }

    /// A value: one of [#VALUES], or a choice.
    private record Choice(String leaf, String condition, List<Choice> sides) {

        String yaml() {
            return this.sides.isEmpty() ? VALUES.getOrDefault(this.leaf, "") : "!If [" + this.condition + ", "
                    + this.sides.getFirst().yaml() + ", " + this.sides.getLast().yaml() + "]";
        }

    }

    private String name() {
        return "C" + this.random.nextInt(this.conditions.size());
    }

    private Expression expression(int depth) {
        String parameter = "P" + this.random.nextInt(this.parameters.size());
        return switch (this.random.nextInt(depth == 0 ? 3 : 7)) {
            case 0 -> new Equal(parameter, List.of("a", "b", "c", "d").get(this.random.nextInt(4)), false);
            case 1 -> new Equal(parameter, this.random.nextBoolean() ? "x" : "y", true);
            case 2 -> this.conditions.isEmpty() || this.random.nextInt(3) == 0
                    ? new Same(parameter, "P" + this.random.nextInt(this.parameters.size())) : new Named(name());
            case 3, 4 -> new Both(this.random.nextBoolean(), expression(depth - 1), expression(depth - 1));
            default -> new Opposite(expression(depth - 1));
        };
    }

    private Choice choice(int depth) {
        if (depth == 0 || this.random.nextInt(4) == 0) {
            int leaf = this.random.nextInt(8);
            return new Choice(leaf < 4 ? "good" : List.of("conditional", "name", "profile", "none").get(leaf - 4), "",
                    List.of());
        }
        return new Choice("", name(), List.of(choice(depth - 1), choice(depth - 1)));
    }

    /// The template.
    String yaml() {
        StringBuilder text = new StringBuilder("Parameters:\n");
        this.parameters.forEach(
                (name, values) -> text.append("  %s: {Type: String, AllowedValues: %s}\n".formatted(name, values)));
        text.append("Mappings: {Map: {a: {key: x}, b: {key: y}, c: {key: y}}}\nConditions:\n");
        this.conditions.forEach((name, condition) -> text.append("  %s: %s\n".formatted(name, condition.yaml())));
        String trust = "{AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: "
                + "{Service: [lambda.amazonaws.com, ec2.amazonaws.com]}, Action: 'sts:AssumeRole'}]}}";
        text.append("Resources:\n  Fn:\n    Type: AWS::Lambda::Function\n")
            .append(this.functionCondition.isEmpty() ? "" : "    Condition: " + this.functionCondition + "\n")
            .append("    Properties: {Code: {ZipFile: x}, Role: ")
            .append(this.role.yaml())
            .append("}\n  Good: {Type: AWS::IAM::Role, Properties: ")
            .append(trust)
            .append("}\n  Conditional: {Type: AWS::IAM::Role, ")
            .append(this.roleCondition.isEmpty() ? "" : "Condition: " + this.roleCondition + ", ")
            .append("Properties: ")
            .append(trust)
            .append("}\n  Profile: {Type: AWS::IAM::InstanceProfile, Properties: {Roles: [!Ref Good]}}\n");
        return text.toString();
    }

    /// All choices of parameter values.
    List<SequencedMap<String, String>> assignments() {
        List<SequencedMap<String, String>> all = new ArrayList<>(List.of(new LinkedHashMap<>()));
        this.parameters.forEach((name, values) -> {
            List<SequencedMap<String, String>> longer = new ArrayList<>();
            for (SequencedMap<String, String> each : all) {
                for (String value : values) {
                    SequencedMap<String, String> one = new LinkedHashMap<>(each);
                    one.put(name, value);
                    longer.add(one);
                }
            }
            all.clear();
            all.addAll(longer);
        });
        return all;
    }

    /// The rule that a choice of values breaks; empty when it breaks none, `absent` when
    /// the function is not made.
    String broken(Map<String, String> values) {
        if (!holds(this.functionCondition, values)) {
            return "absent";
        }
        Choice at = this.role;
        while (!at.sides().isEmpty()) {
            at = holds(at.condition(), values) ? at.sides().getFirst() : at.sides().getLast();
        }
        if (at.leaf().equals("conditional")) {
            return holds(this.roleCondition, values) ? "" : "undefined-reference";
        }
        return RULES.getOrDefault(at.leaf(), "");
    }

    private boolean holds(String condition, Map<String, String> values) {
        return condition.isEmpty() || new Named(condition).holds(values, this.conditions);
    }

}
