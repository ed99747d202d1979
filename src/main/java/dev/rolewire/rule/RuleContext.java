package dev.rolewire.rule;

import java.util.List;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.source.SourceFile;

/// What a rule judges, and where its findings go.
public final class RuleContext {

    private final SourceFile source;

    private final List<ModelProblem> problems;

    public RuleContext(SourceFile source, List<ModelProblem> problems) {
        this.source = source;
        this.problems = problems;
    }

    public SourceFile source() {
        return this.source;
    }

    /// The problems of one kind, in the order that they were met.
    public List<ModelProblem> problems(ModelProblem.Kind kind) {
        return this.problems.stream().filter((problem) -> problem.kind() == kind).toList();
    }

}
