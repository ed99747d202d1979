/// The model that every dialect is lowered to: templates, resources, symbolic values and the guards under which they
/// hold. Pure data; it knows no syntax and nothing of IAM.
@NullMarked
package dev.rolewire.model;

import org.jspecify.annotations.NullMarked;
