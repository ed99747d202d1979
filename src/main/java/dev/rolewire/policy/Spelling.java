package dev.rolewire.policy;

/// How far apart two spellings are.
public final class Spelling {

    private Spelling() {
    }

    /// How many letters must be put in, taken out, replaced or swapped with the next one,
    /// at most one more than `limit`.
    public static int distance(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) > limit) {
            return limit + 1;
        }
        int[] last = new int[right.length() + 1];
        int[] before = new int[right.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = before[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
                boolean swapped = i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                row[j] = swapped ? Math.min(row[j], last[j - 2] + 1) : row[j];
            }
            last = before;
            before = row;
        }
        return Math.min(before[right.length()], limit + 1);
    }

}
