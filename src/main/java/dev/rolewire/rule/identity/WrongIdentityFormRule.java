package dev.rolewire.rule.identity;

import java.util.List;
import java.util.Optional;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.finding.Severity;
import dev.rolewire.remedy.Change;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.References;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.rule.SlotWords;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Flags the right identity in the wrong form: its name where the ARN is wanted, or the reverse.
@AutoService(Rule.class)
public final class WrongIdentityFormRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("wrong-identity-form", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .summary("Identity is given by name where its ARN is wanted, or the reverse")
        .why("""
                Some properties take the name of an identity, some its ARN, and only a few take both; the property's name
                does not tell which. `Ref` of a role or profile is its name, `Fn::GetAtt` with `Arn` its ARN; in Terraform
                `name` and `id` are the name, `arn` the ARN. AWS refuses the other form. A few services (Batch, CodeBuild,
                ECS, Resilience Hub) take a name, but by the name alone they find only a role of path `/`.
                """)
        .deployError(
                "1 validation error detected: Value '<name>' at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+")
        .help("""
                Use the other attribute: `!GetAtt Role.Arn` instead of `!Ref Role`, `aws_iam_role.x.arn` instead of
                `aws_iam_role.x.name`, or the reverse.
                """)
        .exceptions(
                """
                        Properties that take both forms stay silent, unless a name without its path finds nothing there; so do
                        those of which AWS's own sources disagree. A Terraform plan does not show templates and functions: a name
                        that is not known yet where an ARN is wanted is a warning, since the template around it may make the ARN;
                        an ARN where a name is wanted is an error when it is all that the argument refers to.
                        """)
        .reference("CloudFormation User Guide: AWS::IAM::Role, return values",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-role.html")
        .reference("CloudFormation User Guide: AWS::IAM::InstanceProfile, return values",
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-instanceprofile.html")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        for (SlotUse use : context.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                String given = given(use, alternative.resolution());
                if (given != null) {
                    report(context, use, alternative, given);
                }
            }
        }
    }

    private static @Nullable String given(SlotUse use, Resolution resolution) {
        return switch (resolution) {
            case Resolution.Identified identified when identified.accepted().form() != IdentityForm.UNIQUE_ID
                    && use.slot().takes(identified.accepted().kind())
                    && !use.slot().takes(identified.accepted().kind(), identified.accepted().form()) ->
                SlotWords.given(identified);
            case Resolution.FormOnly form when use.slot()
                .accepts()
                .stream()
                .noneMatch((accepted) -> accepted.form() == form.form()) ->
                "is the text `" + form.text() + "`, which is no ARN";
            case Resolution.WrongShape shape -> "is " + shape.mismatch();
            case Resolution.Identified _, Resolution.FormOnly _, Resolution.NotAnIdentity _, Resolution.Permitted _,
                    Resolution.Missing _, Resolution.Undetermined _ ->
                null;
        };
    }

    private static void report(RuleContext context, SlotUse use, SlotAlternative alternative, String given) {
        FindingBuilder finding = context.finding(METADATA)
            .at(use, alternative)
            .message("`%s` of `%s` takes %s, but it %s%s", use.name(), use.resource().address(),
                    SlotWords.wanted(use.slot()), given,
                    alternative.mayBeWrapped(use.slot())
                            ? ", unless a template that the plan does not show makes an ARN of it" : "")
            .deployError(context.deployError(METADATA, use, alternative));
        if (alternative.resolution() instanceof Resolution.Identified identified
                && identified.identity() instanceof Identity.Local local) {
            finding.related("the " + identified.accepted().kind().label(), local.resource().address(),
                    local.resource().origin());
        }
        Wiring wiring = context.wiring();
        if (wiring != null) {
            remedy(References.of(wiring, use, alternative), alternative).ifPresent(finding::remedy);
        }
        finding.report();
    }

    private static Optional<Remedy> remedy(References references, SlotAlternative alternative) {
        if (alternative.resolution() instanceof Resolution.Identified identified
                && identified.identity() instanceof Identity.Local local) {
            return references.to(local);
        }
        if (alternative.resolution() instanceof Resolution.WrongShape shape) {
            return switch (shape.fault()) {
                case NO_LIST -> Optional.of(new Remedy("put it into a list", Applicability.SAFE,
                        List.of(new Change.Enclose(alternative.origin()))));
                case NO_PATH -> references.toReferred();
                case OTHER -> references.inField();
            };
        }
        return references.toReferred().or(references::inTwin);
    }

}
