/// What an account holds already: the identities that the output of the AWS CLI lists, and how complete each list is.
@NullMarked
package dev.rolewire.inventory;

import org.jspecify.annotations.NullMarked;
