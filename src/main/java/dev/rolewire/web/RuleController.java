package dev.rolewire.web;

import dev.rolewire.finding.Severity;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.RuleExample;
import dev.rolewire.report.RuleHtml;
import dev.rolewire.report.RulePage;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.rule.Nearest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the service checks.
@RestController
@Tag(name = "Rules")
class RuleController {

    /// All rules.
    record RuleList(List<RuleSummary> rules) {

    }

    /// A rule in a list.
    record RuleSummary(String id, String severity, boolean enabled, String category, String summary) {

        static RuleSummary of(RuleMetadata rule) {
            return new RuleSummary(rule.id(), rule.defaultSeverity().id(), rule.enabled(), rule.category().id(),
                    rule.summary());
        }

    }

    /// All that a rule says of itself.
    record RuleDetails(String id, String severity, List<String> severities, boolean enabled, String category,
            String effect, List<String> families, String summary, String why, @Nullable String securitySeverity,
            @Nullable String deployError, String help, String exceptions, List<RuleExample> examples,
            List<RuleReference> references) {

        static RuleDetails of(RulePage page) {
            RuleMetadata rule = page.rule();
            return new RuleDetails(rule.id(), rule.defaultSeverity().id(),
                    rule.severities().stream().map(Severity::id).toList(), rule.enabled(), rule.category().id(),
                    rule.effect().name().toLowerCase(Locale.ROOT),
                    rule.families().stream().map(CatalogViews::word).toList(), rule.summary(), rule.why(),
                    rule.securitySeverity(), rule.deployError(), rule.help(), rule.exceptions(), page.examples(),
                    rule.references()
                        .stream()
                        .map((reference) -> new RuleReference(reference.title(), reference.uri().toString()))
                        .toList());
        }

    }

    /// A source of a rule.
    record RuleReference(String title, String uri) {

    }

    private final List<RulePage> pages;

    RuleController(RenderContext context) {
        this.pages = context.pages();
    }

    @GetMapping(path = "/v1/rules", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listRules", summary = "Lists the rules", description = "Sorted by id.")
    RuleList list() {
        return new RuleList(this.pages.stream().map((page) -> RuleSummary.of(page.rule())).toList());
    }

    @GetMapping("/v1/rules/{id}")
    @Operation(operationId = "getRule", summary = "Describes a rule",
            description = "Why it matters, what AWS answers, what to do, when it stays silent, a bad and a good example "
                    + "of every dialect, how to suppress it, and where the facts come from: as JSON, or as a page to "
                    + "read. The format follows the `Accept` header, or `format`.",
            responses = @ApiResponse(responseCode = "200", description = "The rule",
                    content = {
                            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                                    schema = @Schema(implementation = RuleDetails.class)),
                            @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
                            @Content(mediaType = "text/html", schema = @Schema(type = "string")) }))
    ResponseEntity<Object> get(
            @PathVariable @Parameter(description = "The rule's id, the `ruleId` of a finding",
                    example = "role-as-instance-profile") String id,
            @RequestParam(required = false) @Parameter(
                    description = "The format, for clients that cannot set `Accept`. Wins over `Accept`.",
                    schema = @Schema(allowableValues = { "json", "markdown", "html" })) @Nullable String format,
            @RequestHeader(name = "Accept", required = false) @Parameter(hidden = true) @Nullable List<String> accept,
            HttpServletResponse response) {
        RulePageFormat chosen = RulePageFormat.of(format, (accept == null) ? List.of() : accept);
        RulePage page = this.pages.stream()
            .filter((each) -> each.rule().id().equals(id))
            .findFirst()
            .orElseThrow(() -> missing(id).asException());
        // Set and not added: each policy of several that a page has can only forbid more.
        response.setHeader("Content-Security-Policy", RuleHtml.CONTENT_SECURITY_POLICY);
        response.setHeader("Vary", "Accept");
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(chosen.contentType())).body(switch (chosen) {
            case JSON -> RuleDetails.of(page);
            case MARKDOWN -> page.markdown();
            case HTML -> RuleHtml.of(page, "../rules");
        });
    }

    private Problem missing(String id) {
        List<String> nearest = Nearest.to(id, this.pages.stream().map((page) -> page.rule().id()).toList());
        return Problem.of(ProblemType.RULE_NOT_FOUND, Excerpt.of(id) + " is no rule. GET /v1/rules lists them.")
            .with("nearest", nearest);
    }

}
