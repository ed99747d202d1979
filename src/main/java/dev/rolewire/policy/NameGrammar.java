package dev.rolewire.policy;

import java.util.List;

import dev.rolewire.catalog.NamePlace;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Says what is wrong with a name or path that IAM is given, by the parts of it that are known (IAM API Reference,
/// "CreateRole", "PutRolePolicy"; IAM User Guide, "IAM and AWS STS quotas").
public final class NameGrammar {

    private NameGrammar() {
    }

    /// What surely is wrong with a name, as the rest of a sentence about it, or null.
    /// @param value the name, without choices
    public static @Nullable String flaw(Value value, NamePlace place) {
        return switch (value) {
            case Value.Literal literal -> flaw(List.of(literal), true, place);
            case Value.Concat concat -> flaw(concat.parts(), false, place);
            case Value.Reference _, Value.Unknown _, Value.Choice _, Value.ListValue _, Value.ObjectValue _,
                    Value.Absent _ ->
                null;
        };
    }

    private static @Nullable String flaw(List<Value> parts, boolean whole, NamePlace place) {
        int length = 0;
        String odd = null;
        for (Value part : parts) {
            if (part instanceof Value.Literal literal) {
                length += literal.text().codePointCount(0, literal.text().length());
                odd = odd == null ? odd(literal.text(), place.grammar()) : odd;
            }
        }
        if (odd != null) {
            return "has " + odd + " in it, IAM takes " + taken(place.grammar());
        }
        if (length > place.maximum()) {
            return "has " + (whole ? "" : "at least ") + length + " characters, IAM takes at most " + place.maximum();
        }
        return place.grammar() == NamePlace.Grammar.PATH ? ends(parts) : null;
    }

    private static @Nullable String ends(List<Value> parts) {
        if (parts.getFirst() instanceof Value.Literal first && !first.text().isEmpty()
                && !first.text().startsWith("/")) {
            return "does not begin with `/`";
        }
        if (parts.getLast() instanceof Value.Literal last && !last.text().isEmpty() && !last.text().endsWith("/")) {
            return "does not end with `/`";
        }
        return null;
    }

    /// The first character that must not be there, for messages; null when there is none.
    private static @Nullable String odd(String text, NamePlace.Grammar grammar) {
        return text.codePoints()
            .filter((character) -> !isTaken(character, grammar))
            .mapToObj((character) -> words(character))
            .findFirst()
            .orElse(null);
    }

    private static boolean isTaken(int character, NamePlace.Grammar grammar) {
        boolean printable = character > ' ' && character <= '~';
        return switch (grammar) {
            case NAME -> printable && (Character.isLetterOrDigit(character) || "_+=,.@-".indexOf(character) >= 0);
            case INLINE -> printable && "/\\*?".indexOf(character) < 0;
            case PATH -> printable || character == '\u007f';
        };
    }

    private static String words(int character) {
        if (character == ' ') {
            return "a space";
        }
        return character > ' ' && character != '`' && !Character.isISOControl(character)
                ? "`" + Character.toString(character) + "`" : "the character U+%04X".formatted(character);
    }

    private static String taken(NamePlace.Grammar grammar) {
        return switch (grammar) {
            case NAME -> "letters, digits and `+=,.@_-`";
            case INLINE -> "no spaces, no letters but those of ASCII and none of `/\\*?`";
            case PATH -> "no spaces and no letters but those of ASCII";
        };
    }

}
