/// Tests of the package of the same name.
@NullMarked
package dev.rolewire.web.access;

import org.jspecify.annotations.NullMarked;
