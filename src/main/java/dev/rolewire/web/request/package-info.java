/// What clients send, decoded to files and options: one class a kind of body.
@NullMarked
package dev.rolewire.web.request;

import org.jspecify.annotations.NullMarked;
