/// The comparison of the HCL parser with HashiCorp's.
@NullMarked
package dev.rolewire.syntax.hcl.comparison;

import org.jspecify.annotations.NullMarked;
