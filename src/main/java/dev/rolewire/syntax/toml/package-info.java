/// TOML, of which only the configuration of other tools is read.
@NullMarked
package dev.rolewire.syntax.toml;

import org.jspecify.annotations.NullMarked;
