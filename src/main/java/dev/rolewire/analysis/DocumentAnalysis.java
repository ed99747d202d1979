package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.finding.Finding;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.cloudformation.CloudFormationFrontend;
import dev.rolewire.frontend.terraform.plan.TerraformPlanFrontend;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Template;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Node;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Analyses one file: reads, lowers, derives, judges.
///
/// @param uri the file's name
/// @param dialect what it was detected as, or null
/// @param skipped why it was left out, or null when it was judged
/// @param wiring its derived facts, or null
/// @param findings what the rules found, sorted by position
/// @param slots its slots with their outcomes
record DocumentAnalysis(String uri, @Nullable Dialect dialect, @Nullable String skipped, @Nullable Wiring wiring,
        List<Finding> findings, List<Report.Slot> slots) {

    private static final List<String> KNOWN_EXTENSIONS = List.of("json", "yaml", "yml", "template");

    /// How many resources were judged.
    int resources() {
        return this.wiring == null ? 0 : this.wiring.template().resources().size();
    }

    static DocumentAnalysis skipped(String uri, String reason) {
        return new DocumentAnalysis(uri, null, reason, null, List.of(), List.of());
    }

    /// Analyses a file.
    /// @param alone whether it is the only file: then it is an error when it is of no
    /// known dialect
    static DocumentAnalysis of(InputFile file, boolean alone, Catalog catalog, List<Rule> rules,
            FrontendOptions options) {
        if (!alone && !hasKnownExtension(file.uri())) {
            return skipped(file.uri(), "not a template or plan by its name");
        }
        DocumentReader.Read read = DocumentReader.read(file);
        Dialect dialect = read.dialect();
        Node tree = read.tree();
        if (dialect == null || tree == null) {
            return !alone && !looksLikeOurs(read) ? skipped(file.uri(), read.unrecognised())
                    : unrecognised(read, rules);
        }
        Template template = frontend(dialect).lower(dialect, read.source(), tree, options);
        List<ModelProblem> problems = new ArrayList<>(read.problems());
        template.problems()
            .stream()
            .filter((problem) -> read.parses() || !mayBeBehindTheFault(problem.kind()))
            .forEach(problems::add);
        Wiring wiring = Wiring.of(template, catalog);
        return judged(read, dialect, wiring, new RuleContext(read.source(), problems, wiring), rules);
    }

    /// Whether what is missed may stand in the part of the document that could not be
    /// read.
    private static boolean mayBeBehindTheFault(ModelProblem.Kind kind) {
        return switch (kind) {
            case UNDEFINED_REFERENCE, UNRECOGNISED -> true;
            case SYNTAX, DUPLICATE_KEY, YAML_ALIAS, LIMIT, NOTICE -> false;
        };
    }

    private static DocumentAnalysis judged(DocumentReader.Read read, @Nullable Dialect dialect, @Nullable Wiring wiring,
            RuleContext context, List<Rule> rules) {
        rules.forEach((rule) -> rule.check(context));
        List<Finding> findings = new ArrayList<>(context.findings());
        findings.sort(Comparator.comparingInt(DocumentAnalysis::offset)
            .thenComparing(Finding::ruleId)
            .thenComparing(Finding::message));
        SlotOutcomes outcomes = new SlotOutcomes(context);
        List<Report.Slot> slots = context.slotUses().stream().map(outcomes::of).toList();
        return new DocumentAnalysis(read.source().uri(), dialect, null, wiring, findings, slots);
    }

    private static DocumentAnalysis unrecognised(DocumentReader.Read read, List<Rule> rules) {
        List<ModelProblem> problems = new ArrayList<>(read.problems());
        if (read.parses()) {
            Span span = read.tree() == null ? Span.at(0) : Span.at(read.tree().span().start());
            problems.add(ModelProblem.ofDocument(ModelProblem.Kind.UNRECOGNISED, read.unrecognised(),
                    new Origin(read.source(), span, Pointer.ROOT)));
        }
        return judged(read, null, null, new RuleContext(read.source(), problems, null), rules);
    }

    /// Whether a file of a bundle that does not parse is meant for us all the same.
    private static boolean looksLikeOurs(DocumentReader.Read read) {
        String text = read.source().text();
        return !read.parses() && (text.contains("AWSTemplateFormatVersion") || text.contains("AWS::")
                || text.contains("\"format_version\""));
    }

    private static Frontend frontend(Dialect dialect) {
        return switch (dialect) {
            case CLOUDFORMATION -> new CloudFormationFrontend();
            case TERRAFORM_PLAN, TERRAFORM_STATE -> new TerraformPlanFrontend();
        };
    }

    private static boolean hasKnownExtension(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 || KNOWN_EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static int offset(Finding finding) {
        return finding.location() == null ? 0 : finding.location().span().start();
    }

}
