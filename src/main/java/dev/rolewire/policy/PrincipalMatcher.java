package dev.rolewire.policy;

import java.util.List;

import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Decides whether a principal of a policy is the one that is asked for.
///
/// Sources: IAM User Guide, "AWS JSON policy elements: Principal": a principal is named under its type, the wildcard
/// stands for all principals and never for a part of a name. The guide calls `"*"` and `{"AWS": "*"}` equivalent for
/// anonymous users and does not say whether either lets a service assume a role, so both leave that open. AWS CDK
/// reference, "ServicePrincipalOpts": the form with a Region is needed across Regions only, for opt-in Regions.
final class PrincipalMatcher {

    /// Services whose regional form is in general use besides the plain one (AWS docs of
    /// Step Functions, CloudWatch
    /// Logs, CodeDeploy, Database Migration Service).
    private static final List<String> REGIONAL = List.of("states", "logs", "codedeploy", "dms");

    private final TrustQuery query;

    private final String principal;

    private final @Nullable ServiceName wanted;

    PrincipalMatcher(TrustQuery query) {
        this.query = query;
        this.principal = query.principal().replace("{region}", String.valueOf(TextPattern.REGION));
        this.wanted = ServiceName.parse(this.principal);
    }

    /// Whether an item of `Principal` covers the principal.
    /// @param item the item; its guard does not matter here
    /// @param deny whether the statement denies: a bare `*` then covers services too
    /// ("AWS global condition context
    /// keys", `aws:PrincipalIsAWSService`, exempts services from such statements)
    Match match(PolicyItem item, boolean deny) {
        String type = this.query.federated() ? "Federated" : "Service";
        boolean fits = item.key().equals(type);
        Match match = Match.NEVER;
        if (item.key().isEmpty()) {
            match = bare(item.value(), deny);
        }
        else if (isEverybody(item.value())) {
            match = fits || item.key().equals("AWS") ? Match.maybe(Doubt.untilAssumed(item.value().origin()))
                    : Match.NEVER;
        }
        else if (fits) {
            match = named(item.value());
        }
        return item.regular() ? match : match.weakened(Doubt.untilAssumed(item.value().origin()));
    }

    /// Whether an item names the principal, but under a type that it is not of.
    boolean isMisplaced(PolicyItem item) {
        String type = this.query.federated() ? "Federated" : "Service";
        return !item.key().equals(type) && !isEverybody(item.value())
                && !(item.value() instanceof Value.Unknown || item.value() instanceof Value.Reference)
                && named(item.value()).isPossible();
    }

    private static boolean isEverybody(Value value) {
        return value instanceof Value.Literal literal && literal.text().equals("*");
    }

    private static Match bare(Value value, boolean deny) {
        if (isEverybody(value)) {
            return deny ? Match.ALWAYS : Match.maybe(Doubt.untilAssumed(value.origin()));
        }
        return value instanceof Value.Unknown || value instanceof Value.Reference ? Match.maybe(Doubt.about(value))
                : Match.NEVER;
    }

    private Match named(Value value) {
        if (value instanceof Value.ObjectValue) {
            return Match.NEVER;
        }
        TextPattern pattern = TextPattern.of(value);
        if (this.query.federated() && isProvider(pattern.text())) {
            return Match.ALWAYS;
        }
        if (pattern.isOpen() || pattern.hasWildcard()) {
            return fitsSomeForm(pattern) ? Match.maybe(Doubt.about(value)) : Match.NEVER;
        }
        ServiceName found = ServiceName.parse(pattern.text());
        if (found == null || this.wanted == null) {
            return whole(pattern);
        }
        if (found.service().equals(this.wanted.service())) {
            return inRegion(found, this.wanted, value);
        }
        // IAM's documentation does not say whether the case of a service name counts.
        boolean sameButCase = found.service().equalsIgnoreCase(this.wanted.service());
        return sameButCase || isCognitoVariant(pattern.text())
                ? inRegion(found, this.wanted, value).weakened(Doubt.untilAssumed(value.origin())) : Match.NEVER;
    }

    private Match whole(TextPattern pattern) {
        if (pattern.text().equals(this.principal)) {
            return Match.ALWAYS;
        }
        boolean close = pattern.isSymbolic() ? fitsSomeForm(pattern)
                : pattern.text().equalsIgnoreCase(this.principal) && this.principal.indexOf(TextPattern.REGION) < 0;
        return close ? Match.maybe(Doubt.about(pattern.value())) : Match.NEVER;
    }

    private Match inRegion(ServiceName found, ServiceName wanted, Value value) {
        String symbol = String.valueOf(TextPattern.REGION);
        String region = found.region();
        if (wanted.region() != null) {
            String needed = wanted.region().equals(symbol) ? this.query.region() : wanted.region();
            if (region != null && needed == null && !region.equals(symbol)) {
                return Match.maybe(Doubt.untilAssumed(value.origin()));
            }
            return Match.of(region != null && (needed == null || region.equals(symbol) || region.equals(needed)));
        }
        if (region == null) {
            return Match.ALWAYS;
        }
        boolean elsewhere = !region.equals(symbol) && !region.equals(this.query.region());
        return REGIONAL.contains(wanted.service()) && !elsewhere ? Match.ALWAYS
                : Match.maybe(Doubt.untilAssumed(value.origin()));
    }

    /// Whether a pattern can become one of the texts that the principal is written as.
    private boolean fitsSomeForm(TextPattern pattern) {
        ServiceName name = this.wanted;
        if (name == null) {
            return TextPattern.intersect(pattern.text(), this.principal) || (this.query.federated()
                    && TextPattern.intersect(pattern.text(), "arn:*:oidc-provider/" + this.principal));
        }
        for (String domain : ServiceName.DOMAINS) {
            boolean plain = name.region() == null
                    && TextPattern.intersect(pattern.text(), name.service() + "." + domain);
            if (plain || TextPattern.intersect(pattern.text(), name.service() + "." + TextPattern.ANY + "." + domain)) {
                return true;
            }
        }
        return this.query.federated() && TextPattern.intersect(pattern.text(), "arn:*:oidc-provider/" + this.principal);
    }

    /// Whether a text is the ARN of the OpenID Connect provider that is asked for.
    private boolean isProvider(String text) {
        return text.startsWith("arn:") && text.endsWith(":oidc-provider/" + this.principal);
    }

    /// Amazon Cognito's identity provider has names of its own in some partitions, such
    /// as
    /// `cognito-identity-us-gov.amazonaws.com`.
    private boolean isCognitoVariant(String text) {
        return this.query.federated() && this.principal.startsWith("cognito-identity.")
                && text.startsWith("cognito-identity-");
    }

}
