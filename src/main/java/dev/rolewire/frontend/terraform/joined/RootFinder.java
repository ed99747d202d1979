package dev.rolewire.frontend.terraform.joined;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.terraform.ModuleOutline;

/// Finds the directory whose configuration a plan was made of: the one that declares what the plan shows. Where several
/// do, only the directory that the plan lies in is meant for certain.
final class RootFinder {

    /// The least part of all declarations that plan and configuration must share: the
    /// configuration may have changed since.
    private static final double LEAST = 0.5;

    /// By how much the best must exceed all others, unless it has all.
    private static final double AHEAD = 0.1;

    private final SequencedMap<String, ModuleOutline> outlines;

    RootFinder(SequencedMap<String, ModuleOutline> outlines) {
        this.outlines = outlines;
    }

    /// Finds the root of a plan.
    /// @param uri the path of the plan
    /// @param plan the root module as the plan shows it
    /// @return the directory, or empty when none fits or several do
    Optional<String> find(String uri, ModuleOutline plan) {
        if (plan.blocks().isEmpty() && plan.calls().isEmpty()) {
            return Optional.empty();
        }
        double best = 0;
        double second = 0;
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, ModuleOutline> entry : this.outlines.entrySet()) {
            double likeness = likeness(plan, entry.getValue());
            if (likeness > best) {
                second = best;
                best = likeness;
                found.clear();
            }
            else if (likeness < best) {
                second = Math.max(second, likeness);
            }
            if (likeness == best) {
                found.add(entry.getKey());
            }
        }
        if (best < LEAST || best < 1 && best - second < AHEAD) {
            return Optional.empty();
        }
        return found.size() == 1 ? Optional.of(found.getFirst())
                : found.stream().filter((directory) -> directory.equals(Bundle.directory(uri))).findFirst();
    }

    /// The part of the declarations of both that each has: 0 when they share no resource
    /// and no module, 1 when they declare the same.
    private static double likeness(ModuleOutline plan, ModuleOutline configuration) {
        boolean shared = plan.blocks().stream().anyMatch(configuration.blocks()::contains)
                || plan.calls().keySet().stream().anyMatch(configuration.calls().keySet()::contains);
        if (!shared) {
            return 0;
        }
        SequencedSet<String> all = plan.declarations();
        SequencedSet<String> theirs = configuration.declarations();
        long common = all.stream().filter(theirs::contains).count();
        return (double) common / (all.size() + theirs.size() - common);
    }

}
