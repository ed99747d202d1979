package dev.rolewire.edit;

import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.hcl.HclFile;
import org.jspecify.annotations.Nullable;

/// The syntax trees of the files that may be edited.
public interface Documents {

    /// The tree of a template, or of a part of one, in JSON or YAML.
    /// @return null when the file is no such, was not parsed to its end, or is none of
    /// the request
    @Nullable Node template(SourceFile source);

    /// The tree of Terraform configuration.
    /// @return null as above
    @Nullable HclFile configuration(SourceFile source);

    /// The files of configuration in the directory of a file, itself included, sorted.
    List<SourceFile> beside(SourceFile source);

}
