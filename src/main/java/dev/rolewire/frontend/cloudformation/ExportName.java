package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Value;

/// The name of an export, as an output or an import writes it. Parts of it may not be known: a stack's name in the one,
/// a parameter in the other.
///
/// @param tokens the written parts, and a mark for each open one
record ExportName(List<String> tokens) {

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

    /// Reads a name.
    /// @param name a value without choices
    static ExportName of(Value name) {
        List<String> parts = new ArrayList<>();
        add(name, parts);
        return new ExportName(List.copyOf(parts));
    }

    /// How well two names agree.
    int compare(ExportName other) {
        boolean open = isOpen() || other.isOpen();
        if (this.tokens.equals(other.tokens)) {
            return open ? ALIKE : SAME;
        }
        return open && endsAgree(other) && mayMatch(this.tokens, other.tokens) ? POSSIBLE : DIFFERENT;
    }

    private boolean isOpen() {
        return this.tokens.contains(OPEN);
    }

    /// Whether enough is written to recognise it.
    boolean isWritten() {
        int length = this.tokens.stream().filter((token) -> !token.equals(OPEN)).mapToInt(String::length).sum();
        return length >= MIN_WRITTEN && length <= MAX_TEXT && this.tokens.size() <= MAX_TOKENS;
    }

    /// Whether the written parts at the ends agree, which is soon seen.
    private boolean endsAgree(ExportName other) {
        String start = this.tokens.getFirst();
        String otherStart = other.tokens.getFirst();
        String end = this.tokens.getLast();
        String otherEnd = other.tokens.getLast();
        boolean starts = start.equals(OPEN) || otherStart.equals(OPEN) || start.startsWith(otherStart)
                || otherStart.startsWith(start);
        return starts
                && (end.equals(OPEN) || otherEnd.equals(OPEN) || end.endsWith(otherEnd) || otherEnd.endsWith(end));
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
