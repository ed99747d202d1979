/// Rules on which identity a slot gets, and in which form.
@NullMarked
package dev.rolewire.rule.identity;

import org.jspecify.annotations.NullMarked;
