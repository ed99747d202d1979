package dev.rolewire.remedy;

import java.util.Optional;

import dev.rolewire.finding.Finding;

/// Writes remedies as edits of the files that they are about.
@FunctionalInterface
public interface Fixer {

    /// Writes nothing: for documents of no known dialect.
    Fixer NONE = (remedy) -> Optional.empty();

    /// Writes a remedy.
    /// @return the edits, or empty when some part of the remedy has no place in a file
    /// where it can be written without changing anything else
    Optional<Finding.Fix> fix(Remedy remedy);

}
