package dev.rolewire.frontend.terraform.hcl;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Partition;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Where a configuration is deployed to, as `aws_region`, `aws_partition` and `aws_caller_identity` give it. What is not
/// known of it is a reference to the pseudo parameter of the model.
///
/// @param region the Region of all AWS providers, or null when it is not known
/// @param accountId twelve digits, or null
record Surroundings(@Nullable String region, @Nullable String accountId) {

    static final Surroundings UNKNOWN = new Surroundings(null, null);

    /// What an attribute of a data source that tells the surroundings holds, or null when
    /// it tells something else.
    /// @param type the type of the data source
    @Nullable Value attribute(String type, String attribute, Origin origin) {
        return switch (type + "." + attribute) {
            case "aws_partition.partition", "aws_partition.id" -> partition(origin);
            case "aws_partition.dns_suffix" -> dnsSuffix(origin);
            case "aws_region.name", "aws_region.id", "aws_region.region" -> pseudo(this.region, "AWS::Region", origin);
            case "aws_caller_identity.account_id", "aws_caller_identity.id" ->
                pseudo(this.accountId, "AWS::AccountId", origin);
            default -> null;
        };
    }

    private Value partition(Origin origin) {
        Partition partition = known();
        return pseudo(partition == null ? null : partition.id(), "AWS::Partition", origin);
    }

    private Value dnsSuffix(Origin origin) {
        Partition partition = known();
        return pseudo(partition == null ? null : partition.urlSuffix(), "AWS::URLSuffix", origin);
    }

    private @Nullable Partition known() {
        return this.region == null ? null : Partition.ofRegion(this.region);
    }

    private static Value pseudo(@Nullable String known, String name, Origin origin) {
        return known != null ? Values.string(known, origin) : new Value.Reference(name, "Ref", origin);
    }

}
