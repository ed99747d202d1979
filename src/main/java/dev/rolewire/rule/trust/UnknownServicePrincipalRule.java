package dev.rolewire.rule.trust;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.Catalog;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.finding.Severity;
import dev.rolewire.remedy.Change;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.Wiring;

/// Flags a service principal that no service has.
@AutoService(Rule.class)
public final class UnknownServicePrincipalRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("unknown-service-principal", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .category(RuleMetadata.Category.TRUST)
        .summary("Service principal is not the name of any service")
        .why("""
                IAM looks a service principal up when it is given a policy and refuses one that no service has. A principal
                that is a letter away from a known one is a slip of the pen; any other that is not listed may belong to a
                service that is newer than the list, so that is a warning.
                """)
        .deployError("MalformedPolicyDocument: Invalid principal in policy: \"SERVICE\":\"<principal>\"")
        .help("""
                Write the principal as the documentation of the service does, such as `lambda.amazonaws.com`.
                """)
        .exceptions("""
                Principals with parts that are not known, and `*`, are not judged.
                """)
        .reference("IAM User Guide: AWS JSON policy elements: Principal",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html")
        .reference("kops issue 27: the error text", "https://github.com/kubernetes/kops/issues/27")
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
        Catalog catalog = wiring.catalog();
        ServicePrincipals.visit(context, (written) -> {
            String text = written.text();
            if (text.indexOf('*') >= 0 || text.isEmpty() || catalog.isServicePrincipal(text)) {
                return;
            }
            String near = SimilarPrincipal.of(text, catalog.servicePrincipals());
            boolean impossible = near != null || text.indexOf('.') < 0 || text.startsWith("arn:");
            FindingBuilder finding = context.finding(METADATA)
                .at(written.use().resource(), written.use().property(), written.value().origin())
                .under(written.guard())
                .severity(impossible ? Severity.ERROR : Severity.WARNING)
                .message("`%s` in the policy of `%s` is the principal of no known service%s", text,
                        written.use().resource().address(), near == null ? "" : "; did you mean `" + near + "`?")
                .deployError(impossible
                        ? "MalformedPolicyDocument: Invalid principal in policy: \"SERVICE\":\"" + text + "\"" : null);
            if (near != null) {
                Applicability applicability = SimilarPrincipal.isSure(text, catalog.servicePrincipals())
                        ? Applicability.SAFE : Applicability.UNSAFE;
                finding.remedy(new Remedy("write `" + near + "`", applicability,
                        List.of(new Change.ReplaceText(written.value().origin(), text, near))));
            }
            finding.report();
        });
    }

}
