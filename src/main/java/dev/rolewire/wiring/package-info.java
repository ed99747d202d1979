/// Derived facts, computed once per template: which slot resolves to what, who is trusted, what depends on what.
@NullMarked
package dev.rolewire.wiring;

import org.jspecify.annotations.NullMarked;
