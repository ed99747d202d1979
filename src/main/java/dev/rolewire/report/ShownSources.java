package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.model.Dialect;
import dev.rolewire.source.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Whose lines may be shown. Plans, states and files of values may hold secrets; what people write by hand is shown.
final class ShownSources {

    private static final Set<String> WRITTEN_BY_HAND = Set.of(Dialect.CLOUDFORMATION.id(), Dialect.TERRAFORM_HCL.id());

    private final Map<String, Report.Document> documents = new HashMap<>();

    ShownSources(Report report) {
        report.documents().forEach((document) -> this.documents.put(document.uri(), document));
    }

    /// Whether the lines of a place may be shown. JSON of no known dialect may be a state
    /// or a plan that is cut off.
    boolean shows(Location location) {
        Report.Document document = this.documents.get(location.source().uri());
        if (document == null) {
            return true;
        }
        if (document.dialect() == null) {
            return !startsLikeJson(location.source().characters());
        }
        return WRITTEN_BY_HAND.contains(document.dialect());
    }

    private static boolean startsLikeJson(CharSequence text) {
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first < text.length() && text.charAt(first) == '{';
    }

}
