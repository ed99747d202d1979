@NullMarked
package dev.rolewire.frontend.terraform.joined;

import org.jspecify.annotations.NullMarked;
