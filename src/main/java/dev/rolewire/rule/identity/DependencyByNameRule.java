package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Resource;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.References;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Flags a slot that meets an identity of the same document only because their names are equal.
@AutoService(Rule.class)
public final class DependencyByNameRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("dependency-by-name", Severity.WARNING)
        .summary("Identity is met only through an equal name, nothing orders the two")
        .why("""
                The value is the name (or ARN) of an identity that the same document makes, but it does not refer to it:
                nothing tells CloudFormation or Terraform to make the identity first. Whether the deployment works depends
                on which of the two happens to be ready, and deleting the stack may fail in the same way.
                """)
        .deployError(
                "Value (<name>) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name")
        .help("""
                Refer to the identity instead of repeating its name (`!Ref Profile`, `aws_iam_instance_profile.x.name`), or
                add `DependsOn` / `depends_on`.
                """)
        .exceptions("""
                Silent when the resource depends on the identity in another way, directly or through others.
                """)
        .reference("CloudFormation User Guide: DependsOn attribute",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html")
        .reference("Terraform: Resource dependencies",
                "https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on")
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
        for (SlotUse use : context.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                if (alternative.resolution() instanceof Resolution.Identified identified && identified.byName()
                        && identified.identity() instanceof Identity.Local local
                        && use.slot().takes(identified.accepted().kind(), identified.accepted().form())
                        && isOrderNeeded(wiring, use, local)) {
                    report(context, wiring, use, alternative, identified, local);
                }
            }
        }
        PrincipalsByName.report(context, wiring, METADATA);
    }

    private static boolean isOrderNeeded(Wiring wiring, SlotUse use, Identity.Local identity) {
        String consumer = use.resource().address();
        String made = identity.resource().address();
        return !consumer.equals(made) && use.resource().mode() != Resource.Mode.PROVIDER && !identity.type().data()
                && !wiring.dependsOn(consumer, made);
    }

    private static void report(RuleContext context, Wiring wiring, SlotUse use, SlotAlternative alternative,
            Resolution.Identified identified, Identity.Local identity) {
        String kind = identified.accepted().kind().label();
        String address = identity.resource().address();
        FindingBuilder finding = context.finding(METADATA)
            .at(use, alternative.origin())
            .under(alternative.guard())
            .message("`%s` of `%s` meets %s `%s` only because their %ss are equal; nothing makes `%s` first",
                    use.name(), use.resource().address(), kind, address, identified.accepted().form().label(), address)
            .deployError(context.deployError(METADATA, use, alternative))
            .related("the " + kind, address, identity.resource().origin());
        References references = References.of(wiring, use, alternative);
        references.to(identity).ifPresent(finding::remedy);
        references.dependOn(identity).ifPresent(finding::remedy);
        finding.report();
    }

}
