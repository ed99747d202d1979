/// The facade: sources and options in, a report out. No I/O, no clock, no randomness.
@NullMarked
package dev.rolewire.analysis;

import org.jspecify.annotations.NullMarked;
