/// Renderers: a report written as JSON, text and the formats that other tools read.
@NullMarked
package dev.rolewire.report;

import org.jspecify.annotations.NullMarked;
