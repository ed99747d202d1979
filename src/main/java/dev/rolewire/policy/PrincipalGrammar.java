package dev.rolewire.policy;

import java.util.List;

import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Value;

/// Checks `Principal` and `NotPrincipal` of a statement (IAM User Guide, "AWS JSON policy elements: Principal": `*`, or
/// principals by their type; an account is twelve digits or an ARN, a wildcard stands for no part of a name).
final class PrincipalGrammar {

    private static final List<String> TYPES = List.of("AWS", "Service", "Federated", "CanonicalUser");

    private static final int ACCOUNT_LENGTH = 12;

    /// Unique ids are longer: `AROA` or `AIDA` and more (IAM User Guide, "IAM
    /// identifiers").
    private static final int UNIQUE_ID_LENGTH = 16;

    private final GuardSpace guards;

    private final PolicyGrammar.FlawSink flaws;

    PrincipalGrammar(GuardSpace guards, PolicyGrammar.FlawSink flaws) {
        this.guards = guards;
        this.flaws = flaws;
    }

    void check(Value principal, Guard guard) {
        for (Alternatives.Alternative leaf : Alternatives.of(this.guards, guard, principal)) {
            switch (leaf.value()) {
                case Value.Literal literal when !literal.text().equals("*") -> this.flaws.add(leaf.guard(), "principal",
                        "the principal `" + literal.text() + "` stands without its type, such as `Service` or `AWS`",
                        literal.text(), literal.origin());
                case Value.ListValue list -> this.flaws.add(leaf.guard(), "principal-list",
                        "`Principal` is a list, not an object by type", list.origin());
                case Value.ObjectValue object -> object.fields().forEach((field) -> type(field, leaf.guard()));
                case Value.Literal _, Value.Concat _, Value.Reference _, Value.Unknown _, Value.Absent _,
                        Value.Choice _ ->
                    {
                    }
            }
        }
    }

    private void type(Value.Field field, Guard guard) {
        if (TYPES.stream().noneMatch(field.key()::equalsIgnoreCase)) {
            this.flaws.add(guard, "principal-type",
                    "`" + field.key() + "` is no type of a principal; there are `" + String.join("`, `", TYPES) + "`",
                    field.keyOrigin());
            return;
        }
        boolean aws = field.key().equals("AWS");
        this.flaws.eachText(field.value(), guard, (when, value) -> {
            String text = PolicyGrammar.literal(value);
            if (aws && text != null && !isAccountPrincipal(text)) {
                this.flaws.add(when, "principal", "the `AWS` principal `" + text + "` is no account, ARN or unique id",
                        "\"AWS\":\"" + text + "\"", value.origin());
            }
            else if (aws && text != null && text.startsWith("arn:") && text.indexOf('*') >= 0) {
                this.flaws.add(when, "principal-wildcard",
                        "the `AWS` principal `" + text + "` has a wildcard in it; only `*` alone is one",
                        "\"AWS\":\"" + text + "\"", value.origin());
            }
        });
    }

    private static boolean isAccountPrincipal(String text) {
        boolean account = text.length() == ACCOUNT_LENGTH && text.chars().allMatch(Character::isDigit);
        boolean id = text.length() >= UNIQUE_ID_LENGTH
                && text.chars().allMatch((c) -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
        return text.equals("*") || account || id || text.startsWith("arn:");
    }

}
