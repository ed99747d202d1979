package dev.rolewire.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// Tries the patterns of slots on texts, in a time that is linear in the text: RE2 does it. Each pattern is compiled when
/// it is first needed and then kept; there are as many as the catalog has.
final class SlotPatterns {

    /// No identity has a longer text (IAM User Guide, "IAM and AWS STS quotas").
    private static final int MAX_LENGTH = 4_000;

    private final Map<String, Optional<Pattern>> compiled = new ConcurrentHashMap<>();

    /// Whether a pattern surely does not match a text. One that RE2 does not know (it has
    /// no lookaheads) says nothing.
    boolean refuses(String regex, String text) {
        return text.length() <= MAX_LENGTH
                && compiled(regex).filter((pattern) -> !pattern.matcher(text).find()).isPresent();
    }

    /// Whether a pattern is one that RE2 can try.
    boolean knows(String regex) {
        return compiled(regex).isPresent();
    }

    private Optional<Pattern> compiled(String regex) {
        return this.compiled.computeIfAbsent(regex, SlotPatterns::compile);
    }

    private static Optional<Pattern> compile(String regex) {
        try {
            return Optional.of(Pattern.compile(LinearRegex.of(regex)));
        }
        catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

}
