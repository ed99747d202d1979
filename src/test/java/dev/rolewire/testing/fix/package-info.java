/// Applies fixes with git and looks at what has become of the finding.
@NullMarked
package dev.rolewire.testing.fix;

import org.jspecify.annotations.NullMarked;
