/// Terraform and OpenTofu plan and state JSON lowered to the model.
@NullMarked
package dev.rolewire.frontend.terraform.plan;

import org.jspecify.annotations.NullMarked;
