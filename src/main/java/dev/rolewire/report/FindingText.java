package dev.rolewire.report;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a finding says, in sentences, for formats that have one text for all of it.
final class FindingText {

    private FindingText() {
    }

    /// All that a reader needs, in one paragraph: what is wrong, when, what AWS answers,
    /// what to do.
    static String paragraph(Finding finding) {
        return paragraph(finding, sentence(finding.message()));
    }

    /// The same with another first sentence.
    static String paragraph(Finding finding, String first) {
        List<String> sentences = new ArrayList<>();
        sentences.add(first);
        if (!finding.witness().isEmpty()) {
            sentences.add(sentence("Happens when " + witness(finding.witness())));
        }
        String answer = answer(finding);
        if (answer != null) {
            sentences.add(sentence(answer));
        }
        if (!finding.help().isBlank()) {
            sentences.add(sentence(finding.help()));
        }
        return String.join(" ", sentences);
    }

    /// What AWS will answer, or null when no confirmed text is known.
    static @Nullable String answer(Finding finding) {
        if (finding.deployError() == null) {
            return null;
        }
        return answers(finding) + ": " + finding.deployError();
    }

    /// Who answers, and how certainly: a warning may never happen.
    static String answers(Finding finding) {
        return (finding.severity() == Severity.ERROR) ? "AWS answers" : "AWS may answer";
    }

    /// The values under which a finding happens.
    static String witness(Finding.Witness witness) {
        List<String> parts = new ArrayList<>();
        witness.parameters().forEach((name, value) -> parts.add(name + " is `" + value + "`"));
        if (witness.instanceKey() != null) {
            parts.add("the instance is `" + witness.instanceKey() + "`");
        }
        return String.join(", ", parts);
    }

    /// Why a finding does not count.
    static String suppression(Finding.Suppression suppression) {
        String where = switch (suppression.kind()) {
            case "inSource" -> "suppressed in the source";
            case "request" -> "suppressed by the request";
            case "baseline" -> "in the baseline";
            default -> "suppressed";
        };
        return (suppression.reason() == null) ? where : where + ": " + suppression.reason();
    }

    /// A text with a full stop at its end.
    static String sentence(String text) {
        String stripped = text.strip();
        return (stripped.endsWith(".") || stripped.endsWith("!") || stripped.endsWith("?")) ? stripped : stripped + ".";
    }

    /// A text that is cut when it is too long.
    /// @param most the most code units that are left
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 4)) ? most - 4 : most - 3;
        return text.substring(0, end) + "...";
    }

    /// A number of things.
    static String counted(int count, String word) {
        return count + " " + word + ((count == 1) ? "" : "s");
    }

}
