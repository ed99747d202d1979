/// Tests of what rules share.
@NullMarked
package dev.rolewire.rule;

import org.jspecify.annotations.NullMarked;
