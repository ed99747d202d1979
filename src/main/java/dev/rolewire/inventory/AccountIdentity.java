package dev.rolewire.inventory;

import java.util.List;

import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// One identity that an account holds.
///
/// @param arn its ARN and what the ARN says: kind, name, path, account
/// @param trust the trust policy of a role; null when it is not known
/// @param roles the names of the roles that an instance profile holds; null when they are not known
/// @param logicalId what a CloudFormation stack calls it, by its tag `aws:cloudformation:logical-id`; null when it has
/// no such tag
public record AccountIdentity(IdentityArn arn, @Nullable Value trust, @Nullable List<String> roles,
        @Nullable String logicalId) {

    /// Copies the list.
    public AccountIdentity {
        roles = roles == null ? null : List.copyOf(roles);
    }

    public IdentityKind kind() {
        return this.arn.kind();
    }

    public String name() {
        return this.arn.name();
    }

    /// The ARN, for people.
    public String label() {
        return this.arn.text();
    }

    /// The same with what another listing knows of it.
    AccountIdentity and(AccountIdentity other) {
        return new AccountIdentity(this.arn, this.trust != null ? this.trust : other.trust,
                this.roles != null ? this.roles : other.roles,
                this.logicalId != null ? this.logicalId : other.logicalId);
    }

}
