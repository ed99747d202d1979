/// What stands between the service and a gateway: request ids and caching. Forwarded headers are followed by Spring's own
/// filter (`server.forward-headers-strategy`).
@NullMarked
package dev.rolewire.web.gateway;

import org.jspecify.annotations.NullMarked;
