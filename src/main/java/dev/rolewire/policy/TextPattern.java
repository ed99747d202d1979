package dev.rolewire.policy;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Value;

/// A text with parts that are not known, each standing as one character that no template holds.
///
/// @param text the text; see the constants for its special characters
/// @param value what it was made of
record TextPattern(String text, Value value) {

    /// Any text, also none.
    static final char ANY = '\uE000';

    /// The Region of the deployment (`AWS::Region`).
    static final char REGION = '\uE001';

    /// The domain of the partition (`AWS::URLSuffix`), such as `amazonaws.com`.
    static final char SUFFIX = '\uE002';

    /// The longest text that patterns are compared for, twice what a whole trust policy
    /// may hold (IAM User Guide, "IAM and AWS STS quotas").
    private static final int MAX_LENGTH = 8_192;

    static TextPattern of(Value value) {
        StringBuilder text = new StringBuilder();
        if (value instanceof Value.Concat concat) {
            concat.parts().forEach((part) -> append(part, text));
        }
        else {
            append(value, text);
        }
        return new TextPattern(text.toString(), value);
    }

    private static void append(Value part, StringBuilder text) {
        switch (part) {
            case Value.Literal literal ->
                text.append(literal.text().replace(ANY, '\uFFFD').replace(REGION, '\uFFFD').replace(SUFFIX, '\uFFFD'));
            case Value.Reference reference -> text.append(atomOf(reference));
            case Value.Concat _, Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _ ->
                text.append(ANY);
            case Value.Absent _ -> {
            }
        }
    }

    private static char atomOf(Value.Reference reference) {
        return switch (reference.address()) {
            case "AWS::Region" -> REGION;
            case "AWS::URLSuffix" -> SUFFIX;
            default -> ANY;
        };
    }

    Origin origin() {
        return this.value.origin();
    }

    /// Whether a part of it is not known at all.
    boolean isOpen() {
        return this.text.indexOf(ANY) >= 0;
    }

    /// Whether it has any part that is not literal.
    boolean isSymbolic() {
        return isOpen() || this.text.indexOf(REGION) >= 0 || this.text.indexOf(SUFFIX) >= 0;
    }

    boolean hasWildcard() {
        return this.text.indexOf('*') >= 0 || this.text.indexOf('?') >= 0;
    }

    /// Whether some text fits both patterns, `*` and every part that is not known
    /// standing for any text and `?` for
    /// any one character. Longer texts than any policy can hold are taken to fit.
    static boolean intersect(String left, String right) {
        if (left.length() > MAX_LENGTH || right.length() > MAX_LENGTH) {
            return true;
        }
        boolean[] below = new boolean[right.length() + 1];
        for (int i = left.length(); i >= 0; i--) {
            boolean[] row = new boolean[right.length() + 1];
            for (int j = right.length(); j >= 0; j--) {
                row[j] = fits(left, i, right, j, row, below);
            }
            below = row;
        }
        return below[0];
    }

    private static boolean fits(String left, int i, String right, int j, boolean[] row, boolean[] below) {
        boolean leftEnds = i == left.length();
        boolean rightEnds = j == right.length();
        if (leftEnds && rightEnds) {
            return true;
        }
        boolean fits = false;
        if (!leftEnds && isRun(left.charAt(i))) {
            fits = below[j] || (!rightEnds && row[j + 1]);
        }
        if (!fits && !rightEnds && isRun(right.charAt(j))) {
            fits = row[j + 1] || (!leftEnds && below[j]);
        }
        if (!fits && !leftEnds && !rightEnds) {
            char a = left.charAt(i);
            char b = right.charAt(j);
            fits = !isRun(a) && !isRun(b) && (a == b || a == '?' || b == '?') && below[j + 1];
        }
        return fits;
    }

    private static boolean isRun(char character) {
        return character == '*' || character == ANY || character == REGION || character == SUFFIX;
    }

}
