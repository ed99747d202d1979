/// What the front ends of Terraform have in common.
@NullMarked
package dev.rolewire.frontend.terraform;

import org.jspecify.annotations.NullMarked;
