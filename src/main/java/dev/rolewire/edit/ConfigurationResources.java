package dev.rolewire.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rolewire.remedy.Change;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.Expression;
import org.jspecify.annotations.Nullable;

/// New resources of a Terraform module, each below the one that it holds.
final class ConfigurationResources {

    private final SourceFile source;

    private final Body body;

    private final Layout layout;

    private final Set<String> taken = new HashSet<>();

    private final Map<String, String> labels = new HashMap<>();

    ConfigurationResources(SourceFile source, Body body) {
        this.source = source;
        this.body = body;
        this.layout = new Layout(source.text());
        body.blocks("resource").forEach((block) -> this.taken.add(name(block)));
    }

    private static String name(Body.Block block) {
        return String.join(".", block.labels().stream().map(Body.Label::text).toList());
    }

    /// The block of a resource.
    /// @param header where its header is written
    private Body.@Nullable Block block(Span header) {
        return this.body.blocks("resource")
            .stream()
            .filter((block) -> block.headerSpan().equals(header))
            .findFirst()
            .orElse(null);
    }

    /// Makes a resource wait for another one.
    @Nullable Written depend(Span header, String target, Lists lists) {
        Body.Block user = block(header);
        if (user == null || this.source.uri().endsWith(".json")) {
            return null;
        }
        Body.Attribute known = user.body().attribute("depends_on");
        if (known != null) {
            return known.value() instanceof Expression.Tuple tuple && !tuple.items().isEmpty()
                    ? lists.add(tuple.items().getLast().span(), true, List.of(target), "") : null;
        }
        int close = user.span().end() - 1;
        String indent = this.layout.indent(user.span().start());
        String line = this.layout.lineBreak() + indent + "  depends_on = [" + target + "]" + this.layout.lineBreak();
        return this.layout.startsLine(close)
                ? Written.of(this.source, this.layout.lineStart(close), close, line + indent) : null;
    }

    Editor.@Nullable Added add(Change.AddHolder change) {
        Body.Block held = block(change.held().origin().span());
        if (held == null || held.labels().size() != 2 || this.source.uri().endsWith(".json")) {
            return null;
        }
        String label = this.labels.computeIfAbsent(name(held), (_) -> newLabel(change, held.labels().get(1).text()));
        String lineBreak = this.layout.lineBreak();
        String indent = this.layout.indent(held.span().start());
        String step = held.body().items().isEmpty() ? "  "
                : Layout.step(indent, this.layout.indent(held.body().items().getFirst().span().start()), "  ");
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(indent + "resource \"" + change.type() + "\" \"" + label + "\" {");
        metaArguments(held).forEach((line) -> lines.add(line.isEmpty() ? "" : indent + step + line));
        String reference = name(held) + key(held) + "." + change.attribute();
        lines.add(indent + step + change.property() + " = " + (change.list() ? "[" + reference + "]" : reference));
        lines.add(indent + "}");
        int end = this.layout.lineEnd(held.span().end());
        String text = lineBreak + String.join(lineBreak, lines);
        return new Editor.Added(change.type() + "." + label, Written.of(this.source, end, end, text));
    }

    private String newLabel(Change.AddHolder change, String label) {
        change.taken().forEach((address) -> {
            ResourceName name = ResourceName.of(address);
            this.taken.add(name == null ? address : name.block());
        });
        String free = label;
        for (int i = 2; !this.taken.add(change.type() + "." + free); i++) {
            free = label + "_" + i;
        }
        return free;
    }

    /// What says how often and where the held resource is made, which holds for the new
    /// one as well.
    private List<String> metaArguments(Body.Block held) {
        List<Body.Attribute> found = held.body()
            .attributes()
            .stream()
            .filter((attribute) -> List.of("provider", "count", "for_each").contains(attribute.name().text()))
            .toList();
        int width = found.stream().mapToInt((attribute) -> attribute.name().text().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Body.Attribute attribute : found) {
            String name = attribute.name().text();
            lines.add(name + " ".repeat(width - name.length()) + " = " + this.source.textAt(attribute.value().span()));
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        return lines;
    }

    private static String key(Body.Block held) {
        if (held.body().attribute("count") != null) {
            return "[count.index]";
        }
        return held.body().attribute("for_each") != null ? "[each.key]" : "";
    }

}
