/// Located syntax trees of one file: what is written, where, and nothing of what it means.
///
/// Parsing never fails: a parser returns a tree, possibly partial, together with its problems.
@NullMarked
package dev.rolewire.syntax;

import org.jspecify.annotations.NullMarked;
