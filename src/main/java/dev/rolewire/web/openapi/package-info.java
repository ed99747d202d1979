/// The OpenAPI document, as far as it does not follow from the controllers.
@NullMarked
package dev.rolewire.web.openapi;

import org.jspecify.annotations.NullMarked;
