package dev.rolewire.report;

import dev.rolewire.rule.RuleMetadata;
import java.util.List;

/// What a renderer knows besides the report.
///
/// @param toolVersion the version of this build
/// @param rules the rules that the report may name, sorted by id
public record RenderContext(String toolVersion, List<RuleMetadata> rules) {

}
