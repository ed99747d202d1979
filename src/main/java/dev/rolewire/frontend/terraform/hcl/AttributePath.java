package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.List;

/// The path of an attribute: `root_block_device[0].volume_id`, `tags["Name"]`.
final class AttributePath {

    private static final int MAX_INDEX_DIGITS = 9;

    private AttributePath() {
    }

    /// The steps of a path; keys without brackets and quotes.
    static List<String> parse(String path) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"') {
                i = quoted(path, i + 1, step);
            }
            else if (c == '.' || c == '[' || c == ']') {
                if (!step.isEmpty()) {
                    steps.add(step.toString());
                    step.setLength(0);
                }
            }
            else {
                step.append(c);
            }
        }
        if (!step.isEmpty()) {
            steps.add(step.toString());
        }
        return steps;
    }

    private static int quoted(String path, int from, StringBuilder step) {
        int i = from;
        while (i < path.length() && path.charAt(i) != '"') {
            char c = path.charAt(i);
            boolean doubled = (c == '$' || c == '%') && path.startsWith(c + "{", i + 1);
            i += c == '\\' || doubled ? 1 : 0;
            step.append(i < path.length() ? path.charAt(i) : c);
            i++;
        }
        return i;
    }

    /// A step as an index, or -1.
    static int index(String step) {
        boolean digits = !step.isEmpty() && step.length() <= MAX_INDEX_DIGITS
                && step.chars().allMatch((c) -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(step) : -1;
    }

}
