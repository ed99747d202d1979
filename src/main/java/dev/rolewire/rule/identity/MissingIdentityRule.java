package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.rule.SlotWords;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Flags a required identity slot that is not set.
@AutoService(Rule.class)
public final class MissingIdentityRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("missing-identity", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .summary("Required identity is not set")
        .why("""
                The resource cannot be made without the identity: AWS's schema requires the property (an error), or the
                service demands it in accounts that do not have a default one (a warning, as with the instance profile of
                an Elastic Beanstalk environment: `Environment must have instance profile associated with it.`).
                """)
        .help("""
                Set the property, usually to a role or profile of the same document.
                """)
        .exceptions("""
                Properties that are required only together with others, and resources whose properties a macro or
                transform may still add, stay silent. An instance profile without a role has a rule of its own.
                """)
        .reference("CloudFormation User Guide: AWS resource and property types reference",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html")
        .reference("Elastic Beanstalk Developer Guide: Managing instance profiles",
                "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html")
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
                if (alternative.resolution() instanceof Resolution.Missing && !wiring.isProfileRoles(use)) {
                    report(context, use, alternative);
                }
            }
        }
    }

    private static void report(RuleContext context, SlotUse use, SlotAlternative alternative) {
        boolean required = use.slot().requirement() == IdentitySlot.Requirement.REQUIRED;
        context.finding(METADATA)
            .at(use, alternative.origin())
            .under(alternative.guard())
            .severity(required ? Severity.ERROR : Severity.WARNING)
            .message("`%s` of `%s` (`%s`) is not set; it takes %s", use.slot().path().lastName(),
                    use.resource().address(), use.resource().type(), SlotWords.wanted(use.slot()))
            .deployError(context.deployError(METADATA, use, alternative))
            .report();
    }

}
