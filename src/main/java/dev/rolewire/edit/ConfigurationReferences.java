package dev.rolewire.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.rolewire.finding.Finding.Edit;
import dev.rolewire.model.Value;
import dev.rolewire.remedy.Change;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.Expression;
import dev.rolewire.syntax.hcl.Name;
import dev.rolewire.syntax.hcl.Step;
import org.jspecify.annotations.Nullable;

/// References of Terraform: another attribute or resource in the place of what stands in an expression, whatever index,
/// function or template is around it.
final class ConfigurationReferences {

    private static final String MODULE = "module.";

    private final SourceFile source;

    private final Body body;

    ConfigurationReferences(SourceFile source, Body body) {
        this.source = source;
        this.body = body;
    }

    /// Makes a value a reference.
    /// @param target what is referred to; with the key of the old reference where it is
    /// one that the remedy adds
    @Nullable Written refer(Change.Refer change, ResourceName target) {
        Expression expression = Expressions.find(this.body, change.old().origin().span());
        ResourceName user = ResourceName.of(change.user().address());
        if (expression == null || user == null || !user.module().equals(target.module())) {
            return null;
        }
        if (change.old() instanceof Value.Reference reference) {
            ResourceName old = ResourceName.of(reference.address());
            List<Edit> edits = new ArrayList<>();
            for (Expression.Traversal traversal : Expressions.traversals(expression)) {
                Reference found = old == null || !old.module().equals(user.module()) ? null
                        : Reference.of(traversal, old, reference.attribute());
                if (old != null && found != null && !swap(found, old, target, change.attribute(), edits)) {
                    return null;
                }
            }
            if (!edits.isEmpty()) {
                return new Written(edits, true);
            }
            Name last = old != null && old.isOfBlock(target) && expression instanceof Expression.Traversal traversal
                    ? Reference.last(traversal.steps()) : null;
            if (last != null && last.text().equals(reference.attribute()) && varies(expression)) {
                return Written.of(this.source, last.span().start(), last.span().end(), change.attribute()).unsure();
            }
        }
        return whole(expression, user, target, change.attribute());
    }

    /// Makes an argument of a module call the reference, where the module of the value
    /// gets it from there and the call mentions it once.
    @Nullable Written referInCall(Change.Refer change, ResourceName target) {
        ResourceName user = ResourceName.of(change.user().address());
        ResourceName old = change.old() instanceof Value.Reference reference ? ResourceName.of(reference.address())
                : null;
        if (user == null || old == null || !old.module().equals(target.module())
                || !user.module().startsWith(old.module() + MODULE)) {
            return null;
        }
        String call = user.module().substring(old.module().length() + MODULE.length()).split("[.\\[]", 2)[0];
        String attribute = ((Value.Reference) change.old()).attribute();
        List<Reference> found = this.body.blocks("module")
            .stream()
            .filter((block) -> block.labels().size() == 1 && block.labels().getFirst().text().equals(call))
            .flatMap((block) -> block.body().attributes().stream())
            .flatMap((argument) -> Expressions.traversals(argument.value()).stream())
            .flatMap((traversal) -> Stream.ofNullable(Reference.of(traversal, old, attribute)))
            .toList();
        List<Edit> edits = new ArrayList<>();
        return found.size() == 1 && swap(found.getFirst(), old, target, change.attribute(), edits)
                ? new Written(edits, false) : null;
    }

    /// A reference as it is written.
    ///
    /// @param traversal the whole
    /// @param blockEnd where the name of its resource ends
    /// @param attribute its attribute
    private record Reference(Expression.Traversal traversal, int blockEnd, Name attribute) {

        /// Reads a traversal as a reference to an attribute of a resource; null when it
        /// is
        /// another one.
        private static @Nullable Reference of(Expression.Traversal traversal, ResourceName to, String attribute) {
            if (!(traversal.root() instanceof Expression.Variable root)) {
                return null;
            }
            List<Step> steps = traversal.steps();
            int at = to.data() ? 1 : 0;
            boolean typed = to.data() ? root.name().equals("data") && to.type().equals(name(steps, 0))
                    : root.name().equals(to.type());
            if (!typed || !to.label().equals(name(steps, at))) {
                return null;
            }
            Name last = last(steps.subList(at + 1, steps.size()));
            return last != null && last.text().equals(attribute)
                    ? new Reference(traversal, steps.get(at).span().end(), last) : null;
        }

        private static @Nullable String name(List<Step> steps, int index) {
            return index < steps.size() && steps.get(index) instanceof Step.GetAttribute step ? step.name().text()
                    : null;
        }

        private static @Nullable Name last(List<Step> steps) {
            Name last = null;
            for (Step step : steps) {
                last = switch (step) {
                    case Step.GetAttribute attribute -> attribute.name();
                    case Step.GetIndex _ -> last;
                    case Step.Splat splat -> last(splat.each());
                };
            }
            return last;
        }

    }

    private boolean swap(Reference found, ResourceName old, ResourceName target, String attribute, List<Edit> edits) {
        Name name = found.attribute();
        if (!old.isOfBlock(target)) {
            int start = found.traversal().span().start();
            int end = found.blockEnd();
            boolean indexed = indexEnd(found) > end;
            if (target.key().isEmpty() && indexed) {
                end = indexEnd(found);
            }
            String key = indexed || target.key().isEmpty() ? "" : target.key();
            if (indexed && !target.key().isEmpty() && !target.key().equals(old.key())) {
                return false;
            }
            edits.add(Written.edit(this.source, start, end, target.block() + key));
        }
        if (!name.text().equals(attribute)) {
            edits.add(Written.edit(this.source, name.span().start(), name.span().end(), attribute));
        }
        return true;
    }

    /// Where the index behind the name of a resource ends; where the name ends when there
    /// is none.
    private static int indexEnd(Reference found) {
        for (Step step : found.traversal().steps()) {
            if (step.span().start() == found.blockEnd()) {
                return switch (step) {
                    case Step.GetAttribute _ -> found.blockEnd();
                    case Step.GetIndex index -> index.span().end();
                    case Step.Splat splat -> splat.marker().end();
                };
            }
        }
        return found.blockEnd();
    }

    /// Puts a reference in the place of a whole expression.
    private @Nullable Written whole(Expression expression, ResourceName user, ResourceName target, String attribute) {
        boolean varies = varies(expression);
        boolean given = startsWith(expression, List.of("var", "module"));
        int start = expression.span().start();
        int end = expression.span().end();
        if (varies || !user.key().isEmpty() && !target.key().isEmpty() || mayHoldComment(start, end)) {
            return null;
        }
        String reference = target.block() + target.key() + "." + attribute;
        boolean json = this.source.uri().endsWith(".json");
        Written written = Written.of(this.source, start, end, json ? "\"${" + reference + "}\"" : reference);
        return given ? written.unsure() : written;
    }

    /// Whether an expression has another value for each instance.
    private static boolean varies(Expression expression) {
        return startsWith(expression, List.of("each", "count"));
    }

    private static boolean startsWith(Expression expression, List<String> roots) {
        return Expressions.traversals(expression)
            .stream()
            .anyMatch(
                    (traversal) -> traversal.root() instanceof Expression.Variable root && roots.contains(root.name()));
    }

    private boolean mayHoldComment(int start, int end) {
        String text = this.source.text().substring(start, end);
        return text.indexOf('\n') >= 0 && (text.indexOf('#') >= 0 || text.contains("//") || text.contains("/*"));
    }

}
