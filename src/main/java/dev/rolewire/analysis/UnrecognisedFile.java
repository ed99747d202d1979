package dev.rolewire.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.rolewire.finding.Finding;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.remedy.Fixer;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Node;

/// Judges a file that is of no known dialect.
final class UnrecognisedFile {

    private static final String EXPECTED = "; expected a CloudFormation template or the output of"
            + " `terraform show -json`";

    private static final int MOST_MISTAKES = 10;

    private static final Pattern VERSION = key("AWSTemplateFormatVersion");

    private static final Pattern RESOURCES = key("Resources");

    private static final Pattern RESOURCE_TYPE = Pattern.compile("\\bType[\"']?\\s*:\\s*[\"']?(?:AWS|Alexa|Custom)::");

    private static final Pattern PLAN = Pattern.compile("\"format_version\"\\s*:\\s*\"[01][.]");

    private static final Pattern PLAN_PART = Pattern
        .compile("\"(?:planned_values|resource_changes|configuration|values|terraform_version)\"\\s*:");

    private UnrecognisedFile() {
    }

    /// Whether a file of a bundle that does not parse is meant for us all the same: it
    /// has
    /// the keys of a template or plan. That it speaks of AWS somewhere says nothing, as a
    /// list of changes does so too.
    static boolean looksLikeOurs(BundleFile file) {
        if (!file.mayBeDocument() || file.parses() || file.isTemplated()) {
            return false;
        }
        if (!file.source().isHeld()) {
            return true;
        }
        String text = file.source().text();
        boolean json = text.stripLeading().startsWith("{");
        if (!json && !file.uri().substring(file.uri().lastIndexOf('/') + 1).contains(".")) {
            return false;
        }
        boolean template = VERSION.matcher(text).find()
                || (RESOURCES.matcher(text).find() && RESOURCE_TYPE.matcher(text).find());
        return template || (PLAN.matcher(text).find() && PLAN_PART.matcher(text).find());
    }

    /// A key that starts its line, or is in double quotes.
    private static Pattern key(String name) {
        return Pattern.compile("(?m)(?:^ {0,4}|\")" + name + "[\"']?[ \\t]*:");
    }

    /// Which files of a bundle without anything of ours are told of, the first ten: those
    /// that may be documents by their names, else any.
    static List<BundleFile> mistakes(List<BundleFile> files) {
        List<BundleFile> present = files.stream().filter((file) -> !file.isSkipped()).toList();
        List<BundleFile> documents = present.stream().filter(BundleFile::mayBeDocument).toList();
        return (documents.isEmpty() ? present : documents).stream().limit(MOST_MISTAKES).toList();
    }

    /// That all files of a bundle are skipped, told of the first one.
    static List<Finding> nothing(List<BundleFile> files, List<Rule> rules) {
        SourceFile source = files.getFirst().source();
        ModelProblem problem = ModelProblem.ofDocument(ModelProblem.Kind.UNRECOGNISED,
                "nothing of what was sent is looked at, all of it is skipped" + EXPECTED,
                new Origin(source, Span.at(0), Pointer.ROOT));
        return findings(source, List.of(problem), rules);
    }

    private static List<Finding> findings(SourceFile source, List<ModelProblem> problems, List<Rule> rules) {
        RuleContext context = new RuleContext(source, problems, null, Fixer.NONE);
        rules.forEach((rule) -> rule.check(context));
        return context.findings();
    }

    /// What is wrong with it: its syntax, or when it has none, that it is nothing known.
    static List<Finding> findings(BundleFile file, List<Rule> rules) {
        List<ModelProblem> problems = new ArrayList<>(file.problems());
        if (file.parses()) {
            Node tree = file.tree();
            Span span = Span.at(tree == null ? 0 : tree.span().start());
            String what = file.unrecognised();
            String message = what.contains("expected") ? what : what + EXPECTED;
            problems.add(ModelProblem.ofDocument(ModelProblem.Kind.UNRECOGNISED, message,
                    new Origin(file.source(), span, Pointer.ROOT)));
        }
        return findings(file.source(), problems, rules);
    }

}
