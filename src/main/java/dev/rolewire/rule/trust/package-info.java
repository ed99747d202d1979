/// Rules on who may assume a role.
@NullMarked
package dev.rolewire.rule.trust;

import org.jspecify.annotations.NullMarked;
