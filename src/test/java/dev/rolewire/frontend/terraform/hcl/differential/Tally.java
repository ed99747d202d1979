package dev.rolewire.frontend.terraform.hcl.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// Counts by class, with details of what must be looked at.
final class Tally {

    private final SortedMap<String, Integer> counts = new TreeMap<>();

    private final SortedMap<String, Integer> unset = new TreeMap<>();

    private final List<String> details = new ArrayList<>();

    void count(String what, @Nullable String detail) {
        this.counts.merge(what, 1, Integer::sum);
        if (detail != null) {
            this.details.add(what + ": " + detail.replace('\n', ' '));
        }
    }

    /// Counts an argument that only the plan has.
    void unset(String argument) {
        this.unset.merge(argument, 1, Integer::sum);
    }

    /// The arguments that only plans have, most frequent first.
    List<String> unset() {
        return this.unset.entrySet()
            .stream()
            .sorted((a, b) -> b.getValue() - a.getValue())
            .map((entry) -> entry.getValue() + " " + entry.getKey())
            .toList();
    }

    void add(Tally other) {
        other.counts.forEach((what, count) -> this.counts.merge(what, count, Integer::sum));
        other.unset.forEach((what, count) -> this.unset.merge(what, count, Integer::sum));
    }

    List<String> details() {
        return this.details;
    }

    int of(String what) {
        return this.counts.getOrDefault(what, 0);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        this.counts.forEach((what, count) -> text.append("%8d  %s%n".formatted(count, what)));
        return text.toString();
    }

}
