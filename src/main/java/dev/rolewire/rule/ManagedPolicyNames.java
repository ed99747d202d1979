package dev.rolewire.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.rolewire.catalog.Catalog;
import dev.rolewire.model.Value;
import dev.rolewire.policy.Spelling;
import dev.rolewire.policy.SymbolicArn;
import org.jspecify.annotations.Nullable;

/// Compares the managed policies of AWS that one document names with those that are known. The work is bounded: beyond
/// [#MAX_COMPARED] different names nothing is found to be near.
public final class ManagedPolicyNames {

    private static final String POLICY = "policy/";

    /// A name has at most so many characters (IAM User Guide, "IAM and AWS STS quotas").
    private static final int MAX_NAME = 128;

    /// So many names of one document are compared with all known ones.
    private static final int MAX_COMPARED = 200;

    private static final int SHORT_NAME = 8;

    private final Catalog catalog;

    private final Map<String, String> compared = new HashMap<>();

    public ManagedPolicyNames(Catalog catalog) {
        this.catalog = catalog;
    }

    /// A name that is not known and the known one that it is near.
    ///
    /// @param name path and name as written
    /// @param nearest the known policy of the same name with another path, else the one
    /// whose name is spelled almost alike
    public record Slip(String name, String nearest) {

    }

    /// What the ARN of a policy that is not known may have been meant to be.
    /// @return null when it is not written as one of AWS, or near none
    public @Nullable Slip slipOf(Value value) {
        SymbolicArn arn = SymbolicArn.parse(value);
        String name = arn == null ? null : nameOf(arn);
        if (arn == null || name == null) {
            return null;
        }
        String partition = arn.partition() instanceof Value.Literal literal ? literal.text() : "aws";
        String key = partition + ":" + name;
        if (!this.compared.containsKey(key) && this.compared.size() < MAX_COMPARED) {
            String nearest = nearest(name, this.catalog.managedPolicies(partition));
            this.compared.put(key, nearest == null ? "" : nearest);
        }
        String nearest = this.compared.getOrDefault(key, "");
        return nearest.isEmpty() ? null : new Slip(name, nearest);
    }

    /// Path and name of a policy whose ARN is written as one of AWS, or null.
    private static @Nullable String nameOf(SymbolicArn arn) {
        boolean aws = arn.account() instanceof Value.Literal account && account.text().equals("aws");
        if (!aws || arn.resource().size() != 1 || !(arn.resource().getFirst() instanceof Value.Literal resource)
                || !resource.text().startsWith(POLICY) || resource.text().length() > MAX_NAME + POLICY.length()) {
            return null;
        }
        return resource.text().substring(POLICY.length());
    }

    private static @Nullable String nearest(String policy, Set<String> known) {
        String name = lastOf(policy);
        String similar = null;
        int least = Integer.MAX_VALUE;
        for (String each : known) {
            String other = lastOf(each);
            int allowed = other.length() >= SHORT_NAME ? 2 : 1;
            int distance = Spelling.distance(name, other, allowed);
            if (distance <= allowed && distance < least) {
                similar = each;
                least = distance;
            }
        }
        return similar;
    }

    private static String lastOf(String policy) {
        return policy.substring(policy.lastIndexOf('/') + 1);
    }

}
