package dev.rolewire.catalog;

/// The notation for literals and placeholders of a slot.
///
/// `*` is any text, `\*` an asterisk; `{account}` is an account id of twelve digits, `{name}` an IAM name (letters, digits,
/// `_+=,.@-`), `{service}` a dotted name such as `ec2.amazonaws.com`. Everything else stands for itself.
final class LiteralPattern {

    /// No literal and no ARN is longer; keeps the work for hostile texts bounded.
    private static final int MAX_LENGTH = 2048;

    private static final String ACCOUNT = "{account}";

    private static final String NAME = "{name}";

    private static final String SERVICE = "{service}";

    private LiteralPattern() {
    }

    /// Whether a text fits a pattern, all of it.
    static boolean matches(String pattern, String text) {
        return text.length() <= MAX_LENGTH && matches(pattern, 0, text, 0);
    }

    private static boolean matches(String pattern, int p, String text, int t) {
        int at = p;
        int i = t;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '*') {
                return matchesAny(pattern, at + 1, text, i);
            }
            int word = wordLength(pattern, at);
            if (word > 0) {
                return matchesWord(pattern, at, word, text, i);
            }
            if (c == '\\' && at + 1 < pattern.length()) {
                at++;
                c = pattern.charAt(at);
            }
            if (i >= text.length() || text.charAt(i) != c) {
                return false;
            }
            at++;
            i++;
        }
        return i == text.length();
    }

    private static boolean matchesAny(String pattern, int p, String text, int t) {
        if (p == pattern.length()) {
            return true;
        }
        for (int i = t; i <= text.length(); i++) {
            if (matches(pattern, p, text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesWord(String pattern, int p, int length, String text, int t) {
        String word = pattern.substring(p, p + length);
        for (int i = text.length(); i > t; i--) {
            if (isWord(word, text.substring(t, i)) && matches(pattern, p + length, text, i)) {
                return true;
            }
        }
        return false;
    }

    private static int wordLength(String pattern, int at) {
        for (String word : new String[] { ACCOUNT, NAME, SERVICE }) {
            if (pattern.startsWith(word, at)) {
                return word.length();
            }
        }
        return 0;
    }

    private static boolean isWord(String word, String text) {
        return switch (word) {
            case ACCOUNT -> text.length() == 12 && text.chars().allMatch((c) -> c >= '0' && c <= '9');
            case SERVICE -> text.indexOf('.') > 0 && !text.endsWith(".")
                    && text.chars().allMatch((c) -> isLetterOrDigit(c) || c == '.' || c == '-');
            default -> text.chars().allMatch((c) -> isLetterOrDigit(c) || "_+=,.@-".indexOf(c) >= 0);
        };
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

}
