package dev.rolewire.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rolewire.catalog.Producer.Meaning;
import org.jspecify.annotations.Nullable;

/// What attributes hold: the rows of `producers.yaml` and the slots.
final class ProducerTable {

    private final List<Producer> rows;

    private final Map<Key, Producer> byKey = new HashMap<>();

    private final List<String> prefixes;

    private final SlotTable slots;

    ProducerTable(List<Producer> rows, SlotTable slots) {
        this.rows = List.copyOf(rows);
        this.slots = slots;
        for (Producer row : rows) {
            this.byKey.put(new Key(row.type(), row.data(), row.attribute()), row);
        }
        this.prefixes = rows.stream()
            .map(Producer::type)
            .filter((type) -> type.endsWith("*"))
            .distinct()
            .sorted((a, b) -> b.length() - a.length())
            .toList();
    }

    /// All rows, in the order of the file.
    List<Producer> rows() {
        return this.rows;
    }

    /// Reads the rows of a type.
    static List<Producer> read(CatalogEntry type, boolean data) {
        List<Producer> rows = new ArrayList<>();
        for (CatalogEntry attribute : type.sorted()) {
            rows.add(read(type.key(), data, attribute));
        }
        return rows;
    }

    private static Producer read(String type, boolean data, CatalogEntry attribute) {
        String[] words = attribute.text().split(" ", 2);
        Accepted yields = (words.length == 2) ? CatalogWords.accepted(attribute, words[1]) : null;
        Meaning meaning = switch (words[0]) {
            case "own" -> Meaning.OWN_IDENTITY;
            case "other" -> Meaning.OTHER_IDENTITY;
            case "none" -> Meaning.NOT_AN_IDENTITY;
            case "anything" -> Meaning.ANYTHING;
            default -> throw CatalogWords.unknown(attribute, "own FORM, other FORM, other, none, anything");
        };
        boolean form = switch (meaning) {
            case OWN_IDENTITY -> yields != null;
            case OTHER_IDENTITY -> true;
            case NOT_AN_IDENTITY, ANYTHING -> yields == null;
        };
        if (!form) {
            throw CatalogWords.unknown(attribute, "own FORM, other FORM, other, none, anything");
        }
        return new Producer(type, data, attribute.key(), yields, meaning);
    }

    Optional<Producer> find(String type, boolean data, String attribute) {
        Producer row = row(type, data, attribute);
        if (row == null) {
            row = slot(type, data, attribute);
        }
        for (int i = 0; row == null && i < this.prefixes.size(); i++) {
            String prefix = this.prefixes.get(i);
            if (type.startsWith(prefix.substring(0, prefix.length() - 1))) {
                row = row(prefix, data, attribute);
            }
        }
        return (row == null) ? Optional.empty()
                : Optional.of(new Producer(type, data, attribute, row.yields(), row.meaning()));
    }

    private @Nullable Producer row(String type, boolean data, String attribute) {
        Producer row = this.byKey.get(new Key(type, data, attribute));
        for (int dot = attribute.lastIndexOf('.'); row == null && dot > 0; dot = attribute.lastIndexOf('.', dot - 1)) {
            row = this.byKey.get(new Key(type, data, attribute.substring(0, dot) + ".*"));
        }
        return (row != null) ? row : this.byKey.get(new Key(type, data, "*"));
    }

    private @Nullable Producer slot(String type, boolean data, String attribute) {
        List<IdentitySlot> candidates = data ? this.slots.data().getOrDefault(type, List.of()) : this.slots.of(type);
        if (candidates.isEmpty()) {
            return null;
        }
        List<String> segments = List
            .of(attribute.replaceAll("\\[[^\\]]*\\]", ".*").replaceAll("\\.\\d+", ".*").split("\\."));
        for (IdentitySlot slot : candidates) {
            if (slot.path().selector().isEmpty() && slot.path().segments().equals(segments)) {
                Accepted yields = (slot.accepts().size() == 1 && slot.literals().isEmpty() && !slot.disputed())
                        ? slot.accepts().getFirst() : null;
                return new Producer(type, data, attribute, yields, Meaning.OTHER_IDENTITY);
            }
        }
        return null;
    }

    private record Key(String type, boolean data, String attribute) {

    }

}
