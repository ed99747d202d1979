/// Tests of the configuration file.
@NullMarked
package dev.rolewire.analysis.configuration;

import org.jspecify.annotations.NullMarked;
