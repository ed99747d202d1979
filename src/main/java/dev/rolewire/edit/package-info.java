/// Remedies as edits of the source: each dialect's syntax, style and layout are kept.
@NullMarked
package dev.rolewire.edit;

import org.jspecify.annotations.NullMarked;
