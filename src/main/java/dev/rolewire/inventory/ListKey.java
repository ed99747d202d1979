package dev.rolewire.inventory;

import java.util.Arrays;
import java.util.List;

import dev.rolewire.catalog.IdentityKind;
import org.jspecify.annotations.Nullable;

/// The lists in the output of the AWS CLI, by their names.
enum ListKey {

    ROLE_DETAILS("RoleDetailList", IdentityKind.ROLE), USER_DETAILS("UserDetailList", IdentityKind.USER),
    GROUP_DETAILS("GroupDetailList", IdentityKind.GROUP), POLICIES("Policies", IdentityKind.POLICY),
    ROLES("Roles", IdentityKind.ROLE), INSTANCE_PROFILES("InstanceProfiles", IdentityKind.INSTANCE_PROFILE),
    USERS("Users", IdentityKind.USER), GROUPS("Groups", IdentityKind.GROUP),
    /// Of `aws ec2 describe-instances`: it has the profiles of instances, which are not
    /// all.
    RESERVATIONS("Reservations", IdentityKind.INSTANCE_PROFILE);

    private final String key;

    private final IdentityKind kind;

    ListKey(String key, IdentityKind kind) {
        this.key = key;
        this.kind = kind;
    }

    IdentityKind kind() {
        return this.kind;
    }

    /// The list of a name, or null.
    static @Nullable ListKey of(String key) {
        return Arrays.stream(values()).filter((list) -> list.key.equals(key)).findFirst().orElse(null);
    }

    /// The names of all, for messages.
    static List<String> names() {
        return Arrays.stream(values()).map((list) -> list.key).toList();
    }

}
