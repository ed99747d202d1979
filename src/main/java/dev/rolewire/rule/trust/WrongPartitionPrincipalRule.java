package dev.rolewire.rule.trust;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.PartitionPrincipals;
import dev.rolewire.catalog.PolicyPlace;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Partition;
import dev.rolewire.model.Value;
import dev.rolewire.policy.PolicyDocument;
import dev.rolewire.policy.PolicyItem;
import dev.rolewire.policy.PolicyStatement;
import dev.rolewire.policy.ServiceDomain;
import dev.rolewire.remedy.Change;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Flags a service principal with a domain that the service does not have where it is deployed to.
@AutoService(Rule.class)
public final class WrongPartitionPrincipalRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("wrong-partition-principal", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .category(RuleMetadata.Category.TRUST)
        .summary("Service principal has a domain that it does not have in this partition")
        .why("""
                Services are called `<service>.amazonaws.com` in all partitions but for a few: in China EC2 and S3 are
                `ec2.amazonaws.com.cn` and `s3.amazonaws.com.cn`, while IAM refuses `eks.amazonaws.com.cn` or `lambda.amazonaws.com.cn`. A
                principal put together with `AWS::URLSuffix` is right for the one and wrong for the other.
                """)
        .deployError("MalformedPolicyDocument: Invalid principal in policy: \"SERVICE\":\"<principal>\"")
        .help("""
                Write the principal as the service is called in the partition; `data.aws_service_principal` and the CDK know the
                names.
                """)
        .exceptions(
                """
                        Judged only when the Region is known, from the request or the provider. An error only where it is known that the
                        name is refused; IAM takes `ec2.amazonaws.com` in China too.
                        """)
        .reference("CDK issue 2198: the principal of Lambda in China", "https://github.com/aws/aws-cdk/issues/2198")
        .reference("cdk-eks-blueprints issue 558: the principal of node roles in China",
                "https://github.com/awslabs/cdk-eks-blueprints/issues/558")
        .reference("terraform-provider-aws pull request 47141: the principals of EC2 and S3 in China",
                "https://github.com/hashicorp/terraform-provider-aws/pull/47141")
        .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public void check(RuleContext context) {
        Wiring wiring = context.wiring();
        String region = wiring == null ? null : wiring.template().environment().region();
        if (wiring == null || region == null) {
            return;
        }
        Partition partition = Partition.ofRegion(region);
        PartitionPrincipals names = wiring.catalog().principalsOf(partition.id());
        ServicePrincipals.visit(context, (written) -> checkName(context, partition, names, written));
        for (SlotUse use : context.slotUses()) {
            String demanded = names.demanded().get(use.slot().type() + "/" + use.slot().path());
            if (demanded != null) {
                use.alternatives().forEach((alternative) -> checkSlot(context, wiring, use, alternative, demanded));
            }
        }
    }

    private static void checkName(RuleContext context, Partition partition, PartitionPrincipals names,
            ServicePrincipals.Written written) {
        ServiceDomain name = ServiceDomain.parse(written.text());
        if (name == null || name.domain().equals(ServiceDomain.COMMON) || (name.domain().equals(partition.urlSuffix())
                && names.own().contains(name.service()) && !names.refused().contains(name.service()))) {
            return;
        }
        boolean refused = name.domain().equals(partition.urlSuffix()) && names.refused().contains(name.service());
        String right = name.service() + (name.region() == null ? "" : "." + name.region()) + "."
                + (names.own().contains(name.service()) ? partition.urlSuffix() : ServiceDomain.COMMON);
        context.finding(METADATA)
            .at(written.use().resource(), written.use().property(), written.value().origin())
            .under(written.guard())
            .severity(refused ? Severity.ERROR : Severity.WARNING)
            .message("`%s` in the policy of `%s` is not what the service is called in partition `%s`; it is `%s`",
                    written.text(), written.use().resource().address(), partition.id(), right)
            .deployError(refused && written.use().place().kind() == PolicyPlace.Kind.TRUST
                    ? "MalformedPolicyDocument: Invalid principal in policy: \"SERVICE\":\"" + written.text() + "\""
                    : null)
            .remedy(new Remedy("write `" + right + "`",
                    right.endsWith("." + ServiceDomain.COMMON) ? Applicability.SAFE : Applicability.UNSAFE,
                    List.of(new Change.ReplaceText(written.value().origin(), written.text(), right))))
            .report();
    }

    private static void checkSlot(RuleContext context, Wiring wiring, SlotUse use, SlotAlternative alternative,
            String demanded) {
        if (!(alternative.resolution() instanceof Resolution.Identified identified)
                || !(identified.identity() instanceof Identity.Local role) || role.type().data()) {
            return;
        }
        String property = role.type().trustProperty();
        Value policy = property == null ? null : role.resource().properties().get(property);
        if (policy == null || mayName(policy, demanded, context.guards())) {
            return;
        }
        Guard guard = alternative.guard();
        context.finding(METADATA)
            .at(use, alternative.origin())
            .under(guard)
            .message("the trust policy of `%s`, the role of `%s`, does not name `%s`, as the service is called there",
                    role.label(), use.resource().address(), demanded)
            .deployError("Following required service principals [" + demanded
                    + "] were not found in the trust relationships of nodeRole <ARN of " + role.label() + ">")
            .related("the trust policy", role.label(), policy.origin())
            .report();
    }

    /// Whether a trust policy names a principal, or something that cannot be known.
    private static boolean mayName(Value policy, String principal, GuardSpace guards) {
        PolicyDocument document = PolicyDocument.of(policy, guards);
        List<PolicyItem> items = document.statements()
            .stream()
            .map(PolicyStatement::principal)
            .flatMap((element) -> element.items().stream())
            .toList();
        boolean commonOnly = items.stream()
            .anyMatch((item) -> item.value() instanceof Value.Literal literal
                    && principal.startsWith(literal.text() + "."));
        return !commonOnly || !document.gaps().isEmpty()
                || items.stream()
                    .anyMatch((item) -> !(item.value() instanceof Value.Literal literal)
                            || literal.text().equals(principal) || literal.text().equals("*"));
    }

}
