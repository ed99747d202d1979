package dev.rolewire.frontend.terraform.hcl.differential;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// The outcome of one attempt to pair values: sets have no order that both sides share.
final class Trial {

    private record Entry(String what, @Nullable String detail) {

    }

    private final String path;

    private final List<Entry> entries = new ArrayList<>();

    Trial(String path) {
        this.path = path;
    }

    void count(String what, @Nullable String detail) {
        this.entries.add(new Entry(what, detail));
    }

    /// How bad the pairing is: differences weigh more than what is not known.
    int badness() {
        int bad = 0;
        for (Entry entry : this.entries) {
            bad += entry.what().endsWith("DIFFERENT") ? 1000
                    : entry.what().endsWith(": equal") ? 0 : entry.what().endsWith("in a block") ? 1 : 10;
        }
        return bad;
    }

    void into(Trial other) {
        other.entries.addAll(this.entries);
    }

    void into(Tally tally) {
        this.entries.forEach((entry) -> tally.count(entry.what(), entry.detail()));
    }

    @Override
    public String toString() {
        return this.path + this.entries;
    }

}
