package dev.rolewire.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Hashes of API keys by the names of their clients. A key is random and long, so that one round of SHA-256 is enough: there
/// is nothing to guess, and no call costs much.
final class ApiKeys {

    private static final String PREFIX = "{sha256}";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private static final Pattern HASH = Pattern.compile("\\{sha256\\}[0-9A-Fa-f]{64}");

    private final SequencedMap<String, byte[]> hashes;

    private ApiKeys(SequencedMap<String, byte[]> hashes) {
        this.hashes = hashes;
    }

    /// Keys by name.
    /// @throws IllegalArgumentException with the name of what is none
    static ApiKeys of(Map<String, String> encoded) {
        SequencedMap<String, byte[]> hashes = new LinkedHashMap<>();
        encoded.forEach((name, hash) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "the name of an API key is 1 to 63 letters, digits, dots, dashes or underscores");
            }
            if (!HASH.matcher(hash.strip()).matches()) {
                throw new IllegalArgumentException("the API key `" + name
                        + "` is no hash: give `{sha256}` and the SHA-256 digest of the key in hexadecimal");
            }
            hashes.put(name, HexFormat.of().parseHex(hash.strip().substring(PREFIX.length())));
        });
        return new ApiKeys(hashes);
    }

    /// Keys as lines `name {sha256}...`; empty lines and those that start with `#` say
    /// nothing.
    /// @throws IllegalArgumentException with the number of the line that is none
    static SequencedMap<String, String> lines(String text) {
        SequencedMap<String, String> encoded = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split("\\s+", -1);
            if (words.length != 2 || encoded.putIfAbsent(words[0], words[1]) != null) {
                throw new IllegalArgumentException(
                        "line " + number + " of the API keys is not `name {sha256}...`, or names a client twice");
            }
        }
        return encoded;
    }

    /// The client that has a key. All hashes are compared, in a time that tells nothing.
    Optional<String> client(String key) {
        byte[] digest = sha256(key);
        String found = null;
        for (Map.Entry<String, byte[]> entry : this.hashes.entrySet()) {
            if (MessageDigest.isEqual(entry.getValue(), digest)) {
                found = entry.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    boolean isEmpty() {
        return this.hashes.isEmpty();
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        }
        catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

}
