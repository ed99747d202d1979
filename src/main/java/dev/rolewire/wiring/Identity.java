package dev.rolewire.wiring;

import dev.rolewire.catalog.IdentityType;
import dev.rolewire.inventory.AccountIdentity;
import dev.rolewire.inventory.Listing;
import dev.rolewire.model.Resource;
import org.jspecify.annotations.Nullable;

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

    /// An identity that the document does not define and the account holds.
    ///
    /// @param identity what the inventory says of it
    record InAccount(AccountIdentity identity) implements Identity {

        @Override
        public String label() {
            return this.identity.label();
        }

    }

    /// An identity that neither the document defines nor the account holds.
    ///
    /// @param label the name or ARN
    /// @param account the account; empty when the inventory does not name it
    /// @param listing how complete the inventory is: it may be there without a role
    /// @param similar an identity of the same name but for its path or its case, or null
    record NotInAccount(String label, String account, Listing listing,
            @Nullable AccountIdentity similar) implements Identity {

        /// Whether there is one whose name differs in nothing but its case. IAM lets no
        /// two names differ so; whether
        /// it finds the one by the other is not said.
        public boolean differsInCase() {
            String name = this.label.substring(this.label.lastIndexOf('/') + 1);
            return this.similar != null && !this.similar.name().equals(name);
        }

    }

    /// A managed policy of AWS that is known to exist.
    ///
    /// @param label the ARN, with `${...}` for a partition that is not known
    record Managed(String label) implements Identity {

    }

}
