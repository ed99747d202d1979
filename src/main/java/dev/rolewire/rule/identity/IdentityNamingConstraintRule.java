package dev.rolewire.rule.identity;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityForm;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.IdentitySlot;
import dev.rolewire.catalog.NamePlace;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.policy.ArnGrammar;
import dev.rolewire.policy.NameGrammar;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.FinalText;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;

/// Flags an identity whose name, path or partition is none that the slot's service takes.
@AutoService(Rule.class)
public final class IdentityNamingConstraintRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("identity-naming-constraint", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .summary("Name, path or partition of an identity is not one that the service takes")
        .why("""
                AWS's resource schemas hold a pattern and a length against what a property gets. Some of the patterns know no
                role with a path, some no dot in a name, some only a few partitions: CloudFormation or the service refuses an
                ARN that IAM itself is content with. Other services ask for a prefix of the name: RDS Custom wants
                `AWSRDSCustom` before the names of profile and role, AWS PCS wants a role `AWSPCS...` or the path `/aws-pcs/`.
                """)
        .help("""
                Give the identity a name and a path that the service takes, or use another one.
                """)
        .exceptions(
                """
                        An error only when nothing that the unknown parts can become is taken. Patterns that are written for the
                        commercial partition are not known to hold in the isolated and sovereign ones, and those of Terraform's
                        arguments not to hold in other partitions: there it is a warning, as where only an unforeseen stack name would
                        do. Silent where AWS's own texts contradict each other about the property.
                        """)
        .reference("CloudFormation registry: resource type schemas",
                "https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schemas.html")
        .reference("RDS API Reference: CreateDBInstance, CustomIamInstanceProfile",
                "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html")
        .reference("PCS API Reference: ComputeNodeGroup, iamInstanceProfileArn",
                "https://docs.aws.amazon.com/pcs/latest/APIReference/API_ComputeNodeGroup.html")
        .build();

    private static final List<String> SETTLED = List.of("aws-cn", "aws-us-gov");

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
                if (isJudged(use.slot(), alternative.resolution()) && !Texts.of(alternative.value()).isBlank()
                        && isTakenByIam(context, wiring, alternative.resolution())) {
                    checkPattern(context, wiring, use, alternative);
                }
            }
            NamingConstraints.check(context, wiring, METADATA, use);
        }
    }

    /// Whether what stands there is right but for its text.
    private static boolean isJudged(IdentitySlot slot, Resolution resolution) {
        if (slot.pattern() == null || slot.disputed()) {
            return false;
        }
        return switch (resolution) {
            case Resolution.Identified identified ->
                slot.takes(identified.accepted().kind(), identified.accepted().form());
            case Resolution.Undetermined undetermined -> undetermined.reason() == Reason.EXTERNAL_NAME
                    && slot.accepts().stream().anyMatch((accepted) -> accepted.form() == IdentityForm.NAME);
            case Resolution.FormOnly _, Resolution.NotAnIdentity _, Resolution.WrongShape _, Resolution.Permitted _,
                    Resolution.Missing _ ->
                false;
        };
    }

    /// Whether IAM itself takes name and path of an identity of the document; another
    /// rule says so where it does not.
    private static boolean isTakenByIam(RuleContext context, Wiring wiring, Resolution resolution) {
        if (!(resolution instanceof Resolution.Identified identified)
                || !(identified.identity() instanceof Identity.Local local)) {
            return true;
        }
        for (NamePlace place : wiring.catalog().namePlacesOf(local.resource().type())) {
            String property = place.path().getLast();
            Value value = local.resource().properties().get(property);
            if (value != null && place.path().size() == 1
                    && Alternatives.of(context.guards(), Guard.TRUE, value)
                        .stream()
                        .anyMatch((each) -> NameGrammar.flaw(each.value(), place) != null)) {
                return false;
            }
        }
        return true;
    }

    private static void checkPattern(RuleContext context, Wiring wiring, SlotUse use, SlotAlternative alternative) {
        IdentitySlot.Pattern pattern = use.slot().pattern();
        if (pattern == null || ArnGrammar.flaw(alternative.value()) != null) {
            return;
        }
        for (FinalText text : wiring.finalTexts(alternative)) {
            PatternFlaw flaw = PatternFlaw.of(wiring.catalog(), pattern, text.text());
            if (flaw != null) {
                report(context, wiring, use, alternative, text, flaw);
            }
        }
    }

    private static void report(RuleContext context, Wiring wiring, SlotUse use, SlotAlternative alternative,
            FinalText text, PatternFlaw flaw) {
        boolean sure = flaw.kind() != PatternFlaw.Kind.PARTITION || (SETTLED.contains(flaw.detail())
                && wiring.template().dialect().family() == Dialect.Family.CLOUDFORMATION);
        FindingBuilder finding = context.finding(METADATA)
            .at(use, alternative.origin())
            .under(text.guard())
            .severity(sure ? Severity.ERROR : Severity.WARNING)
            .message("`%s` of `%s` %s", use.name(), use.resource().address(), what(alternative, text, flaw));
        if (use.slot().pattern() != null && use.slot().pattern().regex() != null) {
            finding.help("Give the identity a name and a path that the pattern of the property takes: `"
                    + use.slot().pattern().regex() + "`");
        }
        if (alternative.resolution() instanceof Resolution.Identified identified
                && identified.identity() instanceof Identity.Local local) {
            finding.related("the " + identified.accepted().kind().label(), local.resource().address(),
                    local.resource().origin());
        }
        finding.report();
    }

    private static String what(SlotAlternative alternative, FinalText text, PatternFlaw flaw) {
        String which = which(alternative, text);
        return switch (flaw.kind()) {
            case PATH ->
                "takes no " + kind(alternative) + " of the path `" + flaw.detail() + "`, which is that of " + which;
            case PARTITION -> "knows no partition `" + flaw.detail() + "`, which is that of " + which;
            case CHARACTER ->
                "takes no " + kind(alternative) + " with `" + flaw.detail() + "` in its name, as " + which + " has";
            case LONG, SHORT -> "gets " + flaw.detail() + " are taken: " + which;
            case FORM -> "takes nothing of the form of " + which;
        };
    }

    private static String kind(SlotAlternative alternative) {
        return alternative.resolution() instanceof Resolution.Identified identified
                ? identified.accepted().kind().label() : IdentityKind.ROLE.label();
    }

    private static String which(SlotAlternative alternative, FinalText text) {
        if (alternative.resolution() instanceof Resolution.Identified identified
                && identified.identity() instanceof Identity.Local local) {
            return identified.accepted().kind().label() + " `" + local.label() + "`";
        }
        return "`" + Texts.of(text.text()) + "`";
    }

}
