/// Tests of edits: what is written, and what is left alone.
@NullMarked
package dev.rolewire.edit;

import org.jspecify.annotations.NullMarked;
