package dev.rolewire.web;

import dev.rolewire.web.problem.Problems;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// The formats of a rule's page.
enum RulePageFormat {

    JSON("json", MediaType.APPLICATION_JSON_VALUE), MARKDOWN("markdown", "text/markdown;charset=UTF-8"),
    HTML("html", "text/html;charset=UTF-8");

    private final String id;

    private final String contentType;

    RulePageFormat(String id, String contentType) {
        this.id = id;
        this.contentType = contentType;
    }

    /// The media type of the answer.
    String contentType() {
        return this.contentType;
    }

    /// The format for a request: `?format=` first, then the `Accept` headers.
    /// @throws dev.rolewire.web.problem.ProblemException when there is none
    static RulePageFormat of(@Nullable String id, List<String> accepts) {
        List<RulePageFormat> all = List.of(values());
        if (id != null) {
            return all.stream()
                .filter((format) -> format.id.equals(id))
                .findFirst()
                .orElseThrow(
                        () -> FormatChoice.unknown(id, all.stream().map((format) -> format.id).toList()).asException());
        }
        return Negotiation.choose(all, RulePageFormat::mediaType, accepts)
            .orElseThrow(() -> Problems.notAcceptable(Arrays.stream(values()).map(RulePageFormat::mediaType).toList())
                .asException());
    }

    private String mediaType() {
        int parameters = this.contentType.indexOf(';');
        return (parameters < 0) ? this.contentType : this.contentType.substring(0, parameters);
    }

}
