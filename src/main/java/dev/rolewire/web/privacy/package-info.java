/// Keeps what clients send out of the logs, whatever level somebody sets.
@NullMarked
package dev.rolewire.web.privacy;

import org.jspecify.annotations.NullMarked;
