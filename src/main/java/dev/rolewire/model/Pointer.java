package dev.rolewire.model;

import org.jspecify.annotations.Nullable;

/// A JSON Pointer (RFC 6901), built from the root downwards; sharing its prefix makes it cheap to extend.
public final class Pointer {

    public static final Pointer ROOT = new Pointer(null, "", 0);

    private final @Nullable Pointer parent;

    /// Null for an index.
    private final @Nullable String key;

    private final int index;

    private Pointer(@Nullable Pointer parent, @Nullable String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    public Pointer child(String key) {
        return new Pointer(this, key, 0);
    }

    public Pointer child(int index) {
        return new Pointer(this, null, index);
    }

    /// The last token, unescaped; empty for the root.
    public String token() {
        return this.key == null ? Integer.toString(this.index) : this.key;
    }

    /// The first token, unescaped; empty for the root.
    public String first() {
        Pointer at = this;
        while (at.parent != null && at.parent.parent != null) {
            at = at.parent;
        }
        return at.token();
    }

    public @Nullable Pointer parent() {
        return this.parent;
    }

    /// The pointer with its tokens escaped; the empty string for the root.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString();
    }

    private void append(StringBuilder text) {
        if (this.parent == null) {
            return;
        }
        this.parent.append(text);
        text.append('/').append(token().replace("~", "~0").replace("/", "~1"));
    }

}
