package dev.rolewire.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the catalog says of single services and what they demand of identities.
///
/// @param naming what names must look like, by resource type
/// @param forbidden where a launch template must name no profile, by resource type
/// @param early what needs permissions as soon as it is made
/// @param partitions how services are called, by partition
/// @param sources the services whose calls come with their source, by principal
/// @param assumedByRoles the slots whose role another role assumes, by type and path
/// @param patterns tries the patterns of slots
record ServiceFacts(Map<String, List<NamingConstraint>> naming, Map<String, List<ForbiddenProfile>> forbidden,
        List<EarlyPermission> early, Map<String, PartitionPrincipals> partitions, Set<String> sources,
        Set<String> assumedByRoles, SlotPatterns patterns) {

}
