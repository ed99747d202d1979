package dev.rolewire.edit;

import org.jspecify.annotations.Nullable;

/// Addresses of CloudFormation: `Network/Vpc`, `other.yaml#Role`.
final class Addresses {

    private Addresses() {
    }

    /// What the template of one resource calls another one.
    /// @return null when they are in different templates
    static @Nullable String nameIn(String user, String target) {
        return scope(user).equals(scope(target)) ? target.substring(scope(target).length()) : null;
    }

    private static String scope(String address) {
        return address.substring(0, Math.max(address.lastIndexOf('/'), address.lastIndexOf('#')) + 1);
    }

}
