package dev.rolewire.benchmark;

import java.util.Locale;

/// A template with so many conditions, and a function for each whose role depends on them.
public final class GeneratedConditions {

    private static final int DEPTH = 11;

    private GeneratedConditions() {
    }

    /// How the conditions hang together.
    public enum Shape {

        /// Each asks one parameter of its own; each function chooses between two roles.
        FLAT,
        /// Each is made of the one before and a parameter of its own; each function
        /// chooses
        /// by eleven of them, one inside the other.
        NESTED,
        /// All ask the same few parameters with many values, as regions and stages are
        /// asked.
        SHARED

    }

    /// The template of a shape with so many conditions.
    static String template(Shape shape, int conditions) {
        StringBuilder text = new StringBuilder("Parameters:\n");
        for (int i = 0; i < conditions; i++) {
            text.append("  P%d: {Type: String, AllowedValues: [a, b, c], Default: a}\n".formatted(i));
        }
        text.append("Conditions:\n");
        for (int i = 0; i < conditions; i++) {
            text.append("  C%d: %s\n".formatted(i, condition(shape, i)));
        }
        text.append("Resources:\n");
        for (int i = 0; i < conditions; i++) {
            text.append("  F%d: {Type: AWS::Lambda::Function, Properties: {Code: {ZipFile: x}, Role: %s}}\n"
                .formatted(i, role(shape, i, conditions)));
            text.append(String.format(Locale.ROOT,
                    "  R%d: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', "
                            + "Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "
                            + "'sts:AssumeRole'}]}}}\n",
                    i));
        }
        return text.toString();
    }

    private static String condition(Shape shape, int index) {
        String own = "!Equals [!Ref P" + (shape == Shape.SHARED ? index % 3 : index) + ", "
                + "abc".charAt(index / 3 % 3) + "]";
        if (shape != Shape.NESTED || index == 0) {
            return own;
        }
        String before = "!Condition C" + (index - 1);
        return index % 2 == 0 ? "!And [" + before + ", !Not [" + own + "]]" : "!Or [" + before + ", " + own + "]";
    }

    private static String role(Shape shape, int index, int conditions) {
        StringBuilder text = new StringBuilder();
        int depth = shape == Shape.NESTED ? DEPTH : 1;
        for (int i = 0; i < depth; i++) {
            text.append("!If [C").append((index + i) % conditions).append(", !GetAtt R").append(index).append(".Arn, ");
        }
        return text.append("!GetAtt R0.Arn").append("]".repeat(depth)).toString();
    }

}
