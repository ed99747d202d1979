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
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// Lowers values that are known only after apply.
///
/// Such a value is a reference when its expression is one reference all the way, to an attribute that is unknown too.
/// When all that the expression refers to is known, the expression is `null` and the provider chooses the value, which
/// counts as not set. Everything else is unknown, with the unknown attributes that it may come from.
final class UnknownLowering {

    private static final int MAX_OPERANDS = 32;

    private static final int MAX_NAMED = 5;

    private static final List<String> NAMING = List.of("name", "arn", "id", "unique_id");

    private final Problems problems;

    private final ReferenceResolver resolver;

    private final RelevantAttributes relevant;

    private final PropertyLowering properties;

    UnknownLowering(Problems problems, ReferenceResolver resolver, RelevantAttributes relevant,
            PropertyLowering properties) {
        this.problems = problems;
        this.resolver = resolver;
        this.relevant = relevant;
        this.properties = properties;
    }

    /// Lowers a value that is known only after apply.
    Value lower(Context context, Marked marked, Written written) {
        Origin here = marked.after().node() == null ? context.origin() : this.problems.origin(marked.after());
        return switch (written) {
            case Written.Unset _ -> unset(context, here);
            case Written.Unshown _ -> new Value.Unknown(Reason.KNOWN_AFTER_APPLY,
                    "not shown in the plan's configuration", hidden(here), here);
            case Written.Block block ->
                Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "a block", this.problems.origin(block.arguments()));
            case Written.Blocks blocks ->
                Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, "a list of blocks", this.problems.origin(blocks.list()));
            case Written.Attribute attribute ->
                attribute.candidate().reference(this.problems.origin(attribute.expression()));
            case Written.Set set -> set(marked, set, here);
            case Written.Either either -> either(context, marked, either);
        };
    }

    /// The attributes that the unknown items of a list are, when each reference stands
    /// for one of them. (The order of a set is another; as a whole it holds the same.)
    List<Candidate> inOrder(Written.Set set) {
        List<Candidate> found = new ArrayList<>();
        for (Resolution part : this.resolver.each(set.scope(), set.expression())) {
            Candidate candidate = part.certain();
            boolean known = candidate == null ? part.candidates().isEmpty() && !part.opaque()
                    : candidate.known() == Known.KNOWN;
            if (known) {
                continue;
            }
            if (candidate == null || candidate.known() != Known.UNKNOWN
                    || !found.stream().allMatch((other) -> !other.equals(candidate))) {
                return List.of();
            }
            found.add(candidate);
        }
        return found;
    }

    private Value set(Marked marked, Written.Set set, Origin here) {
        Resolution resolution = this.resolver.resolve(set.scope(), set.expression());
        Origin origin = this.problems.origin(set.expression());
        Candidate certain = set.whole() ? resolution.certain() : null;
        if (certain != null && certain.known() == Known.UNKNOWN && certain.resource().lowered()) {
            if (PolicyDocumentData.isText(certain)) {
                return document(certain, origin);
            }
            if (!isDocument(marked.after().pointer().token()) || !NAMING.contains(certain.attribute())) {
                return certain.reference(origin);
            }
        }
        List<Candidate> left = resolution.candidates().stream().filter(UnknownLowering::mayBeUnknown).toList();
        boolean nothingUnknown = left.isEmpty() && !resolution.opaque() && set.whole();
        boolean chosen = resolution.candidates().isEmpty() || Expression.isChosen(set.expression());
        if (nothingUnknown && chosen && Expression.mayBeNull(set.expression())) {
            return new Value.Absent(here);
        }
        boolean data = !left.isEmpty() && !resolution.opaque()
                && left.stream().allMatch((candidate) -> candidate.resource().block().data());
        SequencedSet<Reference> operands = new LinkedHashSet<>();
        left.forEach((candidate) -> operands.add(candidate.reference(origin)));
        if (resolution.opaque()) {
            operands.addAll(hidden(origin));
        }
        return new Value.Unknown(data ? Reason.DATA_SOURCE : Reason.KNOWN_AFTER_APPLY, detail(set.expression()),
                operands.stream().limit(MAX_OPERANDS).toList(), origin,
                set.whole() ? probable(resolution, left, origin) : null);
    }

    /// The one attribute that is not known among all that an expression refers to, when
    /// nothing stands behind what the plan
    /// does not show: `var.create ? aws_iam_role.r[0].arn : var.role_arn`.
    private static @Nullable Reference probable(Resolution resolution, List<Candidate> left, Origin origin) {
        if (resolution.opaque() || left.size() != 1) {
            return null;
        }
        Candidate only = left.getFirst();
        boolean certain = only.exact() && only.known() == Known.UNKNOWN && only.resource().lowered();
        return certain && !PolicyDocumentData.isText(only) ? only.reference(origin) : null;
    }

    /// An argument that is not set is chosen by the provider; an attribute of a data
    /// source
    /// is what it will read.
    private static Value unset(Context context, Origin here) {
        if (context.resource().block().data()) {
            return Value.Unknown.of(Reason.DATA_SOURCE, context.resource().address(), here);
        }
        return new Value.Absent(here);
    }

    /// Whether an argument holds a document: a name or ARN that it refers to stands
    /// inside
    /// `jsonencode`.
    private static boolean isDocument(String argument) {
        return argument.endsWith("policy") || argument.endsWith("policy_document") || argument.endsWith("json")
                || argument.startsWith("container_") || argument.equals("definition") || argument.equals("document");
    }

    /// What may stand behind that which the plan does not show.
    private List<Reference> hidden(Origin origin) {
        return this.relevant.unknownIdentities().stream().map((candidate) -> candidate.reference(origin)).toList();
    }

    private static boolean mayBeUnknown(Candidate candidate) {
        if (candidate.path().isEmpty()) {
            return true;
        }
        return switch (candidate.known()) {
            case KNOWN, NULL -> false;
            case UNKNOWN, MISSING -> true;
        };
    }

    private Value document(Candidate candidate, Origin origin) {
        Value document = this.properties.properties(candidate.resource()).get("json");
        return document instanceof Value.ObjectValue object ? new Value.ObjectValue(object.fields(), origin)
                : new Value.Unknown(Reason.DATA_SOURCE, candidate.resource().address(),
                        List.of(candidate.reference(origin)), origin);
    }

    private Value either(Context context, Marked marked, Written.Either either) {
        List<Value> values = either.alternatives()
            .stream()
            .map((alternative) -> lower(context, marked, alternative))
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

    private static String detail(Place expression) {
        List<String> names = Expression.references(expression).stream().distinct().toList();
        String shown = String.join(", ", names.subList(0, Math.min(MAX_NAMED, names.size())));
        return names.size() > MAX_NAMED ? shown + ", ..." : shown;
    }

}
