package dev.rolewire.frontend;

import dev.rolewire.model.Dialect;
import dev.rolewire.model.Template;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;

/// Turns a syntax tree of one dialect into a template.
public interface Frontend {

    /// Lowers a document.
    /// @param dialect which dialect the document was detected as, one of those that this
    /// front end takes
    /// @param source the document, for positions
    /// @param tree its syntax tree, possibly partial
    /// @param options what the request says of the deployment
    /// @return the template with the problems that were met
    Template lower(Dialect dialect, SourceFile source, Node tree, FrontendOptions options);

}
