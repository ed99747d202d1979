package dev.rolewire.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import dev.rolewire.finding.Finding;
import org.jspecify.annotations.Nullable;

/// What stays the same of a finding when the lines and list items around it move: its rule, its document, what it judges and
/// what it says, without the numbers of lines, columns and items.
final class Fingerprint {

    private static final int BYTES = 16;

    private static final Pattern INDEX = Pattern.compile("/[0-9]+(?=/|$)");

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*");

    private Fingerprint() {
    }

    /// Makes a fingerprint: 32 hexadecimal digits.
    /// @param uri the document's path
    static String of(String ruleId, String uri, Finding.@Nullable Subject subject, String message) {
        String property = subject == null ? "" : subject.address() + '\0' + withoutIndices(subject.property());
        String text = String.join("\0", ruleId, uri, property, withoutNumbers(message));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("every Java platform has SHA-256", ex);
        }
    }

    private static @Nullable String withoutIndices(@Nullable String path) {
        return path == null ? null : INDEX.matcher(path).replaceAll("/*");
    }

    /// What is quoted is the document's own, of which only the indices of a property path
    /// move; an ARN is no path.
    private static String withoutNumbers(String message) {
        StringBuilder text = new StringBuilder();
        String[] parts = message.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean quoted = i % 2 == 1;
            if (!quoted) {
                text.append(NUMBER.matcher(parts[i]).replaceAll("*"));
            }
            else {
                text.append('`').append(parts[i].contains(":") ? parts[i] : withoutIndices(parts[i])).append('`');
            }
        }
        return text.toString();
    }

}
