/// Rules on policy documents.
@NullMarked
package dev.rolewire.rule.policy;

import org.jspecify.annotations.NullMarked;
