package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Sequence;

/// Reads an expression of `configuration`: an object with `references` or `constant_value`, or nothing when it is made
/// of functions of constants.
final class Expression {

    private static final List<String> CHOOSERS = List.of("var.", "local.", "each.", "count.", "module.", "self.",
            "path.", "terraform.");

    private Expression() {
    }

    /// Whether a place is an expression, not a nested block.
    static boolean is(Place place) {
        if (!place.isMapping()) {
            return false;
        }
        for (Mapping.Entry entry : place.entries()) {
            boolean part = entry.name().equals("constant_value")
                    || (entry.name().equals("references") && entry.value() instanceof Sequence);
            if (!part) {
                return false;
            }
        }
        return true;
    }

    /// The references, each once for every time it is written: Terraform lists after each
    /// one its shorter prefixes,
    /// which are dropped.
    static List<String> references(Place expression) {
        List<String> texts = new ArrayList<>();
        for (Place item : expression.get("references").items()) {
            String text = item.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return longest(texts);
    }

    /// The texts of a list of references without those that are prefixes of the one
    /// before.
    static List<String> longest(List<String> references) {
        List<String> kept = new ArrayList<>();
        String last = "";
        for (String text : references) {
            if (!isPrefix(text, last)) {
                kept.add(text);
            }
            last = text;
        }
        return kept;
    }

    private static boolean isPrefix(String shorter, String longer) {
        if (longer.length() <= shorter.length() || !longer.startsWith(shorter)) {
            return false;
        }
        char next = longer.charAt(shorter.length());
        return next == '.' || next == '[';
    }

    /// Whether an expression can be `null`: one made of functions of constants is not, it
    /// may be a fresh text of each run.
    static boolean mayBeNull(Place expression) {
        Place constant = expression.get("constant_value");
        return expression.get("references").isSequence() || (constant.node() != null && !constant.isPresent());
    }

    /// Whether something in an expression may choose `null`: a variable, a local, a key,
    /// an output of a module. What is
    /// made of attributes of resources alone is a text, though a function that a plan
    /// does not show may leave it unknown.
    static boolean isChosen(Place expression) {
        return references(expression).stream()
            .anyMatch((reference) -> CHOOSERS.stream().anyMatch(reference::startsWith));
    }

    /// The constant of an expression; without a node when it has none, or when the text
    /// is source with templates in it
    /// (roots written as JSON).
    static Place constant(Place expression) {
        Place constant = expression.get("constant_value");
        boolean source = constant.scalarText() instanceof String text && text.contains("${")
                && expression.get("references").isSequence();
        return source ? Place.NOWHERE : constant;
    }

}
