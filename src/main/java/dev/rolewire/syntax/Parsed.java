package dev.rolewire.syntax;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// The result of parsing: a value, possibly partial, and what was wrong.
///
/// @param value the tree
/// @param problems the complaints in source order
public record Parsed<T extends @Nullable Object>(T value, List<SyntaxProblem> problems) {

    /// Whether the tree holds all that the text says: no syntax error and no bound
    /// reached.
    public boolean isComplete() {
        return this.problems.stream().noneMatch((problem) -> switch (problem.kind()) {
            case SYNTAX, LIMIT -> true;
            case DUPLICATE_KEY, ALIAS -> false;
        });
    }

}
