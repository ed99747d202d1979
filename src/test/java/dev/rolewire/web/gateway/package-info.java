/// Tests of what stands between the service and a gateway.
@NullMarked
package dev.rolewire.web.gateway;

import org.jspecify.annotations.NullMarked;
