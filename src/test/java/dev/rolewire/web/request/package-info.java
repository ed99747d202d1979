/// Tests of what decodes requests, where HTTP is not needed.
@NullMarked
package dev.rolewire.web.request;

import org.jspecify.annotations.NullMarked;
