/// What only the container image needs: the training of its AOT cache, and the command of its health check.
@NullMarked
package dev.rolewire.web.container;

import org.jspecify.annotations.NullMarked;
