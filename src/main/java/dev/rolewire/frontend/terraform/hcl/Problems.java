package dev.rolewire.frontend.terraform.hcl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;

/// Collects what is wrong with a configuration, each flaw once.
final class Problems {

    private static final int MAX = 2_000;

    private final SequencedSet<ModelProblem> found = new LinkedHashSet<>();

    void add(ModelProblem.Kind kind, String message, Origin origin) {
        add(ModelProblem.ofDocument(kind, message, origin));
    }

    void add(ModelProblem problem) {
        if (this.found.size() < MAX) {
            this.found.add(problem);
        }
    }

    List<ModelProblem> all() {
        return new ArrayList<>(this.found);
    }

}
