package dev.rolewire.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.rolewire.model.Dialect;

/// All rows of the catalog, indexed. Immutable; one instance serves all requests.
public interface Catalog {

    /// A short text that changes when any row changes.
    String version();

    /// All slots of a family, sorted by type and path; without those of data sources and
    /// providers.
    List<IdentitySlot> slots(Dialect.Family family);

    /// The slots of a resource type, in the order of the catalog; empty for a type that
    /// has none.
    List<IdentitySlot> slotsOf(String type);

    /// The slots of a Terraform data source; empty for one that has none.
    List<IdentitySlot> dataSlotsOf(String type);

    /// The slots of the `provider` block of a Terraform provider; empty for one that has
    /// none.
    List<IdentitySlot> providerSlotsOf(String provider);

    /// All slots of Terraform data sources, sorted by type and path.
    List<IdentitySlot> dataSlots();

    /// All types that make an identity, sorted.
    List<IdentityType> identityTypes();

    /// The identity that a resource type makes.
    Optional<IdentityType> identityType(String type, boolean data);

    /// What an attribute of a resource type holds.
    ///
    /// The first that is there counts: the row for the type and the attribute; the row
    /// for the type with all attributes
    /// below one (`Outputs.*`) or with all (`*`); a slot of the type at the place of the
    /// attribute, which yields what the
    /// slot takes, as [Producer.Meaning#OTHER_IDENTITY]; then the same rows for `AWS::*`,
    /// `aws_*` and other type
    /// prefixes, the longest first.
    /// @param attribute the attribute, with nested ones behind a dot (`Outputs.RoleArn`,
    /// `network[0].role_arn`);
    /// CloudFormation `Ref` for `Ref`
    /// @return the row, with the type and attribute asked for; empty when the catalog
    /// does not speak of it
    Optional<Producer> producer(String type, boolean data, String attribute);

    /// The attribute of an identity's own resource that yields it in a form: of several
    /// `Ref`, else the one that is called as the property of its name, else the first.
    Optional<String> attributeFor(IdentityType type, IdentityForm form);

    /// The look-alikes of a family.
    List<LookAlike> lookAlikes(Dialect.Family family);

    /// The texts that AWS answers with.
    DeployErrors deployErrors();

    /// Whether a service principal is a known one, also in its regional form
    /// (`states.eu-west-1.amazonaws.com`) and with
    /// the suffix of another partition (`ec2.amazonaws.com.cn`).
    boolean isServicePrincipal(String principal);

    /// Whether AWS is known to have a managed policy that can be attached.
    /// @param partition such as `aws`
    /// @param name its path and name without a leading slash:
    /// `service-role/AWSLambdaBasicExecutionRole`
    boolean isManagedPolicy(String partition, String name);

    /// The managed policies that AWS is known to have, as in [#isManagedPolicy]; empty
    /// for
    /// a partition that has no list.
    Set<String> managedPolicies(String partition);

    /// Whether AWS has a managed policy of a name that can be attached, whatever its
    /// path.
    boolean isManagedPolicyName(String name);

    /// Where the policy documents of a resource type stand; empty for a type that has
    /// none.
    List<PolicyPlace> policyPlacesOf(String type);

    /// Where the names and paths stand that a resource type gives to IAM; empty for a
    /// type
    /// that gives none.
    List<NamePlace> namePlacesOf(String type);

    /// What a service demands of the names or paths of the identities in a slot; empty
    /// when it takes any.
    List<NamingConstraint> namingConstraintsOf(IdentitySlot slot);

    /// The properties of a resource type that take a launch template which must name no
    /// instance profile.
    List<ForbiddenProfile> forbiddenProfilesOf(String type);

    /// The permissions that a resource type needs as soon as it is made.
    List<EarlyPermission> earlyPermissionsOf(String type);

    /// How services are called in a partition.
    /// @param partition such as `aws-cn`
    PartitionPrincipals principalsOf(String partition);

    /// Whether the role in a slot is assumed by another role, not by a service.
    boolean isAssumedByRole(IdentitySlot slot);

    /// Whether a service says for which resource it assumes a role, so that the trust
    /// policy can ask for it.
    boolean namesItsSource(String principal);

    /// Whether the regular expression of a slot surely does not match a text. Lengths are
    /// not looked at.
    boolean refuses(IdentitySlot.Pattern pattern, String text);

    /// Whether a resource type of AWS is known in CloudFormation, in whichever Region.
    /// The
    /// list ages.
    boolean isKnownType(String type);

    /// The known resource types of AWS in CloudFormation, sorted.
    List<String> knownTypes();

    /// How much of policies IAM takes.
    PolicyLimits policyLimits();

    /// Whether a resource type attaches the managed policies in its slots (or the one
    /// that
    /// it makes) to the identities in its slots.
    boolean attachesPolicies(String type);

    /// Where a resource type says how its instances get the credentials of their profile.
    Optional<MetadataOptions> metadataOptionsOf(String type);

    /// What AWS makes under a name of its own.
    Optional<DefaultIdentity> defaultIdentity(String name);

    /// Whether CloudFormation asks for `CAPABILITY_IAM` when a template has a resource of
    /// a
    /// type.
    boolean needsCapability(String type);

    /// Whether a resource of a type may make identities that the document does not show:
    /// a custom resource, another
    /// document, a type that is not of AWS.
    boolean mayMakeIdentities(String type);

    /// All known service principals, sorted; `{region}` stands for a Region.
    List<String> servicePrincipals();

}
