package dev.rolewire.analysis.suppression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A pattern for addresses or paths. Matching takes steps in proportion to the lengths of pattern and text, whatever they
/// are.
public final class Wildcard {

    private static final Pattern INSTANCE_KEY = Pattern.compile("\\[(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\"\\]]*+)]");

    private final String pattern;

    private final List<Step> steps;

    private final boolean path;

    private final String prefix;

    private Wildcard(String pattern, List<Step> steps, boolean path) {
        this.pattern = pattern;
        this.steps = steps;
        this.path = path;
        this.prefix = prefix(steps);
    }

    private static String prefix(List<Step> steps) {
        StringBuilder prefix = new StringBuilder();
        for (Step step : steps) {
            if (step.kind() != Kind.CHARACTER) {
                break;
            }
            prefix.append(step.character());
        }
        return prefix.toString();
    }

    /// A part of a pattern.
    ///
    /// @param character the one character, where `kind` is [Kind#CHARACTER]
    private record Step(Kind kind, char character) {

        /// Which starts of a text are matched with this step, by their lengths.
        /// @param before which ones are matched without it
        boolean[] after(boolean[] before, String text) {
            boolean[] after = new boolean[before.length];
            boolean open = false;
            for (int i = 0; i < before.length; i++) {
                char last = i == 0 ? '\0' : text.charAt(i - 1);
                after[i] = switch (this.kind) {
                    case CHARACTER -> i > 0 && before[i - 1] && last == this.character;
                    case SEGMENT_CHARACTER -> i > 0 && before[i - 1] && last != '/';
                    case SEGMENT -> before[i] || (i > 0 && after[i - 1] && last != '/');
                    case ANY -> before[i] || (i > 0 && after[i - 1]);
                    case DIRECTORIES -> before[i] || (open && last == '/');
                };
                open |= before[i];
            }
            return after;
        }

    }

    private enum Kind {

        /// The character itself.
        CHARACTER,
        /// A character that is no slash.
        SEGMENT_CHARACTER,
        /// Any text without a slash.
        SEGMENT,
        /// Any text.
        ANY,
        /// Nothing, or any text that ends with a slash.
        DIRECTORIES

    }

    /// A pattern for addresses: `*` stands for any text. One without instance keys
    /// (`aws_instance.web`) matches all instances.
    public static Wildcard ofAddress(String pattern) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < pattern.length(); i++) {
            char at = pattern.charAt(i);
            steps.add(at == '*' ? new Step(Kind.ANY, at) : new Step(Kind.CHARACTER, at));
        }
        return new Wildcard(pattern, List.copyOf(steps), false);
    }

    /// A pattern for paths: `*` and `?` stand for text and a character without a slash,
    /// `**` for any text. One that matches a directory matches all that is in it.
    /// @param pattern relative, with forward slashes; `./` at its start and `/` at its
    /// end are left out
    public static Wildcard ofPath(String pattern) {
        String bare = pattern.startsWith("./") ? pattern.substring(2) : pattern;
        bare = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < bare.length(); i++) {
            char at = bare.charAt(i);
            if (bare.startsWith("**/", i) && (i == 0 || bare.charAt(i - 1) == '/')) {
                steps.add(new Step(Kind.DIRECTORIES, at));
                i += 2;
            }
            else if (bare.startsWith("**", i)) {
                steps.add(new Step(Kind.ANY, at));
                i++;
            }
            else if (at == '*') {
                steps.add(new Step(Kind.SEGMENT, at));
            }
            else {
                steps.add(new Step(at == '?' ? Kind.SEGMENT_CHARACTER : Kind.CHARACTER, at));
            }
        }
        return new Wildcard(pattern, List.copyOf(steps), true);
    }

    /// How many steps it takes to match a text.
    long steps(String text) {
        return mayMatch(text) ? (long) this.steps.size() * text.length() : text.length();
    }

    /// Whether a text starts as the pattern does before its first wildcard.
    private boolean mayMatch(String text) {
        return text.startsWith(this.prefix) || (!this.path && text.indexOf('[') >= 0);
    }

    /// Whether it matches a whole address or path.
    public boolean matches(String text) {
        if (!mayMatch(text)) {
            return false;
        }
        boolean[] reached = reached(text);
        if (this.path) {
            for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
                if (reached[slash]) {
                    return true;
                }
            }
            return reached[text.length()];
        }
        return reached[text.length()] || withoutKeys(text);
    }

    private boolean withoutKeys(String address) {
        String bare = address.indexOf('[') < 0 ? address : INSTANCE_KEY.matcher(address).replaceAll("");
        return !bare.equals(address) && reached(bare)[bare.length()];
    }

    /// Which starts of a text the whole pattern matches, by their lengths.
    private boolean[] reached(String text) {
        boolean[] before = new boolean[text.length() + 1];
        before[0] = true;
        for (Step step : this.steps) {
            before = step.after(before, text);
        }
        return before;
    }

    /// The pattern as it was given.
    @Override
    public String toString() {
        return this.pattern;
    }

}
