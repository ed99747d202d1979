package dev.rolewire.frontend.terraform.function;

import com.google.re2j.Matcher;
import org.jspecify.annotations.Nullable;

/// Replacements of Go's regular expressions: `$1`, `$name`, `${name}`, `$$`. A group that does not exist is empty.
final class GroupTemplate {

    private GroupTemplate() {
    }

    static void expand(String template, Matcher matcher, StringBuilder result) {
        int at = 0;
        while (at < template.length()) {
            char next = template.charAt(at);
            if (next != '$') {
                result.append(next);
                at++;
            }
            else if (template.startsWith("$$", at)) {
                result.append('$');
                at += 2;
            }
            else {
                at = expandGroup(template, at, matcher, result);
            }
        }
    }

    private static int expandGroup(String template, int dollar, Matcher matcher, StringBuilder result) {
        boolean braced = template.startsWith("{", dollar + 1);
        int start = dollar + (braced ? 2 : 1);
        int end = start;
        while (end < template.length() && isWord(template.charAt(end))) {
            end++;
        }
        boolean closed = !braced || end < template.length() && template.charAt(end) == '}';
        if (end == start || !closed) {
            result.append('$');
            return dollar + 1;
        }
        String group = group(template.substring(start, end), matcher);
        if (group != null) {
            result.append(group);
        }
        return braced ? end + 1 : end;
    }

    private static boolean isWord(char at) {
        return at == '_' || Character.isLetterOrDigit(at);
    }

    private static @Nullable String group(String name, Matcher matcher) {
        if (name.chars().allMatch((at) -> at >= '0' && at <= '9') && name.length() <= 6) {
            int index = Integer.parseInt(name);
            return index <= matcher.groupCount() ? matcher.group(index) : null;
        }
        return matcher.pattern().namedGroups().containsKey(name) ? matcher.group(name) : null;
    }

}
