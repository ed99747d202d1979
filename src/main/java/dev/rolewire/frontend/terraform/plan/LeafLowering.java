package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

import dev.rolewire.frontend.terraform.plan.PlannedResource.Known;
import dev.rolewire.frontend.terraform.plan.PropertyLowering.Context;
import dev.rolewire.frontend.terraform.plan.PropertyLowering.Marked;
import dev.rolewire.frontend.terraform.plan.Resolution.Candidate;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import dev.rolewire.model.Value.Reference;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Scalar;
import org.jspecify.annotations.Nullable;

/// Lowers single values.
///
/// A reference is only given where the expression is one reference all the way and the plan does not speak against it: the
/// attribute has the very text that the value has, or both are unknown. Everything else is what the plan shows, a literal or
/// an unknown with the references that it may come from.
final class LeafLowering {

    private static final int MAX_OPERANDS = 32;

    private static final int MAX_NAMED = 5;

    private static final List<String> NAMING = List.of("name", "arn", "id");

    private final SourceFile source;

    private final Problems problems;

    private final ReferenceResolver resolver;

    private final RelevantAttributes relevant;

    private final PropertyLowering properties;

    LeafLowering(SourceFile source, Problems problems, ReferenceResolver resolver, RelevantAttributes relevant,
            PropertyLowering properties) {
        this.source = source;
        this.problems = problems;
        this.resolver = resolver;
        this.relevant = relevant;
        this.properties = properties;
    }

    /// A known scalar.
    Value known(Context context, Scalar scalar, Marked marked, Written written) {
        Origin origin = this.problems.origin(marked.after());
        return switch (scalar.kind()) {
            case NULL -> new Value.Absent(origin);
            case NUMBER -> new Literal(scalar.text(), Literal.Kind.NUMBER, origin, null);
            case BOOLEAN -> new Literal(scalar.text(), Literal.Kind.BOOLEAN, origin, null);
            case STRING -> string(context, scalar, marked, written, origin);
        };
    }

    private Value string(Context context, Scalar scalar, Marked marked, Written written, Origin origin) {
        if (scalar.text().isEmpty() && written instanceof Written.Unset) {
            return new Value.Absent(origin);
        }
        Value document = EmbeddedDocument.parse(this.source, scalar, marked.after().pointer());
        Reference reference = document == null ? confirmed(written, scalar.text(), origin) : null;
        if (reference != null) {
            return reference;
        }
        if (document == null && mayHideReferences(written)) {
            this.relevant.withText(scalar.text())
                .stream()
                .filter((address) -> !address.equals(context.resource().address()))
                .forEach(context.ordering()::add);
        }
        return new Literal(scalar.text(), Literal.Kind.STRING, origin, document);
    }

    /// A value that must not be shown.
    Value sensitive(Context context, Marked marked, Written written) {
        Origin origin = this.problems.origin(marked.after());
        String text = marked.after().scalarText();
        Reference reference = text == null ? null : confirmed(written, text, origin);
        return reference != null ? reference : Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "a sensitive value", origin);
    }

    /// A value that is known only after apply.
    Value unknown(Context context, Marked marked, Written written) {
        Origin here = marked.after().node() == null ? context.origin() : this.problems.origin(marked.after());
        return switch (written) {
            case Written.Unset _ -> new Value.Absent(here);
            case Written.Unshown _ ->
                Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "not shown in the plan's configuration", here);
            case Written.Block block ->
                Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "a block", this.problems.origin(block.arguments()));
            case Written.Blocks blocks ->
                Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "a list of blocks", this.problems.origin(blocks.list()));
            case Written.Attribute attribute ->
                reference(attribute.candidate(), this.problems.origin(attribute.expression()));
            case Written.Set set -> unknown(set);
            case Written.Either either -> either(context, marked, either);
        };
    }

    /// The attributes that the items of a list are, when each item is unknown and each
    /// reference stands for one of them.
    /// (The order of a set is another; as a whole it holds the same.)
    List<Candidate> inOrder(Written.Set set, Place unknown) {
        if (!unknown.items().stream().allMatch(Place::isTrue)) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        for (Resolution part : this.resolver.each(set.scope(), set.expression())) {
            Candidate candidate = part.certain();
            if (candidate == null || !isUnknown(candidate)
                    || !found.stream().allMatch((other) -> !other.equals(candidate))) {
                return List.of();
            }
            found.add(candidate);
        }
        return found;
    }

    private Value unknown(Written.Set set) {
        Resolution resolution = this.resolver.resolve(set.scope(), set.expression());
        Origin origin = this.problems.origin(set.expression());
        Candidate certain = set.whole() ? resolution.certain() : null;
        if (certain != null && isUnknown(certain) && certain.resource().lowered()) {
            return PolicyDocumentData.isText(certain) ? document(certain, origin) : reference(certain, origin);
        }
        List<Candidate> left = resolution.candidates().stream().filter(LeafLowering::isUnknown).toList();
        boolean data = !left.isEmpty() && !resolution.opaque()
                && left.stream().allMatch((candidate) -> candidate.resource().block().data());
        SequencedSet<Reference> operands = new LinkedHashSet<>();
        left.forEach((candidate) -> operands.add(reference(candidate, origin)));
        if (resolution.opaque()) {
            this.relevant.unknownIdentities().forEach((candidate) -> operands.add(reference(candidate, origin)));
        }
        return new Value.Unknown(data ? Reason.DATA_SOURCE : Reason.KNOWN_AFTER_APPLY, detail(set.expression()),
                operands.stream().limit(MAX_OPERANDS).toList(), origin);
    }

    private Value document(Candidate candidate, Origin origin) {
        Value document = this.properties.properties(candidate.resource()).get("json");
        return document instanceof Value.ObjectValue object ? new Value.ObjectValue(object.fields(), origin)
                : new Value.Unknown(Reason.DATA_SOURCE, candidate.resource().address(),
                        List.of(reference(candidate, origin)), origin);
    }

    private Value either(Context context, Marked marked, Written.Either either) {
        List<Value> values = either.alternatives()
            .stream()
            .map((alternative) -> unknown(context, marked, alternative))
            .toList();
        if (values.size() == 1) {
            return values.getFirst();
        }
        SequencedSet<String> targets = new LinkedHashSet<>();
        List<Reference> operands = new ArrayList<>();
        for (Value value : values) {
            switch (value) {
                case Reference reference -> {
                    targets.add(reference.address() + " " + reference.attribute());
                    operands.add(reference);
                }
                case Value.Unknown unknown -> operands.addAll(unknown.operands());
                case Literal _, Value.Concat _, Value.Choice _, Value.ListValue _, Value.ObjectValue _,
                        Value.Absent _ ->
                    {
                    }
            }
        }
        if (targets.size() == 1 && operands.size() == values.size()
                && values.getFirst() instanceof Reference reference) {
            return reference;
        }
        return new Value.Unknown(Reason.KNOWN_AFTER_APPLY, "one of several blocks",
                operands.stream().distinct().limit(MAX_OPERANDS).toList(), values.getFirst().origin());
    }

    /// The reference that a known text is, or null when the plan does not confirm one.
    private @Nullable Reference confirmed(Written written, String text, Origin origin) {
        return switch (written) {
            case Written.Set set -> {
                Candidate candidate = confirmed(this.resolver.resolve(set.scope(), set.expression()), text);
                yield candidate == null ? null : reference(candidate, origin);
            }
            case Written.Either either -> {
                SequencedSet<Reference> found = new LinkedHashSet<>();
                for (Written alternative : either.alternatives()) {
                    Reference reference = confirmed(alternative, text, origin);
                    if (reference == null) {
                        yield null;
                    }
                    found.add(reference);
                }
                yield found.size() == 1 ? found.getFirst() : null;
            }
            case Written.Unset _, Written.Unshown _, Written.Block _, Written.Blocks _, Written.Attribute _ -> null;
        };
    }

    private static @Nullable Candidate confirmed(Resolution resolution, String text) {
        if (!resolution.single() || resolution.opaque() || resolution.candidates().size() != 1) {
            return null;
        }
        Candidate only = resolution.candidates().getFirst();
        if (!only.resource().lowered()) {
            return null;
        }
        if (only.exact()) {
            return text.equals(only.resource().text(only.path())) ? only : null;
        }
        for (String attribute : only.path().isEmpty() ? NAMING : List.<String>of()) {
            List<Step> path = List.of(Step.name(attribute));
            if (text.equals(only.resource().text(path))) {
                return new Candidate(only.resource(), path, true);
            }
        }
        return null;
    }

    private boolean mayHideReferences(Written written) {
        return switch (written) {
            case Written.Unset _ -> false;
            case Written.Unshown _, Written.Block _, Written.Blocks _ -> true;
            case Written.Attribute _ -> false;
            case Written.Set set -> this.resolver.resolve(set.scope(), set.expression()).opaque();
            case Written.Either either -> either.alternatives().stream().anyMatch(this::mayHideReferences);
        };
    }

    private static boolean isUnknown(Candidate candidate) {
        return candidate.path().isEmpty() || candidate.resource().known(candidate.path()) == Known.UNKNOWN;
    }

    private static Reference reference(Candidate candidate, Origin origin) {
        return new Reference(candidate.resource().address(), candidate.attribute(), origin);
    }

    private static String detail(Place expression) {
        List<String> names = Expression.references(expression).stream().distinct().toList();
        String shown = String.join(", ", names.subList(0, Math.min(MAX_NAMED, names.size())));
        return names.size() > MAX_NAMED ? shown + ", ..." : shown;
    }

}
