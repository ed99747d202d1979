/// Tests of the container image, without a container engine.
@NullMarked
package dev.rolewire.web.container;

import org.jspecify.annotations.NullMarked;
