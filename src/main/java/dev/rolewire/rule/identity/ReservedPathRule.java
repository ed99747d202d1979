package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Value;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;

/// Flags a role with a path that only service-linked roles have.
@AutoService(Rule.class)
public final class ReservedPathRule implements Rule {

    private static final String RESERVED = "/aws-service-role/";

    private static final RuleMetadata METADATA = RuleMetadata.builder("reserved-path", Severity.ERROR)
        .summary("Role has a path that is kept for service-linked roles")
        .why("""
                Roles below `/aws-service-role/` belong to services of AWS, which alone make them. IAM refuses to make another
                role there.
                """)
        .help("""
                Choose another path; for the role of a service use `AWS::IAM::ServiceLinkedRole` or
                `aws_iam_service_linked_role`.
                """)
        .exceptions("""
                Silent when the beginning of the path cannot be known.
                """)
        .reference("IAM User Guide: Create a service-linked role",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        Wiring wiring = context.wiring();
        if (wiring == null) {
            return;
        }
        for (Identity.Local role : wiring.identities()) {
            String property = role.type().pathProperty();
            boolean ordinary = role.type().kind() == IdentityKind.ROLE && !role.type().data()
                    && role.type().impliedPrincipalProperty() == null && role.resource().complete();
            Value path = property == null ? null : role.resource().properties().get(property);
            if (ordinary && property != null && path != null) {
                check(context, role, property, path);
            }
        }
    }

    private static void check(RuleContext context, Identity.Local role, String property, Value path) {
        for (Alternatives.Alternative alternative : Alternatives.of(context.guards(), role.resource().condition(),
                path)) {
            if (beginning(alternative.value()).startsWith(RESERVED)) {
                context.finding(METADATA)
                    .at(role.resource(), property, alternative.value().origin())
                    .under(alternative.guard())
                    .message("`%s` of role `%s` is below `%s`, which is kept for service-linked roles: `%s`", property,
                            role.resource().address(), RESERVED, Texts.of(alternative.value()))
                    .report();
            }
        }
    }

    private static String beginning(Value value) {
        return switch (value) {
            case Value.Literal literal -> literal.text();
            case Value.Concat concat -> beginning(concat.parts().getFirst());
            case Value.Reference _, Value.Unknown _, Value.Choice _, Value.ListValue _, Value.ObjectValue _,
                    Value.Absent _ ->
                "";
        };
    }

}
