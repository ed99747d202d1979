/// The rules: each one file that judges the model and the wiring, and nothing of syntax.
@NullMarked
package dev.rolewire.rule;

import org.jspecify.annotations.NullMarked;
