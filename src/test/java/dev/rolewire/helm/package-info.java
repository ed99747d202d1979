/// Tests of the Helm chart, without a helm and without a cluster.
@NullMarked
package dev.rolewire.helm;

import org.jspecify.annotations.NullMarked;
