/// Compares the evaluation of root modules with the plans that OpenTofu made of them.
@NullMarked
package dev.rolewire.frontend.terraform.hcl.differential;

import org.jspecify.annotations.NullMarked;
