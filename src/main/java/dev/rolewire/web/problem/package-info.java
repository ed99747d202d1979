/// What is answered instead of a report: problem details (RFC 9457) with stable types.
@NullMarked
package dev.rolewire.web.problem;

import org.jspecify.annotations.NullMarked;
