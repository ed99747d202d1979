package dev.rolewire.rule.trust;

import java.util.List;

import dev.rolewire.policy.Spelling;
import org.jspecify.annotations.Nullable;

/// Finds the service principal that was meant by one that no service has.
final class SimilarPrincipal {

    /// Texts that are longer are no principals: the longest known one has 56 characters.
    private static final int MAX_LENGTH = 100;

    /// With fewer letters before the domain a slip of two letters is as likely another
    /// service.
    private static final int LONG_NAME = 8;

    private static final String DOMAIN = ".amazonaws.com";

    private SimilarPrincipal() {
    }

    /// The known principal that a text is a slip of the pen away from, or null.
    /// @param text the principal as written
    /// @param known the known principals
    static @Nullable String of(String text, List<String> known) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        String otherDomain = otherDomain(text, known);
        if (otherDomain != null) {
            return otherDomain;
        }
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String principal : known) {
            int allowed = principal.length() - DOMAIN.length() >= LONG_NAME ? 2 : 1;
            int distance = Spelling.distance(text, principal, allowed);
            if (distance <= allowed && distance < least) {
                nearest = principal;
                least = distance;
            }
        }
        return nearest;
    }

    /// Whether only one known principal can be meant.
    static boolean isSure(String text, List<String> known) {
        String near = of(text, known);
        if (near == null || near.equals(otherDomain(text, known))) {
            return near != null;
        }
        int distance = Spelling.distance(text, near, 2);
        return known.stream().filter((principal) -> Spelling.distance(text, principal, 2) <= distance).count() == 1;
    }

    /// The text with the domain of services, where it has another one:
    /// `lambda.amazon.com`, `lambda.aws.com`.
    private static @Nullable String otherDomain(String text, List<String> known) {
        for (int dot = text.indexOf('.'); dot > 0 && !text.endsWith(DOMAIN); dot = text.indexOf('.', dot + 1)) {
            boolean like = text.startsWith(".am", dot) || text.startsWith(".aws", dot);
            if (like && known.contains(text.substring(0, dot) + DOMAIN)) {
                return text.substring(0, dot) + DOMAIN;
            }
        }
        return null;
    }

}
