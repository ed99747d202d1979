package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.finding.Finding;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.remedy.Fixer;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.wiring.Account;
import dev.rolewire.wiring.Wiring;

/// Judges one deployment: derives its wiring, runs the rules.
///
/// @param dialect what it is written in
/// @param wiring its derived facts
/// @param findings what the rules found, in the order that they were reported
/// @param slots its slots with their outcomes
/// @param resources how many resources stand in each of its files, by the files' names; every file is there
record DeploymentAnalysis(Dialect dialect, Wiring wiring, List<Finding> findings, List<Report.Slot> slots,
        SequencedMap<String, Integer> resources) {

    /// Judges a template.
    /// @param files the files of the bundle by their names
    /// @param account what there is beside it
    static DeploymentAnalysis of(Template template, Map<String, BundleFile> files, Catalog catalog, List<Rule> rules,
            Fixer fixer, Account account) {
        List<ModelProblem> problems = new ArrayList<>();
        SequencedMap<String, Integer> resources = new LinkedHashMap<>();
        template.sources().forEach((source) -> {
            resources.put(source.uri(), 0);
            BundleFile file = files.get(source.uri());
            if (file != null) {
                problems.addAll(file.problems());
            }
        });
        template.problems().stream().filter((problem) -> !mayBeBehindAFault(problem, files)).forEach(problems::add);
        for (Resource resource : template.resources().values()) {
            boolean counts = resource.maker() == null && resource.mode() != Resource.Mode.PROVIDER;
            resources.merge(resource.origin().source().uri(), counts ? 1 : 0, Integer::sum);
        }
        resources.merge(template.sources().getFirst().uri(), template.omitted(), Integer::sum);
        Wiring wiring = Wiring.of(template, catalog, account);
        RuleContext context = new RuleContext(template.sources().getFirst(), problems, wiring, fixer);
        rules.forEach((rule) -> rule.check(context));
        List<Finding> findings = context.findings();
        SlotOutcomes outcomes = new SlotOutcomes(context);
        return new DeploymentAnalysis(template.dialect(), wiring, findings,
                context.slotUses().stream().map(outcomes::of).toList(), resources);
    }

    /// Whether what is missed may stand in the part of its file that could not be read.
    private static boolean mayBeBehindAFault(ModelProblem problem, Map<String, BundleFile> files) {
        BundleFile file = files.get(problem.origin().source().uri());
        if (file == null || file.parses()) {
            return false;
        }
        return switch (problem.kind()) {
            case UNDEFINED_REFERENCE, UNRECOGNISED, MALFORMED_FUNCTION, DOUBTFUL_FUNCTION -> true;
            case SYNTAX, DUPLICATE_KEY, YAML_ALIAS, CYCLIC_REFERENCE, PARAMETER_VALUE, LIMIT, NOTICE, CONFIGURATION,
                    DOUBTFUL_CONFIGURATION, UNUSED_SUPPRESSION ->
                false;
        };
    }

}
