package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.NamePlace;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Resource;
import dev.rolewire.policy.NameGrammar;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.PlaceUse;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;

/// Flags a name or path that IAM does not take.
@AutoService(Rule.class)
public final class MalformedIdentityNameRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("malformed-identity-name", Severity.ERROR)
        .summary("Name or path of an identity is not one that IAM takes")
        .why("""
                IAM takes letters, digits and `+=,.@_-` in the names of identities, at most 64 characters for a role or user
                and 128 for the others; a path begins and ends with `/` and has at most 512. Names that are put together from
                the names of stacks and environments are the ones that become too long.
                """)
        .help("""
                Shorten the name or leave it out, so that CloudFormation or Terraform makes one up; write a path as `/team/`.
                """)
        .exceptions(
                """
                        Of a name that is put together only the parts that are known are judged: their characters, and whether they
                        alone are too long. What a macro may still rewrite is not judged.
                        """)
        .reference("IAM User Guide: IAM and AWS STS quotas, name requirements, and character limits",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html")
        .reference("IAM API Reference: CreateRole",
                "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html")
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
        for (Resource resource : wiring.template().resources().values()) {
            if (resource.mode() == Resource.Mode.MANAGED && resource.complete()) {
                for (NamePlace place : wiring.catalog().namePlacesOf(resource.type())) {
                    wiring.placesOf(resource, place.path()).forEach((use) -> check(context, resource, place, use));
                }
            }
        }
    }

    private static void check(RuleContext context, Resource resource, NamePlace place, PlaceUse use) {
        for (Alternatives.Alternative alternative : Alternatives.of(context.guards(), use.guard(), use.value())) {
            String flaw = NameGrammar.flaw(alternative.value(), place);
            if (flaw != null) {
                context.finding(METADATA)
                    .at(resource, use.property(), alternative.value().origin())
                    .under(alternative.guard())
                    .message("`%s` of `%s` %s: `%s`", place.path().getLast(), resource.address(), flaw,
                            Texts.of(alternative.value()))
                    .report();
            }
        }
    }

}
