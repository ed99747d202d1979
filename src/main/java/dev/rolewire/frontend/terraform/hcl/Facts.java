package dev.rolewire.frontend.terraform.hcl;

import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// What is known of a deployment besides its configuration.
public interface Facts {

    /// Nothing.
    Facts NONE = new Facts() {
        @Override
        public boolean isPlanned() {
            return false;
        }

        @Override
        public @Nullable Value variable(String name) {
            return null;
        }

        @Override
        public @Nullable Value attribute(String address, String name) {
            return null;
        }
    };

    /// Whether the resources are known, those of modules that are not at hand too.
    boolean isPlanned();

    /// The value of a variable of the root module; null when it is not known.
    @Nullable Value variable(String name);

    /// The value of an attribute of a resource or data source, made of literals all
    /// through; null when it is not known.
    @Nullable Value attribute(String address, String name);

}
