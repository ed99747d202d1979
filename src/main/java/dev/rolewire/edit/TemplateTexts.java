package dev.rolewire.edit;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// Texts of templates that get a pseudo parameter in the place of one of its values.
final class TemplateTexts {

    private static final String SUB = "Fn::Sub";

    private final SourceFile source;

    private final boolean json;

    TemplateTexts(SourceFile source, boolean json) {
        this.source = source;
        this.json = json;
    }

    /// A scalar, and whether `Fn::Sub` reads it.
    private record Text(Scalar scalar, boolean substituted) {

    }

    /// Puts a pseudo parameter in the place of a part of a text.
    /// @param before what stands before that part, and is looked for together with it
    /// @param name the pseudo parameter
    /// @return null when the part does not stand exactly once below the node
    @Nullable Written interpolate(Node node, String before, String old, String name) {
        List<Text> texts = new ArrayList<>();
        collect(node, false, before + old, texts);
        if (texts.size() != 1) {
            return null;
        }
        Scalar scalar = texts.getFirst().scalar();
        String variable = before + "${" + name + "}" + old.substring(old.length() - 1);
        if (texts.getFirst().substituted()) {
            return Lists.replace(this.source, scalar.span(), before + old, variable);
        }
        String text = scalar.text();
        boolean plain = scalar.tag() == null
                && text.chars().allMatch((c) -> c > ' ' && c < 0x7F && "\"\\$".indexOf(c) < 0);
        if (!plain || text.indexOf(before + old) != text.lastIndexOf(before + old)
                || TreePath.anchor(this.source.text(), scalar.span().start()) != null) {
            return null;
        }
        String quoted = "\"" + text.replace(before + old, variable) + "\"";
        return Written.of(this.source, scalar.span().start(), scalar.span().end(),
                this.json ? "{ \"" + SUB + "\": " + quoted + " }" : "!Sub " + quoted);
    }

    private static void collect(Node node, boolean substituted, String part, List<Text> found) {
        boolean sub = substituted || "!Sub".equals(node.tag());
        switch (node) {
            case Scalar scalar -> {
                if (scalar.text().contains(part)) {
                    found.add(new Text(scalar, sub));
                }
            }
            case Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    collect(sequence.items().get(i), sub && i == 0, part, found);
                }
            }
            case Mapping mapping ->
                mapping.entries().forEach((entry) -> collect(entry.value(), entry.name().equals(SUB), part, found));
        }
    }

}
