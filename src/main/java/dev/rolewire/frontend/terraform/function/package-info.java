/// The function library and the operators of Terraform's language, over symbolic values.
@NullMarked
package dev.rolewire.frontend.terraform.function;

import org.jspecify.annotations.NullMarked;
