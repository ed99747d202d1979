package dev.rolewire.frontend.cloudformation.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import org.jspecify.annotations.Nullable;

/// Small questions about syntax trees whose shape is not certain.
final class Trees {

    private static final Mapping NONE = Mapping.of(List.of(), Span.at(0), null);

    private Trees() {
    }

    /// A field that is a mapping; an empty one for anything else.
    static Mapping mapping(@Nullable Node node, String key) {
        return node instanceof Mapping mapping && mapping.get(key) instanceof Mapping found ? found : NONE;
    }

    /// A field that is a text; null for anything else.
    static @Nullable String text(@Nullable Node node, String key) {
        return node instanceof Mapping mapping && mapping.get(key) instanceof Scalar scalar && !scalar.isNull()
                ? scalar.text() : null;
    }

    /// The fields of a mapping that are texts.
    static SequencedMap<String, String> texts(Mapping mapping) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        for (Mapping.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
                texts.put(entry.name(), scalar.text());
            }
        }
        return texts;
    }

}
