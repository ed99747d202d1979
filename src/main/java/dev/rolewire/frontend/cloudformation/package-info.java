/// CloudFormation templates (JSON or YAML) lowered to the model.
@NullMarked
package dev.rolewire.frontend.cloudformation;

import org.jspecify.annotations.NullMarked;
