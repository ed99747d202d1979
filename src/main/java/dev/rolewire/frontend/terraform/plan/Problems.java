package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Node;

/// Collects what is wrong with one document, up to a bound.
final class Problems {

    private static final int MAX_PROBLEMS = 100;

    private final SourceFile source;

    private final Node tree;

    private final List<ModelProblem> problems = new ArrayList<>();

    Problems(SourceFile source, Node tree) {
        this.source = source;
        this.tree = tree;
    }

    void unrecognised(Place place, String message) {
        add(ModelProblem.Kind.UNRECOGNISED, place, message);
    }

    void notice(Place place, String message) {
        add(ModelProblem.Kind.NOTICE, place, message);
    }

    void limit(Place place, String message) {
        add(ModelProblem.Kind.LIMIT, place, message);
    }

    /// Where a place is written; a place without a node stands for the start of the
    /// document.
    Origin origin(Place place) {
        Node node = place.node();
        Span span = node == null ? Span.at(this.tree.span().start()) : node.span();
        return new Origin(this.source, span, place.pointer());
    }

    List<ModelProblem> all() {
        return List.copyOf(this.problems);
    }

    private void add(ModelProblem.Kind kind, Place place, String message) {
        if (this.problems.size() < MAX_PROBLEMS) {
            this.problems.add(ModelProblem.ofDocument(kind, message, origin(place)));
        }
        else if (this.problems.size() == MAX_PROBLEMS) {
            this.problems.add(ModelProblem.ofDocument(ModelProblem.Kind.LIMIT,
                    "more than " + MAX_PROBLEMS + " problems, the others are left out", origin(place)));
        }
    }

}
