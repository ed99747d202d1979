/// Suppressions: where they are written, what they cover, which of them are of no use; and the baseline.
@NullMarked
package dev.rolewire.analysis.suppression;

import org.jspecify.annotations.NullMarked;
