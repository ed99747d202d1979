/// Files whose content `AWS::Include` puts into a template: where what is written in them stands.
@NullMarked
package dev.rolewire.frontend.cloudformation.include;

import org.jspecify.annotations.NullMarked;
