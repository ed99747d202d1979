/// The catalog: what AWS wants where. Identity slots, what references yield, look-alikes, service principals, AWS's own
/// patterns. Knowledge is data: the rows are in the resources of this package; the code only reads and checks them.
@NullMarked
package dev.rolewire.catalog;

import org.jspecify.annotations.NullMarked;
