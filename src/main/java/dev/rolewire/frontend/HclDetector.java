package dev.rolewire.frontend;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.syntax.Mapping;
import org.jspecify.annotations.Nullable;

/// Tells files of Terraform's and OpenTofu's language, by name or, where there is none, by the text.
public final class HclDetector {

    /// The blocks of Terraform's language at the left margin. YAML and JSON have no such
    /// lines.
    private static final Pattern BLOCK = Pattern
        .compile("(?:(?:resource|data|ephemeral)[ \\t]+(?:\"[^\"\\n]*\"[ \\t]*){2}"
                + "|(?:module|provider|variable|output|check)[ \\t]+\"[^\"\\n]*\"[ \\t]*"
                + "|(?:terraform|locals|moved|import|removed)[ \\t]*)\\{");

    private HclDetector() {
    }

    /// What a file holds, by its name.
    public enum Kind {

        /// Configuration in native syntax: `.tf`, `.tofu`.
        CONFIGURATION(false),
        /// Configuration in JSON: `.tf.json`, `.tofu.json`.
        JSON_CONFIGURATION(true),
        /// Variable values in native syntax: `.tfvars`.
        VALUES(false),
        /// Variable values in JSON: `.tfvars.json`.
        JSON_VALUES(true);

        private final boolean json;

        Kind(boolean json) {
            this.json = json;
        }

        /// Whether it is written in JSON.
        public boolean isJson() {
            return this.json;
        }

    }

    /// Tells a file by its name.
    /// @param uri its path, with forward slashes
    /// @return null when it is none
    public static @Nullable Kind ofName(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith(".tf") || name.endsWith(".tofu")) {
            return Kind.CONFIGURATION;
        }
        if (name.endsWith(".tf.json") || name.endsWith(".tofu.json")) {
            return Kind.JSON_CONFIGURATION;
        }
        if (name.endsWith(".tfvars")) {
            return Kind.VALUES;
        }
        return name.endsWith(".tfvars.json") ? Kind.JSON_VALUES : null;
    }

    /// Whether a text is configuration in native syntax: the first thing in it, comments
    /// and white space aside, is the
    /// header of one of the blocks of Terraform's language. The rest need not parse.
    public static boolean isConfiguration(String text) {
        int at = start(text);
        Matcher block = BLOCK.matcher(text).region(at, text.length());
        return block.lookingAt();
    }

    /// Steps over white space and comments.
    private static int start(String text) {
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            String end = commentEnd(text, at);
            if (end == null) {
                return at;
            }
            int found = text.indexOf(end, at);
            at = found < 0 ? text.length() : found + end.length();
        }
        return at;
    }

    private static @Nullable String commentEnd(String text, int at) {
        if (text.charAt(at) == '#' || text.startsWith("//", at)) {
            return "\n";
        }
        return text.startsWith("/*", at) ? "*/" : null;
    }

    /// Whether a JSON document without a name is configuration in JSON: it has resources,
    /// data sources or modules in the
    /// nesting that only this language has, and nothing at its top that is no block of
    /// it.
    public static boolean isConfiguration(Mapping root) {
        boolean known = root.entries().stream().allMatch((entry) -> isBlockType(entry.name()));
        return known && (nests(root, "resource", 3) || nests(root, "data", 3) || nests(root, "module", 2));
    }

    private static boolean isBlockType(String name) {
        return switch (name) {
            case "resource", "data", "ephemeral", "variable", "module", "provider", "output", "check", "locals",
                    "terraform", "moved", "import", "removed", "//" ->
                true;
            default -> false;
        };
    }

    private static boolean nests(Mapping mapping, String key, int levels) {
        Mapping inner = mapping;
        String next = key;
        for (int level = 0; level < levels; level++) {
            if (!(inner.get(next) instanceof Mapping deeper)) {
                return false;
            }
            inner = deeper;
            if (level + 1 < levels) {
                if (inner.entries().isEmpty()) {
                    return false;
                }
                next = inner.entries().getFirst().name();
            }
        }
        return true;
    }

}
