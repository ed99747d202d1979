package dev.rolewire.rule.hygiene;

import java.util.List;

import com.google.auto.service.AutoService;
import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.catalog.MetadataOptions;
import dev.rolewire.finding.Finding.Applicability;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Alternatives;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.remedy.Change;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.rule.Rule;
import dev.rolewire.rule.RuleContext;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.wiring.PlaceUse;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;

/// Flags instances that give the credentials of their profile without a session token.
@AutoService(Rule.class)
public final class Imdsv1WithInstanceProfileRule implements Rule {

    private static final RuleMetadata METADATA = RuleMetadata.builder("imdsv1-with-instance-profile", Severity.WARNING)
        .category(RuleMetadata.Category.HYGIENE)
        .effect(RuleMetadata.Effect.HYGIENE)
        .securitySeverity("5.5")
        .summary("Instance gives the credentials of its profile without a session token")
        .why("""
                With `HttpTokens: optional` the instance metadata service answers version 1 requests, which need no session
                token: a program on the instance that can be made to fetch any address hands out the credentials of the
                profile's role.
                """)
        .help("""
                Set `HttpTokens: required` (`http_tokens = "required"`).
                """)
        .exceptions("""
                Silent when it is left out, as the default is a setting of the image and the account, when the metadata
                endpoint is or may be disabled, and when there is no instance profile.
                """)
        .reference("Amazon EC2 User Guide: Configure the Instance Metadata Service options",
                "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html")
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
            if (use.slot().takes(IdentityKind.INSTANCE_PROFILE)) {
                wiring.catalog()
                    .metadataOptionsOf(use.resource().type())
                    .ifPresent((options) -> check(context, wiring, use, options));
            }
        }
    }

    private static void check(RuleContext context, Wiring wiring, SlotUse use, MetadataOptions options) {
        Resource resource = use.resource();
        Guard closed = Guard.FALSE;
        for (PlaceUse endpoint : wiring.placesOf(resource, options.endpoint())) {
            for (var alternative : Alternatives.of(context.guards(), endpoint.guard(), endpoint.value())) {
                boolean open = alternative.value() instanceof Value.Absent || is(alternative.value(), "enabled");
                closed = open ? closed : context.guards().or(closed, alternative.guard());
            }
        }
        Guard exposed = context.guards().and(wiring.whenSet(use), context.guards().not(closed));
        for (PlaceUse tokens : wiring.placesOf(resource, options.tokens())) {
            for (var alternative : Alternatives.of(context.guards(), tokens.guard(), tokens.value())) {
                if (is(alternative.value(), "optional")) {
                    context.finding(METADATA)
                        .at(resource, tokens.property(), alternative.value().origin())
                        .under(context.guards().and(exposed, alternative.guard()))
                        .message("`%s` gives the credentials of its instance profile without a session token",
                                resource.address())
                        .related("the instance profile", resource.address(), use.origin())
                        .remedy(new Remedy("require session tokens", Applicability.UNSAFE,
                                List.of(new Change.ReplaceText(alternative.value().origin(), "optional", "required"))))
                        .report();
                }
            }
        }
    }

    private static boolean is(Value value, String text) {
        return value instanceof Value.Literal literal && literal.text().equals(text);
    }

}
