package dev.rolewire.catalog;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.catalog.IdentitySlot.Confidence;
import dev.rolewire.catalog.IdentitySlot.Evidence;
import dev.rolewire.catalog.IdentitySlot.Requirement;
import dev.rolewire.catalog.IdentitySlot.TrustMode;

/// The words of the data files.
final class CatalogWords {

    private CatalogWords() {
    }

    static List<Accepted> accepts(CatalogEntry field) {
        List<Accepted> accepts = new ArrayList<>();
        for (String word : field.texts()) {
            Accepted accepted = accepted(field, word);
            if (accepts.contains(accepted)) {
                throw field.problem("`" + word + "` is there twice");
            }
            accepts.add(accepted);
        }
        return accepts;
    }

    static Accepted accepted(CatalogEntry field, String word) {
        try {
            return Accepted.parse(word);
        }
        catch (IllegalArgumentException ex) {
            throw field.problem("unknown word `" + word + "`: " + ex.getMessage());
        }
    }

    static IdentityKind kind(CatalogEntry field) {
        return accepted(field, field.text() + "-name").kind();
    }

    static TrustMode trust(CatalogEntry field) {
        return switch (field.text()) {
            case "all" -> TrustMode.ALL;
            case "federated" -> TrustMode.FEDERATED;
            case "none" -> TrustMode.NONE;
            case "unknown" -> TrustMode.UNKNOWN;
            default -> throw unknown(field, "all, federated, none, unknown");
        };
    }

    static Evidence evidence(CatalogEntry field) {
        return switch (field.text()) {
            case "A" -> Evidence.A;
            case "B" -> Evidence.B;
            case "C" -> Evidence.C;
            case "D" -> Evidence.D;
            default -> throw unknown(field, "A, B, C, D");
        };
    }

    static Confidence confidence(CatalogEntry field) {
        return switch (field.text()) {
            case "medium" -> Confidence.MEDIUM;
            case "low" -> Confidence.LOW;
            default -> throw unknown(field, "medium, low");
        };
    }

    static Requirement requirement(CatalogEntry field) {
        return switch (field.text()) {
            case "yes" -> Requirement.REQUIRED;
            case "expected" -> Requirement.EXPECTED;
            default -> throw unknown(field, "yes, expected");
        };
    }

    /// Which identities a name finds: only those of path `/`.
    static boolean names(CatalogEntry field) {
        if (!field.text().equals("root")) {
            throw unknown(field, "root");
        }
        return true;
    }

    static boolean yes(CatalogEntry field) {
        if (!field.text().equals("yes")) {
            throw unknown(field, "yes");
        }
        return true;
    }

    static int number(CatalogEntry field) {
        try {
            return Integer.parseInt(field.text());
        }
        catch (NumberFormatException ex) {
            throw unknown(field, "a number");
        }
    }

    static CatalogException unknown(CatalogEntry field, String expected) {
        return field
            .problem("expected one of " + expected + " for `" + field.key() + "`, found `" + field.text() + "`");
    }

}
