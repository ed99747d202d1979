package dev.rolewire.web;

import dev.rolewire.report.ReportFormat;
import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.problem.Problems;
import dev.rolewire.web.request.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/// Chooses the format of a report: `?format=` first, then the `Accept` header, then the first format.
final class FormatChoice {

    private FormatChoice() {
    }

    /// The format for a request.
    /// @param accepts the `Accept` headers
    /// @throws dev.rolewire.web.problem.ProblemException when there is none
    static ReportFormat of(Query query, List<String> accepts) {
        String id = query.one("format").orElse(null);
        if (id != null) {
            return named(id);
        }
        List<MediaType> ranges = parse(accepts);
        if (ranges.isEmpty()) {
            return ReportFormat.DEFAULT;
        }
        for (MediaType range : ranges) {
            ReportFormat format = (range.getQualityValue() == 0) ? null : first(range, ranges);
            if (format != null) {
                return format;
            }
        }
        throw Problems.notAcceptable(ReportFormat.mediaTypes()).asException();
    }

    private static ReportFormat named(String id) {
        return ReportFormat.of(id)
            .orElseThrow(() -> Problem
                .of(ProblemType.BAD_OPTION_VALUE,
                        "`format` takes one of " + String.join(", ", ReportFormat.ids()) + ", and not " + Excerpt.of(id)
                                + ".")
                .with("option", "format")
                .with("allowed", ReportFormat.ids())
                .asException());
    }

    private static List<MediaType> parse(List<String> accepts) {
        List<MediaType> ranges = new ArrayList<>();
        try {
            for (String accept : accepts) {
                ranges.addAll(MediaType.parseMediaTypes(accept));
            }
            MimeTypeUtils.sortBySpecificity(ranges);
        }
        catch (InvalidMediaTypeException malformed) {
            throw Problems.notAcceptable(ReportFormat.mediaTypes()).asException();
        }
        ranges.sort(Collections.reverseOrder(Comparator.comparingDouble(MediaType::getQualityValue)));
        return ranges;
    }

    /// The first format in a range that no more special range refuses with `q=0`.
    private static @Nullable ReportFormat first(MediaType range, List<MediaType> ranges) {
        for (ReportFormat format : ReportFormat.values()) {
            MediaType type = MediaType.parseMediaType(format.mediaType());
            boolean refused = ranges.stream()
                .anyMatch((other) -> other.getQualityValue() == 0 && other.includes(type)
                        && wildcards(other) < wildcards(range));
            if (range.includes(type) && !refused) {
                return format;
            }
        }
        return null;
    }

    private static int wildcards(MediaType range) {
        return (range.isWildcardType() ? 1 : 0) + (range.isWildcardSubtype() ? 1 : 0);
    }

}
