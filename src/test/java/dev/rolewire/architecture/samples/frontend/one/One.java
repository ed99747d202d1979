package dev.rolewire.architecture.samples.frontend.one;

import dev.rolewire.architecture.samples.frontend.two.Two;

/// A front end that uses another one.
///
/// @param two the offence
record One(Two two) {

}
