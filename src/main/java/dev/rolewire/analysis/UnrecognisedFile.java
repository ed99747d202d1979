package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.finding.Finding;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.remedy.Fixer;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Node;

/// Judges a file that is of no known dialect.
final class UnrecognisedFile {

    private UnrecognisedFile() {
    }

    /// Whether a file of a bundle that does not parse is meant for us all the same.
    static boolean looksLikeOurs(BundleFile file) {
        if (!file.mayBeDocument() || file.parses()) {
            return false;
        }
        if (!file.source().isHeld()) {
            return true;
        }
        String text = file.source().text();
        return text.contains("AWSTemplateFormatVersion") || text.contains("AWS::")
                || text.contains("\"format_version\"");
    }

    /// What is wrong with it: its syntax, or when it has none, that it is nothing known.
    static List<Finding> findings(BundleFile file, List<Rule> rules) {
        List<ModelProblem> problems = new ArrayList<>(file.problems());
        if (file.parses()) {
            Node tree = file.tree();
            Span span = Span.at(tree == null ? 0 : tree.span().start());
            problems.add(ModelProblem.ofDocument(ModelProblem.Kind.UNRECOGNISED, file.unrecognised(),
                    new Origin(file.source(), span, Pointer.ROOT)));
        }
        RuleContext context = new RuleContext(file.source(), problems, null, Fixer.NONE);
        rules.forEach((rule) -> rule.check(context));
        return context.findings();
    }

}
