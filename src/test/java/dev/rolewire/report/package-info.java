/// Tests of the renderers, and the report's schema as a check for every test that gets a report.
@NullMarked
package dev.rolewire.report;

import org.jspecify.annotations.NullMarked;
