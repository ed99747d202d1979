/// Clients that send or read too slowly: they are cut off before they cost others anything.
@NullMarked
package dev.rolewire.web.connection;

import org.jspecify.annotations.NullMarked;
