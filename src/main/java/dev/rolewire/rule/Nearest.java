package dev.rolewire.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what somebody may have meant.
public final class Nearest {

    private static final int MOST = 5;

    private static final int LONGEST = 100;

    private record Candidate(String word, int distance) {

    }

    private Nearest() {
    }

    /// The words that a text may have been meant as, the nearest first, at most five.
    /// @param text what was given
    /// @param words what there is
    public static List<String> to(String text, List<String> words) {
        String wanted = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
        List<Candidate> candidates = new ArrayList<>();
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            int distance = distance(wanted, lower);
            boolean part = wanted.length() >= 3 && lower.contains(wanted);
            if (distance <= Math.max(2, wanted.length() / 3) || part) {
                candidates.add(new Candidate(word, part ? Math.min(distance, 2) : distance));
            }
        }
        return candidates.stream()
            .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
            .limit(MOST)
            .map(Candidate::word)
            .toList();
    }

    /// Levenshtein's distance.
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }

}
