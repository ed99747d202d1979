package dev.rolewire.frontend;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What the later stages look at, so that the front ends need not keep the rest of a document that is too large to be
/// held.
public interface Interest {

    /// All attributes of all resource types.
    Interest EVERYTHING = (type, data) -> Attributes.ALL;

    /// The attributes of a resource type that matter.
    /// @param type a Terraform resource type
    /// @param data whether it is a data source
    /// @return null when resources of this type matter only where another one refers to
    /// them
    @Nullable Attributes attributes(String type, boolean data);

    /// The settings of a provider that matter. Others may be secret, so there are none
    /// unless they are named.
    /// @param name the provider's name, such as `aws`
    default Attributes provider(String name) {
        return new Attributes(false, Set.of());
    }

    /// Whether something may be said of an attribute that is `null`, so that its place
    /// matters.
    default boolean isPlace(String type, String attribute) {
        return true;
    }

    /// Some attributes of a resource type.
    ///
    /// @param all whether all of them
    /// @param names when not all: their names
    record Attributes(boolean all, Set<String> names) {

        public static final Attributes ALL = new Attributes(true, Set.of());

        public boolean has(String name) {
            return this.all || this.names.contains(name);
        }

        /// Whether all of others are among these.
        public boolean covers(Attributes others) {
            return this.all || (!others.all() && this.names.containsAll(others.names()));
        }

    }

}
