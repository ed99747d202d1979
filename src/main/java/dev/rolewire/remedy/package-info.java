/// What mends a finding, in the words of the model: rules say it, `edit` writes it.
@NullMarked
package dev.rolewire.remedy;

import org.jspecify.annotations.NullMarked;
