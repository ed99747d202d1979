package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;

/// How well the name of an export and that of an import agree. Both are texts of which parts may not be known: a
/// stack's name in the one, a parameter in the other.
final class ExportNames {

    /// Nothing agrees.
    static final int DIFFERENT = 0;

    /// They may agree.
    static final int POSSIBLE = 1;

    /// What is written agrees, and unknown parts stand at the same places.
    static final int ALIKE = 2;

    /// They are the same.
    static final int SAME = 3;

    /// Fewer written characters say nothing.
    private static final int MIN_WRITTEN = 3;

    private static final int MAX_TOKENS = 64;

    private static final int MAX_TEXT = 500;

    private static final String OPEN = "\u0001";

    private ExportNames() {
    }

    /// Compares two names.
    /// @param one a name without choices
    /// @param other another one
    static int compare(Value one, Value other) {
        List<String> left = tokens(one);
        List<String> right = tokens(other);
        if (left.size() > MAX_TOKENS || right.size() > MAX_TOKENS || !isWritten(left) || !isWritten(right)) {
            return DIFFERENT;
        }
        boolean open = left.contains(OPEN) || right.contains(OPEN);
        if (left.equals(right)) {
            return open ? ALIKE : SAME;
        }
        return open && mayMatch(left, right) ? POSSIBLE : DIFFERENT;
    }

    /// Whether enough is written to recognise a name by it.
    private static boolean isWritten(List<String> tokens) {
        int length = tokens.stream().filter((token) -> !token.equals(OPEN)).mapToInt(String::length).sum();
        return length >= MIN_WRITTEN && length <= MAX_TEXT;
    }

    private static List<String> tokens(Value name) {
        List<String> tokens = new ArrayList<>();
        add(name, tokens);
        return tokens;
    }

    private static void add(Value value, List<String> tokens) {
        switch (value) {
            case Value.Literal literal -> tokens.add(literal.text());
            case Value.Concat concat -> concat.parts().forEach((part) -> add(part, tokens));
            case Value.Reference reference when PseudoParameters.isShared(reference.address()) ->
                tokens.add("${" + reference.address() + "}");
            case Value.Reference _, Value.Unknown _, Value.Choice _, Value.ListValue _, Value.ObjectValue _,
                    Value.Absent _ ->
                tokens.add(OPEN);
        }
    }

    /// Whether two patterns have a text in common; an open part is any text but the empty
    /// one.
    private static boolean mayMatch(List<String> left, List<String> right) {
        String one = String.join("", left);
        String other = String.join("", right);
        boolean[][] reachable = new boolean[one.length() + 1][other.length() + 1];
        reachable[0][0] = true;
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (reachable[i][j]) {
                    step(one, other, i, j, reachable);
                }
            }
        }
        return reachable[one.length()][other.length()];
    }

    private static void step(String one, String other, int i, int j, boolean[][] reachable) {
        boolean moreLeft = i < one.length();
        boolean moreRight = j < other.length();
        boolean openLeft = moreLeft && one.charAt(i) == OPEN.charAt(0);
        boolean openRight = moreRight && other.charAt(j) == OPEN.charAt(0);
        if (!moreLeft || !moreRight) {
            return;
        }
        if (openLeft || openRight || one.charAt(i) == other.charAt(j)) {
            reachable[i + 1][j + 1] = true;
        }
        if (openLeft) {
            reachable[i][j + 1] = true;
        }
        if (openRight) {
            reachable[i + 1][j] = true;
        }
    }

}
