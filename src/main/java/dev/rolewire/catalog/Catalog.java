package dev.rolewire.catalog;

import java.util.List;
import java.util.Optional;

import dev.rolewire.model.Dialect;

/// All rows of the catalog, indexed. Immutable; one instance serves all requests.
public interface Catalog {

    /// A short text that changes when any row changes.
    String version();

    /// All slots of a family, sorted by type and path.
    List<IdentitySlot> slots(Dialect.Family family);

    /// The slots of a resource type, in the order of the catalog; empty for a type that
    /// has none.
    List<IdentitySlot> slotsOf(String type);

    /// The slots of a Terraform data source; empty for one that has none.
    List<IdentitySlot> dataSlotsOf(String type);

    /// The identity that a resource type makes.
    Optional<IdentityType> identityType(String type, boolean data);

    /// What an attribute of a resource type holds, by the most specific row (type and
    /// attribute, then type alone);
    /// empty when the catalog does not speak of it.
    Optional<Producer> producer(String type, boolean data, String attribute);

    /// The look-alikes of a family.
    List<LookAlike> lookAlikes(Dialect.Family family);

    /// The texts that AWS answers with.
    DeployErrors deployErrors();

    /// Whether a service principal is a known one.
    boolean isServicePrincipal(String principal);

    /// All known service principals, sorted.
    List<String> servicePrincipals();

}
