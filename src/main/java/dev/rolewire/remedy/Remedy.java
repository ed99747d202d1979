package dev.rolewire.remedy;

import java.util.ArrayList;
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

    /// This remedy and another one, for the two cases of one finding.
    public Remedy and(Remedy other) {
        List<Change> both = new ArrayList<>(this.changes);
        both.addAll(other.changes);
        return new Remedy(this.title,
                this.applicability == Applicability.SAFE ? other.applicability : this.applicability, both);
    }

}
