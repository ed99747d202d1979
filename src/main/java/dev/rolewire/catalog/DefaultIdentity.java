package dev.rolewire.catalog;

/// An identity that AWS's consoles, command lines or services make under a name of their own.
///
/// @param name its name
/// @param maker who makes it and when, for messages
public record DefaultIdentity(String name, String maker) {

    static DefaultIdentity read(CatalogEntry entry) {
        String maker = "";
        for (CatalogEntry field : entry.children()) {
            switch (field.key()) {
                case "maker" -> maker = field.text();
                case "source" -> field.text();
                default -> throw field.problem("unknown field `" + field.key() + "`");
            }
        }
        if (maker.isEmpty()) {
            throw entry.problem("`maker` is missing");
        }
        return new DefaultIdentity(entry.key(), maker);
    }

}
