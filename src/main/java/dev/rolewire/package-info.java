/// Rolewire: finds IAM role and instance profile wiring mistakes before they are deployed.
@NullMarked
package dev.rolewire;

import org.jspecify.annotations.NullMarked;
