/// Fuzzing: targets with their invariants, seeds from the fixtures, a short deterministic run in the tests and a long one
/// with Jazzer.
@NullMarked
package dev.rolewire.fuzz;

import org.jspecify.annotations.NullMarked;
