/// Findings, in SARIF's words: rule, severity, location, related locations, fix, suppression, fingerprint.
@NullMarked
package dev.rolewire.finding;

import org.jspecify.annotations.NullMarked;
