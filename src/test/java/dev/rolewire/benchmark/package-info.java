/// What an analysis costs, stage by stage: JMH benchmarks on inputs of four sizes, and the table of their ratios.
@NullMarked
package dev.rolewire.benchmark;

import org.jspecify.annotations.NullMarked;
