package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts as Terraform sees them: ordered by their UTF-8 bytes, counted in grapheme clusters.
final class CodePoints {

    /// The order of the UTF-8 bytes, which is that of the code points.
    static final Comparator<String> ORDER = CodePoints::compare;

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private CodePoints() {
    }

    private static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) != Character.isSurrogate(b) ? (Character.isSurrogate(a) ? 1 : -1)
                        : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /// The grapheme clusters of a text, in order.
    static List<String> clusters(String text) {
        List<String> clusters = new ArrayList<>();
        Matcher matcher = CLUSTER.matcher(text);
        while (matcher.find()) {
            clusters.add(matcher.group());
        }
        return clusters;
    }

    /// How many grapheme clusters a text has.
    static int length(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80 || text.charAt(i) == '\r') {
                return clusters(text).size();
            }
        }
        return text.length();
    }

}
