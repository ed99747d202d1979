/// The HTTP service, and the only user of Spring: controllers, limits, problem details, OpenAPI, metrics.
@NullMarked
package dev.rolewire.web;

import org.jspecify.annotations.NullMarked;
