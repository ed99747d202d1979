package dev.rolewire.frontend.terraform.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

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

/// Lowers single values that the plan knows.
///
/// A known text is a reference when its expression is one reference all the way and the attribute has that very text;
/// otherwise it is a literal.
final class KnownLowering {

    /// The detail of a value that must not be shown.
    static final String SENSITIVE = "a sensitive value";

    private static final List<String> NAMING = List.of("name", "arn", "id");

    private final SourceFile source;

    private final Problems problems;

    private final ReferenceResolver resolver;

    private final RelevantAttributes relevant;

    KnownLowering(SourceFile source, Problems problems, ReferenceResolver resolver, RelevantAttributes relevant) {
        this.source = source;
        this.problems = problems;
        this.resolver = resolver;
        this.relevant = relevant;
    }

    /// Lowers a known scalar.
    Value scalar(Context context, Scalar scalar, Marked marked, Written written) {
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

    /// Lowers a value that must not be shown.
    Value sensitive(Marked marked, Written written) {
        Origin origin = this.problems.origin(marked.after());
        String text = marked.after().scalarText();
        Reference reference = text == null ? null : confirmed(written, text, origin);
        return reference != null ? reference : Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, SENSITIVE, origin);
    }

    /// The reference that a known text is, or null when the plan does not confirm one.
    private @Nullable Reference confirmed(Written written, String text, Origin origin) {
        return switch (written) {
            case Written.Set set -> {
                Candidate candidate = confirmed(this.resolver.resolve(set.scope(), set.expression()), text);
                yield candidate == null ? null : candidate.reference(origin);
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

}
