package dev.rolewire.remedy;

import java.util.List;

import dev.rolewire.finding.Finding.Applicability;

/// One way to mend a finding.
///
/// @param title what it does, imperative, without full stop
/// @param applicability whether it can be applied unseen, as far as the model tells
/// @param changes what is to be changed, all of it
public record Remedy(String title, Applicability applicability, List<Change> changes) {

    /// Copies the list.
    public Remedy {
        changes = List.copyOf(changes);
    }

}
