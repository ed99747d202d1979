/// Rules on the document itself.
@NullMarked
package dev.rolewire.rule.document;

import org.jspecify.annotations.NullMarked;
