package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Partition;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Puts together the name or ARN that a slot will get from what the document says of the identity: partition, account,
/// path and name (IAM User Guide, "IAM identifiers").
final class FinalTexts {

    /// The attribute in which Terraform keeps the ARN of what exists.
    private static final String ARN = "arn";

    /// The argument with the start of a name that Terraform makes up.
    private static final String NAME_PREFIX = "name_prefix";

    /// What stands for a name, or the end of one, that is made up during the deployment.
    static final String MADE_UP = "made-up name";

    private static final int MAX_DEPTH = 16;

    private final Template template;

    private final IdentityIndex identities;

    private FinalTexts(Template template, IdentityIndex identities) {
        this.template = template;
        this.identities = identities;
    }

    /// The texts that an alternative of a slot comes to; none when it names no identity
    /// or nothing is known of its text.
    static List<FinalText> of(Template template, IdentityIndex identities, SlotAlternative alternative) {
        FinalTexts texts = new FinalTexts(template, identities);
        Value text = texts.textOf(alternative);
        if (text == null) {
            return List.of();
        }
        List<FinalText> found = new ArrayList<>();
        for (var each : Alternatives.of(template.guards(), alternative.guard(), texts.named(text, 0))) {
            found.add(new FinalText(each.guard(), each.value()));
        }
        return found;
    }

    private @Nullable Value textOf(SlotAlternative alternative) {
        return switch (alternative.value()) {
            case Value.Literal literal -> literal;
            case Value.Concat concat -> concat;
            case Value.Reference reference -> ofReference(reference, alternative);
            case Value.Choice _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _, Value.Absent _ -> null;
        };
    }

    private @Nullable Value ofReference(Value.Reference reference, SlotAlternative alternative) {
        if (!reference.bare() || !(alternative.resolution() instanceof Resolution.Identified identified)
                || !(identified.identity() instanceof Identity.Local local) || local.type().data()
                || !local.resource().address().equals(reference.address())) {
            return null;
        }
        return switch (identified.accepted().form()) {
            case NAME -> nameOf(this.template.dialect(), local);
            case ARN -> arnOf(local);
            case UNIQUE_ID -> null;
        };
    }

    private Value arnOf(Identity.Local identity) {
        if (identity.resource().properties().get(ARN) instanceof Value.Literal known) {
            return known;
        }
        Origin origin = identity.resource().origin();
        String region = this.template.environment().region();
        String account = this.template.environment().accountId();
        List<Value> parts = new ArrayList<>();
        parts.add(Value.Literal.of("arn:", origin));
        parts.add(region == null ? new Value.Reference("AWS::Partition", "Ref", origin)
                : Value.Literal.of(Partition.ofRegion(region).id(), origin));
        parts.add(Value.Literal.of(":iam::", origin));
        parts.add(account == null ? new Value.Reference("AWS::AccountId", "Ref", origin)
                : Value.Literal.of(account, origin));
        parts.add(Value.Literal.of(":" + typeOf(identity.type().kind()), origin));
        add(parts, pathOf(this.identities, identity));
        add(parts, nameOf(this.template.dialect(), identity));
        return new Value.Concat(parts, origin, null);
    }

    private static void add(List<Value> parts, Value value) {
        if (value instanceof Value.Concat concat) {
            parts.addAll(concat.parts());
        }
        else {
            parts.add(value);
        }
    }

    private static String typeOf(IdentityKind kind) {
        return switch (kind) {
            case ROLE -> "role";
            case INSTANCE_PROFILE -> "instance-profile";
            case POLICY -> "policy";
            case USER -> "user";
            case GROUP -> "group";
        };
    }

    /// The path of an identity, `/` when it is not set.
    static Value pathOf(IdentityIndex identities, Identity.Local identity) {
        String implied = identity.type().impliedPrincipalProperty();
        if (implied == null) {
            return identities.pathOf(identity);
        }
        Origin origin = identity.resource().origin();
        Value service = identity.resource().properties().get(implied);
        return service instanceof Value.Literal literal
                ? Value.Literal.of("/aws-service-role/" + literal.text() + "/", origin)
                : Value.Unknown.of(Reason.PARAMETER, "path", origin);
    }

    /// The name of an identity; an unknown part stands for what is made up.
    static Value nameOf(Dialect dialect, Identity.Local identity) {
        String property = identity.type().nameProperty();
        Value name = property == null ? null : identity.resource().properties().get(property);
        if (name != null && !(name instanceof Value.Absent)) {
            return name;
        }
        Origin origin = identity.resource().origin();
        Value made = Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, MADE_UP, origin);
        boolean serviceLinked = identity.type().impliedPrincipalProperty() != null;
        if (dialect.family() == Dialect.Family.CLOUDFORMATION || serviceLinked) {
            return made;
        }
        Value prefix = identity.resource().properties().get(NAME_PREFIX);
        boolean known = prefix instanceof Value.Literal literal && !literal.text().isEmpty();
        List<Value> parts = new ArrayList<>();
        add(parts, prefix == null || prefix instanceof Value.Absent || (prefix instanceof Value.Literal && !known)
                ? Value.Literal.of("terraform-", origin) : prefix);
        parts.add(made);
        return new Value.Concat(parts, origin, null);
    }

    /// A text in which references to names of identities are these names.
    private Value named(Value text, int depth) {
        if (depth > MAX_DEPTH) {
            return text;
        }
        return switch (text) {
            case Value.Concat concat -> {
                List<Value> parts = new ArrayList<>();
                concat.parts().forEach((part) -> add(parts, named(part, depth + 1)));
                yield new Value.Concat(parts, concat.origin(), null);
            }
            case Value.Reference reference -> {
                Identity.Local identity = this.identities.named(reference);
                yield identity == null || identity.type().data() ? reference
                        : named(nameOf(this.template.dialect(), identity), depth + 1);
            }
            case Value.Choice choice -> new Value.Choice(choice.guard(), named(choice.then(), depth + 1),
                    named(choice.otherwise(), depth + 1), choice.origin());
            case Value.Literal _, Value.ListValue _, Value.ObjectValue _, Value.Unknown _, Value.Absent _ -> text;
        };
    }

}
