package dev.rolewire.frontend.terraform.function;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.rolewire.model.Value;

/// Digests and identifiers.
final class HashFunctions {

    /// The name spaces of RFC 4122, appendix C.
    private static final Map<String, UUID> NAMESPACES = Map.of("dns",
            UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "url",
            UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "oid",
            UUID.fromString("6ba7b812-9dad-11d1-80b4-00c04fd430c8"), "x500",
            UUID.fromString("6ba7b814-9dad-11d1-80b4-00c04fd430c8"));

    private HashFunctions() {
    }

    static void addTo(Library library) {
        library.add("md5", 1, (arguments, known) -> known.text(hex("MD5", bytes(arguments, known))));
        library.add("sha1", 1, (arguments, known) -> known.text(hex("SHA-1", bytes(arguments, known))));
        library.add("sha256", 1, (arguments, known) -> known.text(hex("SHA-256", bytes(arguments, known))));
        library.add("sha512", 1, (arguments, known) -> known.text(hex("SHA-512", bytes(arguments, known))));
        library.add("base64sha256", 1, (arguments, known) -> known.text(base64("SHA-256", bytes(arguments, known))));
        library.add("base64sha512", 1, (arguments, known) -> known.text(base64("SHA-512", bytes(arguments, known))));
        library.add("uuidv5", 2, HashFunctions::uuidv5);
        library.add("uuid", 0, (arguments, known) -> known.later("uuid()"));
        library.add("bcrypt", 1, 2, (arguments, known) -> {
            known.text(arguments.getFirst(), 0);
            return known.later("bcrypt(...)");
        });
        library.add("rsadecrypt", 2, (arguments, known) -> {
            known.text(arguments.getFirst(), 0);
            return known.later("rsadecrypt(...)");
        });
    }

    private static byte[] bytes(List<Value> arguments, Known known) {
        return known.text(arguments.getFirst(), 0).getBytes(StandardCharsets.UTF_8);
    }

    static String hex(String algorithm, byte[] bytes) {
        return HexFormat.of().formatHex(digest(algorithm, bytes));
    }

    static String base64(String algorithm, byte[] bytes) {
        return Base64.getEncoder().encodeToString(digest(algorithm, bytes));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("every Java has " + algorithm, ex);
        }
    }

    private static Value uuidv5(List<Value> arguments, Known known) {
        String namespace = known.text(arguments.getFirst(), 0);
        UUID space = NAMESPACES.get(namespace);
        if (space == null) {
            space = parse(namespace);
        }
        byte[] name = known.text(arguments.get(1), 1).getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(16 + name.length);
        buffer.putLong(space.getMostSignificantBits()).putLong(space.getLeastSignificantBits()).put(name);
        ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", buffer.array()));
        long high = hash.getLong() & ~0xf000L | 0x5000L;
        long low = hash.getLong() & ~0xc000_0000_0000_0000L | 0x8000_0000_0000_0000L;
        return known.text(new UUID(high, low).toString());
    }

    private static UUID parse(String text) {
        String bare = text.startsWith("urn:uuid:") ? text.substring(9) : text;
        if (!bare.matches("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")) {
            throw Failure.of("uuidv5() doesn't support namespace " + text);
        }
        return UUID.fromString(bare);
    }

}
