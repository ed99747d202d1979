package dev.rolewire.catalog;

/// A data file of the catalog that does not follow its grammar.
///
/// The message starts with the file and the line, as compilers print them: `cloudformation-slots.yaml:12: ...`.
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Makes the exception for a place in a file.
    /// @param file the name of the file
    /// @param line the line, from 1
    /// @param message what is wrong, lower-case and without a full stop
    public CatalogException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }

}
