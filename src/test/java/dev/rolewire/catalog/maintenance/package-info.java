/// The maintenance of the catalog: comparing it with AWS's resource schemas and the Terraform provider.
@NullMarked
package dev.rolewire.catalog.maintenance;

import org.jspecify.annotations.NullMarked;
