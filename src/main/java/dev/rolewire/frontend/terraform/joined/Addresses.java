package dev.rolewire.frontend.terraform.joined;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Addresses of instances by that of their block. Where the configuration does not say which instances there are, one
/// with the key `*` stands for all.
final class Addresses {

    private final Map<String, List<String>> byBlock = new HashMap<>();

    Addresses(Collection<String> addresses) {
        addresses
            .forEach((address) -> this.byBlock.computeIfAbsent(block(address), (_) -> new ArrayList<>()).add(address));
    }

    /// The address without any key.
    static String block(String address) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < address.length()) {
            if (address.charAt(at) == '[') {
                at = keyEnd(address, at);
            }
            else {
                text.append(address.charAt(at++));
            }
        }
        return text.toString();
    }

    /// Whether a key of it stands for all.
    static boolean isOpen(String address) {
        return address.contains("[*]");
    }

    /// The one that stands for an instance: itself, or one with the key `*`.
    @Nullable String standsFor(String instance) {
        List<String> candidates = this.byBlock.getOrDefault(block(instance), List.of());
        return candidates.contains(instance) ? instance
                : candidates.stream().filter((open) -> matches(open, instance)).findFirst().orElse(null);
    }

    /// The instances that an address with the key `*` stands for.
    List<String> instances(String open) {
        return this.byBlock.getOrDefault(block(open), List.of())
            .stream()
            .filter((instance) -> matches(open, instance))
            .toList();
    }

    /// Where the key that starts at an offset ends, the bracket included.
    private static int keyEnd(String address, int from) {
        boolean quoted = false;
        for (int i = from + 1; i < address.length(); i++) {
            char c = address.charAt(i);
            if (quoted && c == '\\') {
                i++;
            }
            else if (c == '"') {
                quoted = !quoted;
            }
            else if (c == ']' && !quoted) {
                return i + 1;
            }
        }
        return address.length();
    }

    private static boolean matches(String open, String instance) {
        int left = 0;
        int right = 0;
        while (left < open.length() && right < instance.length()) {
            boolean key = open.startsWith("[*]", left) && instance.charAt(right) == '[';
            if (!key && open.charAt(left) != instance.charAt(right)) {
                return false;
            }
            left += key ? "[*]".length() : 1;
            right = key ? keyEnd(instance, right) : right + 1;
        }
        return left == open.length() && right == instance.length();
    }

}
