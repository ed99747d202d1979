/// The configuration file of a bundle: which one counts, and what it says.
@NullMarked
package dev.rolewire.analysis.configuration;

import org.jspecify.annotations.NullMarked;
