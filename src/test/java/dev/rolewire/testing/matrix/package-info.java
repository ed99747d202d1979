/// The slot matrix: every slot of the catalog used once right and once wrong in each way.
@NullMarked
package dev.rolewire.testing.matrix;

import org.jspecify.annotations.NullMarked;
