/// Plans together with the configuration that they were made of.
@NullMarked
package dev.rolewire.frontend.terraform.joined;

import org.jspecify.annotations.NullMarked;
