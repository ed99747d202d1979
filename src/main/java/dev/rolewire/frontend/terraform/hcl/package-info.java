/// Terraform configuration in HCL: modules of a bundle, evaluated into one template for each root module.
///
/// [TerraformHclFrontend] finds the roots, [ConfigurationReader] reads the directories, a [ModuleInstance] evaluates its
/// names when they are asked for, [Evaluator] evaluates expressions in a [Scope]. What is not known before the
/// deployment is a symbolic value; a condition on it makes a choice. Values of a condition that fails are
/// [Failures].
@NullMarked
package dev.rolewire.frontend.terraform.hcl;

import org.jspecify.annotations.NullMarked;
