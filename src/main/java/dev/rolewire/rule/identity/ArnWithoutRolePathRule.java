package dev.rolewire.rule.identity;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Value;
import dev.rolewire.policy.SymbolicArn;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.References;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Texts;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// Flags an ARN that is put together of an identity's name, but not of its path.
@AutoService(Rule.class)
public final class ArnWithoutRolePathRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("arn-without-role-path", Severity.ERROR)
        .summary("ARN is put together without the path of the role that it names")
        .why("""
                The ARN of a role holds its path: the role `app` of the path `/team/` is `...:role/team/app`. `Ref` and `name` give the
                name alone, so an ARN made of it names a role of the path `/`. Names are unique in an account whatever their
                paths, so there is no such role, and the service answers that it does not exist or cannot be assumed.
                """)
        .help("""
                Refer to the ARN itself (`!GetAtt Role.Arn`, `aws_iam_role.x.arn`), or write the path into the ARN.
                """)
        .exceptions("""
                Silent when the path of the role cannot be known, and for an ARN of another account.
                """)
        .reference("IAM User Guide: IAM identifiers",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html")
        .reference("cfn-lint rule E3050: the same mistake in CodeBuild projects",
                "https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md")
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
                SymbolicArn arn = alternative.resolution() instanceof Resolution.Identified identified
                        && identified.identity() instanceof Identity.External ? SymbolicArn.parse(alternative.value())
                                : null;
                Identity.Local identity = arn == null ? null : wiring.ownNamedBy(arn).orElse(null);
                if (arn != null && identity != null) {
                    check(context, wiring, use, alternative, arn, identity);
                }
            }
        }
    }

    private static void check(RuleContext context, Wiring wiring, SlotUse use, SlotAlternative alternative,
            SymbolicArn arn, Identity.Local identity) {
        String written = pathOf(arn);
        if (written == null || !use.slot().takes(identity.type().kind())) {
            return;
        }
        for (var path : Alternatives.of(context.guards(), alternative.guard(), wiring.pathOf(identity))) {
            if (!(path.value() instanceof Value.Literal literal) || literal.text().equals(written)) {
                continue;
            }
            String kind = identity.type().kind().label();
            String label = identity.label();
            FindingBuilder finding = context.finding(METADATA)
                .at(use, alternative.origin())
                .under(path.guard())
                .message("`%s` of `%s` gets an ARN of the path `%s`, but %s `%s` has the path `%s`: `%s`", use.name(),
                        use.resource().address(), written, kind, label, literal.text(), Texts.of(alternative.value()))
                .related("the path of the " + kind, label, literal.origin());
            References.of(wiring, use, alternative).to(identity).ifPresent(finding::remedy);
            finding.report();
        }
    }

    /// The path that an ARN is written with, or null when a part of it is not known.
    private static @Nullable String pathOf(SymbolicArn arn) {
        StringBuilder path = new StringBuilder("/");
        List<Value> segments = arn.path();
        for (Value segment : segments) {
            if (!(segment instanceof Value.Literal literal)) {
                return null;
            }
            path.append(literal.text()).append('/');
        }
        return path.toString();
    }

}
