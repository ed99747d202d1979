package dev.rolewire.frontend.cloudformation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Where the SAM transform puts what stands in a slot.
///
/// @param address the logical id
/// @param type the resource type
/// @param property the property path, `*` for one segment
record ServerlessSlot(String address, String type, String property) {

    private static final List<String[]> ROWS = read();

    private static List<String[]> read() {
        try (InputStream data = ServerlessSlot.class.getResourceAsStream("/serverless/slots.tsv")) {
            String text = new String(Objects.requireNonNull(data).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter((line) -> !line.startsWith("#")).map((line) -> line.split("\t")).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /// The places for a slot of the input: for one of SAM what the table says, for
    /// another one its own.
    static List<ServerlessSlot> targets(String type, String address, String property) {
        if (!type.startsWith("AWS::Serverless::")) {
            return List.of(new ServerlessSlot(address, type, property));
        }
        List<ServerlessSlot> targets = new ArrayList<>();
        for (String[] row : ROWS) {
            String key = row[0].equals(type) ? key(row[1], property) : null;
            if (key != null) {
                targets.add(new ServerlessSlot(row[2].replace("${id}", address).replace("${key}", key), row[3],
                        row[4].replace("${key}", key)));
            }
        }
        return targets;
    }

    /// What `*` of a path stands for in another one, the empty text when it has none;
    /// null when they do not match.
    private static @Nullable String key(String pattern, String path) {
        StringBuilder expression = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            expression.append(expression.isEmpty() ? "" : "(.+)").append(Pattern.quote(part));
        }
        Matcher matcher = Pattern.compile(expression.toString()).matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        return matcher.groupCount() == 0 ? "" : matcher.group(1);
    }

    boolean is(String otherAddress, String otherType, String otherProperty) {
        return this.address.equals(otherAddress) && this.type.equals(otherType)
                && (this.property.equals(otherProperty) || key(this.property, otherProperty) != null);
    }

}
