package dev.rolewire.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the catalog says of policies, and of names and credentials.
///
/// @param places where policies stand, by type
/// @param names where names stand, by type
/// @param limits how much IAM takes
/// @param attachments the types that attach managed policies
/// @param metadata where types say how their instances get credentials
/// @param defaults what AWS makes under names of its own, by name
/// @param capabilities the types for which CloudFormation asks for a capability
/// @param makers the types of AWS that may make identities which the document does not show
record PolicyFacts(Map<String, List<PolicyPlace>> places, Map<String, List<NamePlace>> names, PolicyLimits limits,
        Set<String> attachments, Map<String, MetadataOptions> metadata, Map<String, DefaultIdentity> defaults,
        Set<String> capabilities, Set<String> makers) {

}
