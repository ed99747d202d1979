/// Tests of what suppressions match.
@NullMarked
package dev.rolewire.analysis.suppression;

import org.jspecify.annotations.NullMarked;
