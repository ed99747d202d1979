/// Front ends: a dialect's syntax tree turned into the model. Lowering never fails; what is wrong becomes a problem of
/// the template.
@NullMarked
package dev.rolewire.frontend;

import org.jspecify.annotations.NullMarked;
