package dev.rolewire.analysis.suppression;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Pointer;
import dev.rolewire.rule.Nearest;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// Reads `Metadata: Rolewire: Suppress` of a CloudFormation template: at its root it covers the whole file, beside the
/// `Type` of a resource all that stands there.
final class MetadataReader {

    private static final String KEY = "Rolewire";

    private static final List<String> MEMBERS = List.of("Suppress");

    private static final List<String> ITEM_MEMBERS = List.of("Rule", "Reason");

    private static final String EXPECTED = "expected a list of `{Rule: rule-id, Reason: why}`";

    private final Directives.Collector collector;

    private final Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    private MetadataReader(Directives.Collector collector) {
        this.collector = collector;
    }

    static void read(BundleFile file, Directives.Collector collector) {
        Node tree = file.tree();
        if (tree instanceof Mapping root && file.source().text().contains(KEY)) {
            MetadataReader reader = new MetadataReader(collector);
            Span all = new Span(0, file.source().characters().length());
            reader.metadata(root, Pointer.ROOT, all);
            reader.visit(root, Pointer.ROOT);
        }
    }

    /// Visits all nodes once: what an alias stands for is visited where it is met first.
    private void visit(Node node, Pointer at) {
        if (!this.visited.add(node)) {
            return;
        }
        switch (node) {
            case Scalar _ -> {
            }
            case Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    visit(sequence.items().get(i), at.child(i));
                }
            }
            case Mapping mapping -> {
                for (Mapping.Entry entry : mapping.entries()) {
                    Pointer below = at.child(entry.name());
                    if (entry.value() instanceof Mapping body && body.get("Type") instanceof Scalar) {
                        metadata(body, below, new Span(entry.key().span().start(),
                                Math.max(entry.key().span().start(), body.span().end())));
                    }
                    visit(entry.value(), below);
                }
            }
        }
    }

    private void metadata(Mapping holder, Pointer at, Span covered) {
        if (!(holder.get("Metadata") instanceof Mapping metadata)) {
            return;
        }
        Node ours = metadata.get(KEY);
        Pointer pointer = at.child("Metadata").child(KEY);
        if (ours instanceof Mapping mapping) {
            known(mapping, MEMBERS, pointer);
            Mapping.Entry suppress = mapping.entry("Suppress");
            if (suppress != null) {
                suppress(suppress.value(), pointer.child("Suppress"), covered);
            }
        }
        else if (ours != null) {
            this.collector.malformed("`" + KEY + "` takes `Suppress`, " + EXPECTED, pointer, ours.span());
        }
    }

    private void suppress(Node list, Pointer at, Span covered) {
        if (!(list instanceof Sequence sequence)) {
            this.collector.malformed("`Suppress` takes a list; " + EXPECTED, at, list.span());
            return;
        }
        for (int i = 0; i < sequence.items().size(); i++) {
            item(sequence.items().get(i), at.child(i), covered);
        }
    }

    private void item(Node node, Pointer at, Span covered) {
        if (!this.collector.mayTake(node.span())) {
            return;
        }
        if (!(node instanceof Mapping item)) {
            this.collector.malformed("`Suppress` takes objects; " + EXPECTED, at, node.span());
            return;
        }
        known(item, ITEM_MEMBERS, at);
        Node reason = item.get("Reason");
        boolean readable = reason == null || (reason instanceof Scalar && reason.tag() == null);
        if (reason != null && !readable) {
            this.collector.malformed("`Reason` takes a text", at.child("Reason"), reason.span());
        }
        Node rule = item.get("Rule");
        if (rule == null) {
            this.collector.malformed("the suppression names no rule; " + EXPECTED, at, item.span());
        }
        else if (rule instanceof Scalar id && id.tag() == null && !id.isNull() && !id.text().isBlank()) {
            String said = readable && reason instanceof Scalar text && !text.isNull() ? text.text() : "";
            this.collector.suppress(id.text().strip(), said, List.of(covered), null, at.child("Rule"), id.span());
            if (readable && said.isBlank()) {
                this.collector.withoutReason(id.text().strip(), at.child("Rule"), id.span());
            }
        }
        else {
            this.collector.malformed("`Rule` takes the id of one rule", at.child("Rule"), rule.span());
        }
    }

    private void known(Mapping mapping, List<String> members, Pointer at) {
        for (Mapping.Entry entry : mapping.entries()) {
            if (!members.contains(entry.name())) {
                List<String> nearest = Nearest.to(entry.name(), members);
                String hint = nearest.isEmpty() ? "there is only `" + String.join("` and `", members) + "`"
                        : "did you mean `" + nearest.getFirst() + "`?";
                this.collector.malformed("`" + entry.name() + "` is not known here; " + hint, at.child(entry.name()),
                        entry.key().span());
            }
        }
    }

}
