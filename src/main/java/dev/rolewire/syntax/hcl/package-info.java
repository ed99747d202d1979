/// HCL, native syntax and JSON syntax, to a located syntax tree.
///
/// Follows HashiCorp's specification (`hclsyntax/spec.md` and `json/spec.md` in github.com/hashicorp/hcl) and, where that
/// is silent, what HashiCorp's parser does.
@NullMarked
package dev.rolewire.syntax.hcl;

import org.jspecify.annotations.NullMarked;
