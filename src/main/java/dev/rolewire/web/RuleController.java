package dev.rolewire.web;

import dev.rolewire.analysis.Analyzer;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.web.RuleExamples.RuleExample;
import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.request.Nearest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
            String effect, List<String> families, String summary, String why, @Nullable String deployError, String help,
            String exceptions, List<RuleExample> examples, List<RuleReference> references) {

        static RuleDetails of(RuleMetadata rule) {
            return new RuleDetails(rule.id(), rule.defaultSeverity().id(),
                    rule.severities().stream().map(Severity::id).toList(), rule.enabled(), rule.category().id(),
                    rule.effect().name().toLowerCase(Locale.ROOT),
                    rule.families().stream().map(CatalogViews::word).toList(), rule.summary(), rule.why(),
                    rule.deployError(), rule.help(), rule.exceptions(), RuleExamples.of(rule.id()),
                    rule.references()
                        .stream()
                        .map((reference) -> new RuleReference(reference.title(), reference.uri().toString()))
                        .toList());
        }

    }

    /// A source of a rule.
    record RuleReference(String title, String uri) {

    }

    private final List<RuleMetadata> rules;

    private final List<RuleDetails> details;

    RuleController(Analyzer analyzer) {
        this.rules = analyzer.rules();
        this.details = this.rules.stream().map(RuleDetails::of).toList();
    }

    @GetMapping(path = "/v1/rules", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listRules", summary = "Lists the rules", description = "Sorted by id.")
    RuleList list() {
        return new RuleList(this.rules.stream().map(RuleSummary::of).toList());
    }

    @GetMapping(path = "/v1/rules/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getRule", summary = "Describes a rule",
            description = "Why it matters, what AWS answers, what to do, when it stays silent, a bad and a good example "
                    + "of every dialect, and where the facts come from.")
    RuleDetails get(@PathVariable @Parameter(description = "The rule's id, the `ruleId` of a finding",
            example = "role-as-instance-profile") String id) {
        return this.details.stream()
            .filter((rule) -> rule.id().equals(id))
            .findFirst()
            .orElseThrow(() -> missing(id).asException());
    }

    private Problem missing(String id) {
        List<String> nearest = Nearest.to(id, this.rules.stream().map(RuleMetadata::id).toList());
        return Problem.of(ProblemType.RULE_NOT_FOUND, Excerpt.of(id) + " is no rule. GET /v1/rules lists them.")
            .with("nearest", nearest);
    }

}
