/// JSON text to a located syntax tree.
@NullMarked
package dev.rolewire.syntax.json;

import org.jspecify.annotations.NullMarked;
