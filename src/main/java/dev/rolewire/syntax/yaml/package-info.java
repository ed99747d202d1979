/// YAML text to a located syntax tree.
@NullMarked
package dev.rolewire.syntax.yaml;

import org.jspecify.annotations.NullMarked;
