package dev.rolewire.model;

import org.jspecify.annotations.Nullable;

/// A JSON Pointer (RFC 6901), built from the root downwards; sharing its prefix makes it cheap to extend.
public final class Pointer {

    public static final Pointer ROOT = new Pointer(null, "");

    private final @Nullable Pointer parent;

    private final String token;

    private Pointer(@Nullable Pointer parent, String token) {
        this.parent = parent;
        this.token = token;
    }

    public Pointer child(String key) {
        return new Pointer(this, key);
    }

    public Pointer child(int index) {
        return new Pointer(this, Integer.toString(index));
    }

    /// The last token, unescaped; empty for the root.
    public String token() {
        return this.token;
    }

    /// The first token, unescaped; empty for the root.
    public String first() {
        Pointer at = this;
        while (at.parent != null && at.parent.parent != null) {
            at = at.parent;
        }
        return at.token;
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
        text.append('/').append(this.token.replace("~", "~0").replace("/", "~1"));
    }

}
