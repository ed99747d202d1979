package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.json.JsonAscii;
import dev.rolewire.syntax.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// The head of a resource in a plan or state that is being read: what tells whether it matters. One object serves all
/// entries, one after the other; nodes are made only of those that are kept.
final class StreamedEntry {

    @Nullable String type;

    @Nullable String name;

    @Nullable String previous;

    boolean data;

    boolean deposed;

    /// Where the entry begins.
    long start;

    /// Where the values begin: `change`, or `values`; -1 when there are none.
    long body;

    long sensitive;

    long dependencies;

    private final JsonAscii address = new JsonAscii();

    /// Whether the address is there; as a text only once it was asked for.
    private boolean addressed;

    private @Nullable String addressText;

    private boolean mode;

    private long addressAt;

    private long addressEnd;

    private long typeAt;

    private long previousAt;

    private long providerAt;

    private long deposedAt;

    private String deposedKey = "";

    private int version;

    /// Counts what was read of the head.
    int version() {
        return this.version;
    }

    /// Whether all was read that tells whether the resource matters.
    boolean isComplete() {
        return this.addressed && this.type != null && this.name != null && this.mode;
    }

    /// Whether it has an address.
    boolean hasAddress() {
        return this.addressed;
    }

    /// The address, or null when it has none.
    @Nullable String address() {
        if (this.addressed && this.addressText == null) {
            this.addressText = this.address.toString();
        }
        return this.addressText;
    }

    /// Takes note of the address.
    /// @return false when it was seen before
    boolean isNew(AddressSet seen) {
        return seen.add(this.address);
    }

    /// Reads an entry, which is an object.
    /// @param bodyKey the key of its values
    /// @param body reads the values, or skips them
    void read(JsonReader reader, String bodyKey, Runnable body) {
        clear();
        this.start = reader.mark();
        reader.enter();
        for (String key = reader.nextKey(); key != null; key = reader.nextKey()) {
            if (key.equals(bodyKey)) {
                this.body = reader.mark();
                body.run();
            }
            else {
                field(reader, key);
            }
        }
    }

    private void clear() {
        this.addressed = false;
        this.addressText = null;
        this.type = null;
        this.name = null;
        this.previous = null;
        this.data = false;
        this.mode = false;
        this.deposed = false;
        this.body = -1;
        this.sensitive = -1;
        this.dependencies = -1;
        this.addressAt = -1;
        this.typeAt = -1;
        this.previousAt = -1;
        this.providerAt = -1;
        this.deposedAt = -1;
        this.version = 0;
    }

    private void field(JsonReader reader, String key) {
        switch (key) {
            case "address" -> {
                this.addressAt = reader.mark();
                address(reader);
                this.version++;
            }
            case "type" -> {
                this.typeAt = reader.mark();
                this.type = name(reader);
                this.version++;
            }
            case "name" -> {
                this.name = name(reader);
                this.version++;
            }
            case "mode" -> {
                this.data = "data".equals(name(reader));
                this.mode = true;
                this.version++;
            }
            case "previous_address" -> {
                this.previousAt = reader.mark();
                this.previous = name(reader);
            }
            case "provider_name" -> this.providerAt = skipped(reader);
            case "deposed", "deposed_key" -> {
                this.deposed = !reader.isNull();
                this.deposedKey = key;
                this.deposedAt = skipped(reader);
            }
            case "sensitive_values" -> this.sensitive = skipped(reader);
            case "depends_on" -> this.dependencies = skipped(reader);
            default -> reader.skip();
        }
    }

    private void address(JsonReader reader) {
        this.addressText = null;
        this.addressed = reader.isString();
        if (!this.addressed) {
            reader.skip();
        }
        else if (!reader.ascii(this.address)) {
            this.addressText = reader.text();
            this.address.take(this.addressText);
        }
        this.addressEnd = reader.place();
    }

    private static long skipped(JsonReader reader) {
        long at = reader.mark();
        reader.skip();
        return at;
    }

    /// The string that comes next; null when something else does, which is stepped over.
    static @Nullable String name(JsonReader reader) {
        if (reader.isString()) {
            return reader.name();
        }
        reader.skip();
        return null;
    }

    /// The head as nodes; moves the reader.
    List<Mapping.Entry> fields(JsonReader reader) {
        List<Mapping.Entry> fields = new ArrayList<>();
        String text = address();
        if (text == null) {
            add(fields, reader, "address", this.addressAt, true);
        }
        else {
            fields.add(new Mapping.Entry(reader.sharedKey("address"),
                    reader.scalar(text, this.addressAt, this.addressEnd)));
        }
        add(fields, reader, "previous_address", this.previousAt, true);
        add(fields, reader, "type", this.typeAt, this.type == null);
        add(fields, reader, "provider_name", this.providerAt, false);
        add(fields, reader, this.deposedKey, this.deposedAt, true);
        return fields;
    }

    private static void add(List<Mapping.Entry> fields, JsonReader reader, String key, long at, boolean located) {
        if (at >= 0) {
            reader.back(at);
            boolean placed = located || !reader.isString();
            fields.add(new Mapping.Entry(reader.sharedKey(key), placed ? reader.node() : reader.unlocated()));
        }
    }

    /// Whether the address is one of this type.
    boolean isRegular() {
        if (!this.addressed || this.type == null) {
            return false;
        }
        if (isPlain(this.address, this.type, this.name)) {
            return true;
        }
        ResourceAddress parsed = ResourceAddress.parse(String.valueOf(address()));
        return parsed != null && parsed.block().type().equals(this.type);
    }

    /// Whether the address ends with type and name, and perhaps a key: nearly all do.
    private boolean isPlain(JsonAscii text, String ofType, @Nullable String ofName) {
        if (ofName == null || ofName.isEmpty()) {
            return false;
        }
        int nameAt = keyAt(text) - ofName.length();
        int typeAt = nameAt - 1 - ofType.length();
        int first = typeAt - (this.data ? "data.".length() : 0);
        if (first < 0 || (first > 0 && (text.byteAt(first - 1) != '.' || !text.has("module.", 0)))) {
            return false;
        }
        return text.has(ofName, nameAt) && text.byteAt(nameAt - 1) == '.' && text.has(ofType, typeAt)
                && (!this.data || text.has("data.", first));
    }

    /// The index of a plain key at the end of an address, or its length.
    private static int keyAt(JsonAscii text) {
        int last = text.length() - 1;
        if (last < 2 || text.byteAt(last) != ']') {
            return text.length();
        }
        int at = last - 1;
        if (text.byteAt(at) == '"') {
            int quote = text.lastIndexOf('"', at);
            boolean plain = quote > 0 && text.byteAt(quote - 1) == '[' && text.lastIndexOf('\\', last) < quote
                    && text.lastIndexOf('$', last) < quote && text.lastIndexOf('%', last) < quote;
            return plain ? quote - 1 : text.length();
        }
        while (at > 0 && text.byteAt(at) >= '0' && text.byteAt(at) <= '9') {
            at--;
        }
        return text.byteAt(at) == '[' && at < last - 1 ? at : text.length();
    }

}
