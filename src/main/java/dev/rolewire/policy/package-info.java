/// IAM policy documents, principals and ARNs, lowered from symbolic values and evaluated under guards.
@NullMarked
package dev.rolewire.policy;

import org.jspecify.annotations.NullMarked;
