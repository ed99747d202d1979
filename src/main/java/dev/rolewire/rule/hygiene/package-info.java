/// Rules on what works but is not as it should be.
@NullMarked
package dev.rolewire.rule.hygiene;

import org.jspecify.annotations.NullMarked;
