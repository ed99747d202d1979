/// What the files around a CloudFormation template say of its deployment: which file a nested stack means.
@NullMarked
package dev.rolewire.frontend.cloudformation.stack;

import org.jspecify.annotations.NullMarked;
