/// What the build takes from others.
@NullMarked
package dev.rolewire.supplychain;

import org.jspecify.annotations.NullMarked;
