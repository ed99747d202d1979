package dev.rolewire.frontend.terraform.function;

/// Patterns of `fileset`: `*`, `**`, `?`, `[a-z]`, `{a,b}`.
final class Glob {

    private Glob() {
    }

    /// The same as a regular expression for whole paths.
    static String toRegex(String glob) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char at = glob.charAt(i);
            switch (at) {
                case '*' -> {
                    if (glob.startsWith("**/", i)) {
                        regex.append("(?:.*/)?");
                        i += 2;
                    }
                    else if (glob.startsWith("**", i)) {
                        regex.append(".*");
                        i++;
                    }
                    else {
                        regex.append("[^/]*");
                    }
                }
                case '?' -> regex.append("[^/]");
                case '{' -> {
                    regex.append("(?:");
                    braces++;
                }
                case '}' -> {
                    regex.append(braces > 0 ? ")" : "\\}");
                    braces = Math.max(0, braces - 1);
                }
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                case '[' -> {
                    int end = glob.indexOf(']', i + 1);
                    if (end < 0) {
                        throw Failure.of(1, "syntax error in pattern");
                    }
                    String set = glob.substring(i + 1, end);
                    regex.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
                    i = end;
                }
                case '\\', '.', '+', '(', ')', '^', '$', '|', ']' -> regex.append('\\').append(at);
                default -> regex.append(at);
            }
        }
        return regex.append(")".repeat(braces)).toString();
    }

}
