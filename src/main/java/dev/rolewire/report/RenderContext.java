package dev.rolewire.report;

import dev.rolewire.rule.RuleMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a renderer knows besides the report.
///
/// @param toolVersion the version of this build
/// @param pages the pages of the rules that the report may name, sorted by id
/// @param baseUrl where the service is called, without slash at the end; null where there is no service
public record RenderContext(String toolVersion, List<RulePage> pages, @Nullable String baseUrl) {

    /// A context without a service.
    public RenderContext(String toolVersion, List<RuleMetadata> rules) {
        this(toolVersion, rules.stream().map(RulePage::of).toList(), null);
    }

    /// The same for a service that is called elsewhere.
    public RenderContext at(String baseUrl) {
        return new RenderContext(this.toolVersion, this.pages, baseUrl);
    }

    /// Where the page of a rule is, or null.
    @Nullable String ruleUrl(String ruleId) {
        return (this.baseUrl == null) ? null : this.baseUrl + "/v1/rules/" + ruleId;
    }

}
