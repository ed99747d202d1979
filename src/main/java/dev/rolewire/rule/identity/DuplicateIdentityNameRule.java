package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.SameName;
import dev.rolewire.wiring.Wiring;

/// Flags two identities of one kind with one name.
@AutoService(Rule.class)
public final class DuplicateIdentityNameRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("duplicate-identity-name", Severity.ERROR)
        .summary("Two identities of one kind have the same name")
        .why("""
                Names of roles, instance profiles, users, groups and managed policies are unique in an account, whatever their
                paths, and IAM does not tell them by case: whichever of the two is made later is refused.
                """)
        .deployError("EntityAlreadyExists: Instance Profile <name> already exists.")
        .help("""
                Give one of them another name, or leave the name out, so that CloudFormation or Terraform makes one up.
                """)
        .exceptions(
                """
                        Silent when conditions exclude that both are there, when the names cannot be known to be equal, when both
                        exist already, and when they may be made in different accounts.
                        """)
        .reference("IAM User Guide: IAM and AWS STS quotas, name requirements, and character limits",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html")
        .reference("IAM API Reference: CreatePolicy",
                "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html")
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
        for (SameName same : wiring.sameNames()) {
            Resource first = same.first().resource();
            Resource second = same.second().resource();
            if (wiring.template().inOneAccount(first, second) && !(exists(first) && exists(second))) {
                report(context, wiring, same, exists(second) ? same.first() : same.second(),
                        exists(second) ? same.second() : same.first());
            }
        }
    }

    /// Whether it is there already: a plan knows its ARN.
    private static boolean exists(Resource resource) {
        return resource.properties().get("arn") instanceof Value.Literal;
    }

    private static void report(RuleContext context, Wiring wiring, SameName same, Identity.Local made,
            Identity.Local other) {
        String kind = made.type().kind().label();
        String property = made.type().nameProperty();
        Value name = property == null ? null : made.resource().properties().get(property);
        String answer = wiring.catalog()
            .deployErrors()
            .find(METADATA.id(), made.resource().type(), "name")
            .map((text) -> text.replace("{value}", same.name()))
            .orElse(null);
        context.finding(METADATA)
            .at(made.resource(), property, name == null ? made.resource().origin() : name.origin())
            .under(same.guard())
            .message("%s `%s` has the same name as `%s`: `%s`", kind, made.resource().address(),
                    other.resource().address(), same.name())
            .deployError(answer)
            .related("has the name too", other.resource().address(), other.resource().origin())
            .report();
    }

}
