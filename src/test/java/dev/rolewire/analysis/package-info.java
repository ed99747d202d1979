/// Tests of the facade.
@NullMarked
package dev.rolewire.analysis;

import org.jspecify.annotations.NullMarked;
