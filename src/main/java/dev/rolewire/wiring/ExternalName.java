package dev.rolewire.wiring;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

import dev.rolewire.catalog.Accepted;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.inventory.IdentityArn;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.policy.SymbolicArn;
import org.jspecify.annotations.Nullable;

/// The name or ARN of an identity that the document writes out and does not define.
///
/// @param kinds what it may be the name of, at least one
/// @param name the name, without a path
/// @param text as written, with `${...}` for parts that are references
/// @param account the account of an ARN; null for a name, and where the ARN leaves it open
public record ExternalName(SequencedSet<IdentityKind> kinds, String name, String text, @Nullable String account) {

    /// The one that an alternative of a slot names.
    /// @return null when it names none, or its name is not written out
    public static @Nullable ExternalName of(SlotUse use, SlotAlternative alternative) {
        return switch (alternative.resolution()) {
            case Resolution.Undetermined undetermined when undetermined.reason() == Reason.EXTERNAL_NAME
                    && alternative.value() instanceof Value.Literal literal ->
                ofName(use, literal.text());
            case Resolution.Identified identified when use.slot()
                .takes(identified.accepted().kind(), identified.accepted().form()) -> switch (identified.identity()) {
                    case Identity.External external ->
                        ofArn(identified.accepted(), external.label(), alternative.value());
                    case Identity.NotInAccount absent -> named(identified.accepted().kind(), absent.label());
                    case Identity.Local _, Identity.Managed _, Identity.InAccount _ -> null;
                };
            case Resolution.Identified _, Resolution.Undetermined _, Resolution.FormOnly _, Resolution.NotAnIdentity _,
                    Resolution.WrongShape _, Resolution.Permitted _, Resolution.Missing _ ->
                null;
        };
    }

    private static @Nullable ExternalName ofName(SlotUse use, String text) {
        SequencedSet<IdentityKind> kinds = new LinkedHashSet<>();
        for (Accepted accepted : use.slot().accepts()) {
            if (accepted.form() == IdentityForm.NAME) {
                kinds.add(accepted.kind());
            }
        }
        return kinds.isEmpty() || text.isBlank() || text.startsWith("arn:") ? null
                : new ExternalName(kinds, afterSlash(text), text, null);
    }

    /// @param label what the value comes to, where it refers to something that repeats it
    private static @Nullable ExternalName ofArn(Accepted accepted, String label, Value value) {
        IdentityArn known = IdentityArn.parse(label);
        if (known != null && !label.contains("${")) {
            SequencedSet<IdentityKind> kinds = new LinkedHashSet<>();
            kinds.add(accepted.kind());
            return new ExternalName(kinds, known.name(), label, known.account());
        }
        SymbolicArn arn = SymbolicArn.parse(value);
        String name = arn == null || arn.name() == null ? null : Texts.literal(arn.name());
        boolean malformed = value instanceof Value.Literal literal && IdentityArn.parse(literal.text()) == null;
        if (arn == null || name == null || malformed) {
            return null;
        }
        SequencedSet<IdentityKind> kinds = new LinkedHashSet<>();
        kinds.add(accepted.kind());
        return new ExternalName(kinds, name, Texts.of(value), Texts.literal(arn.account()));
    }

    private static ExternalName named(IdentityKind kind, String label) {
        SequencedSet<IdentityKind> kinds = new LinkedHashSet<>();
        kinds.add(kind);
        return new ExternalName(kinds, afterSlash(label), label, null);
    }

    private static String afterSlash(String text) {
        return text.substring(text.lastIndexOf('/') + 1);
    }

}
