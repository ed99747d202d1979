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

    /// The nested stack, as the template of `outer` calls it, in which a resource is
    /// made.
    /// @return null when it is in none of that template
    static @Nullable String callOf(String inner, String outer) {
        String scope = scope(outer);
        int slash = inner.startsWith(scope) ? inner.indexOf('/', scope.length()) : -1;
        return slash < 0 ? null : inner.substring(scope.length(), slash);
    }

    private static String scope(String address) {
        return address.substring(0, Math.max(address.lastIndexOf('/'), address.lastIndexOf('#')) + 1);
    }

}
