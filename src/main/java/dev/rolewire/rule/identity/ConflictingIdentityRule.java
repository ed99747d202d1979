package dev.rolewire.rule.identity;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Guard;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Flags properties for one identity that are given together although they exclude each other.
@AutoService(Rule.class)
public final class ConflictingIdentityRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("conflicting-identity", Severity.ERROR)
        .summary("Properties that exclude each other name an identity together")
        .why("""
                Some resources take an identity in one of several properties, of which exactly one may be set: a launch
                template the `Name` or the `Arn` of its instance profile, a launch constraint `RoleArn` or `LocalRoleName`.
                AWS refuses both together.
                """)
        .help("""
                Keep one of the two.
                """)
        .exceptions("""
                Properties whose conditions exclude each other, and values that cannot be known, stay silent.
                """)
        .reference("EC2 API: LaunchTemplateIamInstanceProfileSpecificationRequest",
                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateIamInstanceProfileSpecificationRequest.html")
        .reference("CloudFormation User Guide: AWS::ServiceCatalog::LaunchRoleConstraint",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-servicecatalog-launchroleconstraint.html")
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
            for (String path : use.slot().conflicts()) {
                check(context, wiring, use, path);
            }
        }
    }

    private static void check(RuleContext context, Wiring wiring, SlotUse use, String path) {
        String other = String.join("/", wiring.placeOf(use, path));
        SlotUse twin = twin(wiring, use, other);
        if (twin != null && use.property().compareTo(other) > 0) {
            return;
        }
        Guard both = context.guards().and(wiring.whenSet(use), wiring.whenSet(use, path));
        if (both == Guard.FALSE) {
            return;
        }
        var finding = context.finding(METADATA)
            .at(use, use.origin())
            .under(both)
            .message("`%s` and `%s` of `%s` exclude each other, and both are set", use.property(), other,
                    use.resource().address());
        if (twin != null) {
            finding.breaks(twin).related("the other one", twin.resource().address(), twin.origin());
        }
        finding.report();
    }

    private static @Nullable SlotUse twin(Wiring wiring, SlotUse use, String property) {
        return wiring.slotUses()
            .stream()
            .filter((other) -> other.resource() == use.resource() && other.property().equals(property)
                    && !other.slot().conflicts().isEmpty())
            .findFirst()
            .orElse(null);
    }

}
