package dev.rolewire.model;

import java.util.List;
import java.util.stream.Stream;

/// An AWS partition: which Regions it has and what its names end with.
///
/// Facts from the `partitions.json` of AWS's SDKs (`regionRegex` and `dnsSuffix`).
///
/// @param id what `AWS::Partition` yields
/// @param regionPrefix how the codes of its Regions start
/// @param urlSuffix what `AWS::URLSuffix` yields
public record Partition(String id, String regionPrefix, String urlSuffix) {

    private static final Partition COMMERCIAL = new Partition("aws", "", "amazonaws.com");

    private static final List<Partition> OTHERS = List.of(new Partition("aws-cn", "cn-", "amazonaws.com.cn"),
            new Partition("aws-us-gov", "us-gov-", "amazonaws.com"), new Partition("aws-iso", "us-iso-", "c2s.ic.gov"),
            new Partition("aws-iso-b", "us-isob-", "sc2s.sgov.gov"),
            new Partition("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk"),
            new Partition("aws-iso-f", "us-isof-", "csp.hci.ic.gov"),
            new Partition("aws-eusc", "eusc-", "amazonaws.eu"));

    /// All partitions, the commercial one first.
    public static List<Partition> all() {
        return Stream.concat(Stream.of(COMMERCIAL), OTHERS.stream()).toList();
    }

    /// The partition of a Region.
    public static Partition ofRegion(String region) {
        for (Partition partition : OTHERS) {
            if (region.startsWith(partition.regionPrefix())) {
                return partition;
            }
        }
        return COMMERCIAL;
    }

}
