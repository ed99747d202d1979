package dev.rolewire.inventory;

/// An inventory that cannot be read.
public final class InventoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;

    private final long column;

    InventoryException(String message, long line, long column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /// The line, from 1; less when it is not known.
    public long line() {
        return this.line;
    }

    /// The column, from 1.
    public long column() {
        return this.column;
    }

}
