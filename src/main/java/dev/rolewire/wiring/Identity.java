package dev.rolewire.wiring;

import dev.rolewire.catalog.IdentityType;
import dev.rolewire.model.Resource;

/// Which identity a value names.
public sealed interface Identity {

    /// The address in the document, or the name or ARN written out.
    String label();

    /// An identity that the document defines, or that it looks up by a data source.
    ///
    /// @param resource the resource
    /// @param type its row of the catalog
    record Local(Resource resource, IdentityType type) implements Identity {

        @Override
        public String label() {
            return this.resource.address();
        }

    }

    /// An identity that exists outside of the document.
    ///
    /// @param label the name or ARN, with `${...}` for parts that are references
    record External(String label) implements Identity {

    }

    /// A managed policy of AWS that is known to exist.
    ///
    /// @param label the ARN, with `${...}` for a partition that is not known
    record Managed(String label) implements Identity {

    }

}
