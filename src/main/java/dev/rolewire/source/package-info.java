/// Text with a name, half-open spans into it, and their translation to lines and columns.
///
/// Offsets count UTF-16 code units from 0. Lines and columns are 1-based; columns count UTF-16 code units (SARIF 2.1.0,
/// `columnKind: utf16CodeUnits`); ends are exclusive.
@NullMarked
package dev.rolewire.source;

import org.jspecify.annotations.NullMarked;
