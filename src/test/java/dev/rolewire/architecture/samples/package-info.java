/// Offenders: small classes in packages named like the stages, each of which breaks a rule of the architecture.
@NullMarked
package dev.rolewire.architecture.samples;

import org.jspecify.annotations.NullMarked;
