package dev.rolewire.rule.identity;

import java.util.List;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.model.Value;
import dev.rolewire.wiring.Completions;
import org.jspecify.annotations.Nullable;

/// Why the pattern or the length of a slot refuses whatever a text can become.
///
/// @param kind what is wrong
/// @param detail the path, partition, character or length, for messages
record PatternFlaw(Kind kind, String detail) {

    private static final String ARN = "arn:";

    private static final int PARTITION = 1;

    private static final int RESOURCE = 5;

    /// What is wrong.
    enum Kind {

        PATH, PARTITION, CHARACTER, LONG, SHORT, FORM

    }

    /// The flaw of a text, or null when it may be right.
    /// @param text a text without choices
    static @Nullable PatternFlaw of(Catalog catalog, IdentitySlot.Pattern pattern, Value text) {
        String plain = Completions.plainest(text);
        if (fits(catalog, pattern, plain)) {
            return null;
        }
        List<String> texts = Completions.of(text);
        if (texts.isEmpty() || texts.stream().anyMatch((each) -> fits(catalog, pattern, each))) {
            return null;
        }
        PatternFlaw length = ofLength(pattern, texts);
        return length != null ? length : ofForm(catalog, pattern, plain);
    }

    private static boolean fits(Catalog catalog, IdentitySlot.Pattern pattern, String text) {
        int length = length(text);
        boolean fitting = (pattern.maxLength() == null || length <= pattern.maxLength())
                && (pattern.minLength() == null || length >= pattern.minLength());
        return fitting && !catalog.refuses(pattern, text);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static @Nullable PatternFlaw ofLength(IdentitySlot.Pattern pattern, List<String> texts) {
        int shortest = texts.stream().mapToInt(PatternFlaw::length).min().orElse(0);
        int longest = texts.stream().mapToInt(PatternFlaw::length).max().orElse(0);
        if (pattern.maxLength() != null && shortest > pattern.maxLength()) {
            return new PatternFlaw(Kind.LONG, shortest + " characters where at most " + pattern.maxLength());
        }
        if (pattern.minLength() != null && longest < pattern.minLength()) {
            return new PatternFlaw(Kind.SHORT, longest + " characters where at least " + pattern.minLength());
        }
        return null;
    }

    private static PatternFlaw ofForm(Catalog catalog, IdentitySlot.Pattern pattern, String plain) {
        String[] parts = plain.split(":", RESOURCE + 1);
        if (!plain.startsWith(ARN) || parts.length <= RESOURCE) {
            return ofCharacters(catalog, pattern, "", plain);
        }
        String partition = parts[PARTITION];
        if (!catalog.refuses(pattern, ARN + "aws" + plain.substring(ARN.length() + partition.length()))) {
            return new PatternFlaw(Kind.PARTITION, partition);
        }
        String head = plain.substring(0, plain.length() - parts[RESOURCE].length());
        int first = parts[RESOURCE].indexOf('/');
        int last = parts[RESOURCE].lastIndexOf('/');
        if (first < 0) {
            return new PatternFlaw(Kind.FORM, plain);
        }
        String type = parts[RESOURCE].substring(0, first + 1);
        String name = parts[RESOURCE].substring(last + 1);
        if (first < last && !catalog.refuses(pattern, head + type + name)) {
            return new PatternFlaw(Kind.PATH, parts[RESOURCE].substring(first, last + 1));
        }
        return ofCharacters(catalog, pattern, head + parts[RESOURCE].substring(0, last + 1), name);
    }

    /// Which characters of a name are the wrong ones: the first one without which,
    /// wherever it stands, the text is taken.
    private static PatternFlaw ofCharacters(Catalog catalog, IdentitySlot.Pattern pattern, String head, String name) {
        for (int character : name.codePoints().distinct().toArray()) {
            String text = Character.toString(character);
            if (!catalog.refuses(pattern, head + name.replace(text, "a"))) {
                return new PatternFlaw(Kind.CHARACTER, text);
            }
        }
        return new PatternFlaw(Kind.FORM, head + name);
    }

}
