package dev.rolewire.catalog;

import java.util.List;

/// A key of a data file with what belongs to it: texts, or further entries.
///
/// @param file the name of the file
/// @param line the line of the key, from 1
/// @param key the key
/// @param values the texts behind the key; empty when entries follow
/// @param entries the entries below the key, in their order
record CatalogEntry(String file, int line, String key, List<String> values, List<CatalogEntry> entries) {

    /// The only text behind the key.
    /// @throws CatalogException when there is none or are several
    String text() {
        if (this.values.size() != 1) {
            throw problem("expected one text behind `" + this.key + "`");
        }
        return this.values.getFirst();
    }

    /// The texts behind the key.
    /// @throws CatalogException when there is none
    List<String> texts() {
        if (this.values.isEmpty()) {
            throw problem("expected a text or a list behind `" + this.key + "`");
        }
        return this.values;
    }

    /// The entries below the key.
    /// @throws CatalogException when there is none
    List<CatalogEntry> children() {
        if (this.entries.isEmpty()) {
            throw problem("expected entries below `" + this.key + "`");
        }
        return this.entries;
    }

    /// The entries below the key, which must be sorted; that also finds what is there
    /// twice.
    /// @throws CatalogException when there is none or one is out of order
    List<CatalogEntry> sorted() {
        String before = "";
        for (CatalogEntry entry : children()) {
            int order = entry.key.compareTo(before);
            if (order <= 0) {
                throw entry.problem("`" + entry.key + "` "
                        + ((order == 0) ? "is there twice" : "must stand before `" + before + "`"));
            }
            before = entry.key;
        }
        return this.entries;
    }

    /// An exception that names this place.
    CatalogException problem(String message) {
        return new CatalogException(this.file, this.line, message);
    }

}
