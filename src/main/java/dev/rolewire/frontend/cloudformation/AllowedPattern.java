package dev.rolewire.frontend.cloudformation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// Tries the `AllowedPattern` of a parameter: a regular expression of Java that must match the whole value
/// (CloudFormation User Guide, "Use regular expressions in CloudFormation templates"). RE2 tries it, in a time that is
/// linear in the value; where the two languages differ nothing is said.
final class AllowedPattern {

    /// Longer ones and longer values are not tried.
    private static final int MAX_LENGTH = 4_000;

    private AllowedPattern() {
    }

    /// Whether a pattern surely does not match a value.
    static boolean refuses(String pattern, String value) {
        if (pattern.length() > MAX_LENGTH || value.length() > MAX_LENGTH || isOtherInJava(pattern)) {
            return false;
        }
        try {
            return !Pattern.compile(pattern).matches(value);
        }
        catch (PatternSyntaxException _) {
            return false;
        }
    }

    /// Whether RE2 takes a pattern for another one than Java does: a class in a class,
    /// and an intersection of classes.
    private static boolean isOtherInJava(String pattern) {
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            }
            else if (inClass && (c == '[' || (c == '&' && pattern.startsWith("&&", i)))) {
                return true;
            }
            else if (c == '[') {
                inClass = true;
            }
            else if (c == ']') {
                inClass = false;
            }
        }
        return false;
    }

}
