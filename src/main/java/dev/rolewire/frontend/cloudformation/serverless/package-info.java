/// The transform `AWS::Serverless-2016-10-31`: what it makes of the resources of its types, by data.
@NullMarked
package dev.rolewire.frontend.cloudformation.serverless;

import org.jspecify.annotations.NullMarked;
