package dev.rolewire.syntax.hcl;

import java.util.List;

/// One HCL file.
///
/// @param body its attributes and blocks; what could not be read is missing
/// @param comments its comments in source order, those within expressions included
public record HclFile(Body body, List<Comment> comments) {

}
