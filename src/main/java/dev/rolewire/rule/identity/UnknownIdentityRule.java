package dev.rolewire.rule.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.finding.Severity;
import dev.rolewire.inventory.Listing;
import dev.rolewire.model.Resource;
import dev.rolewire.rule.FindingBuilder;
import dev.rolewire.rule.ManagedPolicyNames;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.rule.SlotWords;
import dev.rolewire.wiring.ExternalName;
import dev.rolewire.wiring.Identity;
import dev.rolewire.wiring.Resolution;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Flags names and ARNs of identities that neither the document defines nor the account is known to hold.
@AutoService(Rule.class)
public final class UnknownIdentityRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("unknown-identity", Severity.ERROR)
        .alsoAs(Severity.WARNING)
        .alsoAs(Severity.NOTE)
        .effect(RuleMetadata.Effect.WORKLOAD)
        .summary("Identity is named that nothing is known to define")
        .why("""
                The name or ARN is written out, and the document does not define the identity: it must be in the account
                already. With an inventory of the account that lists all identities of the kind, one that is not in it does
                not exist, and the deployment fails. Without one nothing shows whether it exists, whether it is of the right
                kind, and whom it trusts: the slot is unchecked.
                """)
        .deployError(
                "Value (<name>) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name")
        .help("""
                Correct the name, or define the identity and refer to it. To have it checked, send an inventory of the
                account with the request: what `aws iam get-account-authorization-details` prints, as the part `inventory`
                of the form.
                """)
        .exceptions(
                """
                        Silent on what the document or another deployment of the same request makes or may make, on ARNs of accounts that are known to be other
                        ones, and on parts of names that are not written out. A name that differs from an existing one only in its
                        case is a warning: IAM lets no two names differ so, and does not say whether it finds the one by the other.
                        In Terraform, resources of another configuration of the provider than the default one may be made in another
                        account and are not held against the inventory. A slip in the name of a managed policy of AWS is told by
                        `unknown-managed-policy`. Beside a custom resource, a nested stack or another
                        resource that runs a program or a document of its own, which may make any name, there are notes only.
                        """)
        .reference("IAM User Guide: IAM identifiers",
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html")
        .reference("IAM API Reference: GetAccountAuthorizationDetails",
                "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html")
        .reference("cloud-cml issue 4: the error text", "https://github.com/CiscoDevNet/cloud-cml/issues/4")
        .build();

    /// How many further places a note names.
    private static final int FURTHER = 3;

    private record Place(SlotUse use, SlotAlternative alternative, ExternalName name) {

    }

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
        ManagedPolicyNames policies = new ManagedPolicyNames(wiring.catalog());
        SequencedMap<String, List<Place>> unchecked = new LinkedHashMap<>();
        for (SlotUse use : context.slotUses()) {
            for (SlotAlternative alternative : use.alternatives()) {
                ExternalName name = ExternalName.of(use, alternative);
                if (name == null) {
                    continue;
                }
                if (alternative.resolution() instanceof Resolution.Identified identified
                        && identified.identity() instanceof Identity.NotInAccount absent) {
                    report(context, use, alternative, identified.accepted().kind(), absent);
                }
                else if (isWorthANote(wiring, use, name) && policies.slipOf(alternative.value()) == null) {
                    unchecked.computeIfAbsent(name.text(), (key) -> new ArrayList<>())
                        .add(new Place(use, alternative, name));
                }
            }
        }
        unchecked.forEach((text, places) -> note(context, wiring, places));
    }

    private static boolean isWorthANote(Wiring wiring, SlotUse use, ExternalName name) {
        return use.resource().mode() == Resource.Mode.MANAGED && use.resource().change() != Resource.Change.UNCHANGED
                && !wiring.isForeign(name, use.resource()) && !wiring.isMade(name);
    }

    private static void report(RuleContext context, SlotUse use, SlotAlternative alternative, IdentityKind kind,
            Identity.NotInAccount absent) {
        String account = absent.account().isEmpty() ? "the account" : "account " + absent.account();
        String lacking = absent.listing() == Listing.WITH_ROLE ? " that holds a role" : "";
        String instead = absent.similar() == null ? "" : "; it holds `" + absent.similar().label() + "`, whose "
                + (absent.differsInCase() ? "name differs in its case" : "path is another");
        context.finding(METADATA)
            .at(use, alternative)
            .severity(absent.differsInCase() ? Severity.WARNING : Severity.ERROR)
            .message("`%s` of `%s` names `%s`, but %s holds no such %s%s%s", use.name(), use.resource().address(),
                    absent.label(), account, kind.label(), lacking, instead)
            .deployError(context.deployError(METADATA, use, alternative))
            .report();
    }

    private static void note(RuleContext context, Wiring wiring, List<Place> places) {
        Place first = places.getFirst();
        FindingBuilder finding = context.finding(METADATA)
            .at(first.use(), first.alternative())
            .severity(Severity.NOTE)
            .message("`%s` of `%s` names `%s`, which %s", first.use().name(), first.use().resource().address(),
                    first.name().text(), why(wiring, first.name()));
        places.stream()
            .skip(1)
            .limit(FURTHER)
            .forEach((place) -> finding.related("named here too", place.use().resource().address(),
                    place.alternative().origin()));
        finding.report();
    }

    private static String why(Wiring wiring, ExternalName name) {
        if ("aws".equals(name.account())) {
            return "is no managed policy of AWS that is known";
        }
        String where = wiring.account().inventory().isEmpty() ? "the document does not define"
                : "neither the document defines nor the inventory has";
        if (name.name().startsWith("AWSServiceRoleFor")) {
            return where + ": a service-linked role is there once its service was used or "
                    + "`aws iam create-service-linked-role` made it";
        }
        return wiring.catalog()
            .defaultIdentity(name.name())
            .map((made) -> where + "; it is a name of AWS: " + made.maker())
            .orElseGet(() -> where + ": it is taken to be " + kinds(name) + " of the account");
    }

    private static String kinds(ExternalName name) {
        return String.join(" or ", name.kinds().stream().map(SlotWords::withArticle).toList());
    }

}
