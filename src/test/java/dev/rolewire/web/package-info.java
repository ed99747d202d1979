/// Tests of the service over real HTTP.
@NullMarked
package dev.rolewire.web;

import org.jspecify.annotations.NullMarked;
