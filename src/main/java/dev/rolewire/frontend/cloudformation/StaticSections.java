package dev.rolewire.frontend.cloudformation;

import java.util.List;

import dev.rolewire.model.Pointer;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// The sections in which no function may stand: `Parameters` and `Mappings`.
final class StaticSections {

    private static final List<String> SECTIONS = List.of("Parameters", "Mappings");

    private final Lowering lowering;

    StaticSections(Lowering lowering) {
        this.lowering = lowering;
    }

    void check(Mapping root) {
        for (String section : SECTIONS) {
            if (root.get(section) instanceof Mapping entries) {
                Site site = Site.of(Pointer.ROOT.child(section));
                for (Mapping.Entry entry : entries.entries()) {
                    check(entry.value(), "in `" + section + "`", site.field(entry.name()));
                }
            }
        }
    }

    private void check(Node node, String place, Site site) {
        if (Call.of(node) != null) {
            this.lowering.functions().notAllowed(node, place, site);
            return;
        }
        switch (node) {
            case Scalar _ -> {
            }
            case Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    if (!(sequence.items().get(i) instanceof Scalar scalar) || scalar.tag() != null) {
                        check(sequence.items().get(i), place, site.item(i));
                    }
                }
            }
            case Mapping mapping -> {
                for (Mapping.Entry entry : mapping.entries()) {
                    if (!(entry.value() instanceof Scalar scalar) || scalar.tag() != null) {
                        check(entry.value(), place, site.field(entry.name()));
                    }
                }
            }
        }
    }

}
