/// The test harness: fixtures with expectation markers, golden files, the contract of a rule and its documentation.
@NullMarked
package dev.rolewire.testing;

import org.jspecify.annotations.NullMarked;
