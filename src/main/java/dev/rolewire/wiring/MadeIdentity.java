package dev.rolewire.wiring;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.catalog.IdentityKind;
import dev.rolewire.model.Value;

/// An identity that a deployment makes, by its name as far as that is known.
///
/// @param kind what it is
/// @param texts the texts of the name that are known, in order, with any text between two of them; one text alone is
/// the whole name
record MadeIdentity(IdentityKind kind, List<String> texts) {

    /// What AWS calls the role that it makes for a service.
    private static final String SERVICE_LINKED = "AWSServiceRoleFor";

    /// Copies the list.
    MadeIdentity {
        texts = List.copyOf(texts);
    }

    /// A name that a document gives.
    static MadeIdentity of(IdentityKind kind, Value name) {
        List<String> texts = new ArrayList<>();
        texts.add("");
        List<Value> parts = name instanceof Value.Concat concat ? concat.parts() : List.of(name);
        for (Value part : parts) {
            if (part instanceof Value.Literal literal) {
                texts.set(texts.size() - 1, texts.getLast() + literal.text());
            }
            else {
                texts.add("");
            }
        }
        return new MadeIdentity(kind, texts);
    }

    /// A service-linked role: its name depends on the service.
    static MadeIdentity serviceLinked() {
        return new MadeIdentity(IdentityKind.ROLE, List.of(SERVICE_LINKED, ""));
    }

    /// One of which nothing is known but that it may be made.
    static MadeIdentity any(IdentityKind kind) {
        return new MadeIdentity(kind, List.of("", ""));
    }

    /// Whether the whole name is known.
    boolean isKnown() {
        return this.texts.size() == 1;
    }

    /// Whether something of the name is known.
    boolean isTelling() {
        return this.texts.stream().anyMatch((text) -> !text.isEmpty());
    }

    /// Whether it may have a name.
    boolean mayBe(IdentityKind other, String name) {
        if (this.kind != other || this.texts.size() == 1) {
            return this.kind == other && name.equals(this.texts.getFirst());
        }
        String first = this.texts.getFirst();
        String last = this.texts.getLast();
        if (!name.startsWith(first) || !name.endsWith(last) || name.length() < first.length() + last.length()) {
            return false;
        }
        int from = first.length();
        int end = name.length() - last.length();
        for (String text : this.texts.subList(1, this.texts.size() - 1)) {
            int at = name.indexOf(text, from);
            if (at < 0 || at + text.length() > end) {
                return false;
            }
            from = at + text.length();
        }
        return true;
    }

}
