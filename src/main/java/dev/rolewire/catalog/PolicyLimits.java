package dev.rolewire.catalog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How much of policies IAM takes.
///
/// @param inline characters of all policies together that are a part of one identity, by its kind
/// @param managed characters of a managed policy
/// @param trust characters of a trust policy by default
/// @param raisedTrust characters of a trust policy when the quota is raised as far as it goes
/// @param attached managed policies of one identity by default, by its kind
public record PolicyLimits(Map<IdentityKind, Integer> inline, int managed, int trust, int raisedTrust,
        Map<IdentityKind, Integer> attached) {

    /// Copies the maps.
    public PolicyLimits {
        inline = Map.copyOf(inline);
        attached = Map.copyOf(attached);
    }

    /// Reads the file.
    /// @throws CatalogException when it holds something else
    static PolicyLimits read(CatalogEntry root) {
        Map<IdentityKind, Integer> inline = Map.of();
        Map<IdentityKind, Integer> attached = Map.of();
        List<Integer> managed = List.of();
        List<Integer> trust = List.of();
        for (CatalogEntry entry : root.children()) {
            switch (entry.key()) {
                case "inline" -> inline = byKind(entry);
                case "managed" -> managed = numbers(entry, 1);
                case "trust" -> trust = numbers(entry, 2);
                case "attached" -> attached = byKind(entry);
                default -> throw entry.problem("unknown field `" + entry.key() + "`");
            }
        }
        if (inline.isEmpty() || attached.isEmpty() || managed.isEmpty() || trust.isEmpty()) {
            throw root.problem("a limit is missing");
        }
        return new PolicyLimits(inline, managed.getFirst(), trust.getFirst(), trust.getLast(), attached);
    }

    private static Map<IdentityKind, Integer> byKind(CatalogEntry entry) {
        Map<IdentityKind, Integer> limits = new EnumMap<>(IdentityKind.class);
        for (CatalogEntry row : entry.sorted()) {
            IdentityKind kind = switch (row.key()) {
                case "group" -> IdentityKind.GROUP;
                case "role" -> IdentityKind.ROLE;
                case "user" -> IdentityKind.USER;
                default -> throw CatalogWords.unknown(row, "group, role, user");
            };
            limits.put(kind, numbers(row, 1).getFirst());
        }
        return limits;
    }

    private static List<Integer> numbers(CatalogEntry entry, int count) {
        List<String> texts = entry.texts();
        if (texts.size() != count || !texts.stream().allMatch((text) -> text.matches("[0-9]{1,6}"))) {
            throw entry.problem("expected numbers behind `" + entry.key() + "`: " + count);
        }
        return texts.stream().map(Integer::valueOf).toList();
    }

}
