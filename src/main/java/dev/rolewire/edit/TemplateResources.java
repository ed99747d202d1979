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
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// New resources of a template, each beside the one that it holds.
final class TemplateResources {

    private static final String SUFFIX = "InstanceProfile";

    private final SourceFile source;

    private final Node root;

    private final TemplateReferences references;

    private final Layout layout;

    private final Set<String> taken = new HashSet<>();

    /// The names of what was added, by what it holds.
    private final Map<String, String> names = new HashMap<>();

    TemplateResources(SourceFile source, Node root, TemplateReferences references) {
        this.source = source;
        this.root = root;
        this.references = references;
        this.layout = new Layout(source.text());
        addKeys("Resources");
        addKeys("Parameters");
    }

    private void addKeys(String section) {
        if (section(section) instanceof Mapping mapping) {
            mapping.entries().forEach((entry) -> this.taken.add(entry.name()));
        }
    }

    private @Nullable Node section(String name) {
        return this.root instanceof Mapping mapping ? mapping.get(name) : null;
    }

    Editor.@Nullable Added add(Change.AddHolder change) {
        Mapping.Entry held = entry(change.held().origin().span().start());
        if (held == null || !(held.value() instanceof Mapping body) || body.entries().isEmpty()) {
            return null;
        }
        String name = this.names.computeIfAbsent(held.name(), this::newName);
        List<Line> lines = lines(change, held.name(), name, body);
        int keyStart = held.key().span().start();
        boolean block = !this.references.isJson() && this.layout.startsLine(keyStart) && isBlock(body);
        Written written = block ? block(held, body, lines) : flow(held, body, lines);
        return new Editor.Added(name, written);
    }

    /// What a resource hands over as parameters of a nested stack.
    List<Node> parameters(String stack) {
        Node resource = section("Resources") instanceof Mapping mapping ? mapping.get(stack) : null;
        Node properties = resource instanceof Mapping mapping ? mapping.get("Properties") : null;
        Node parameters = properties instanceof Mapping mapping ? mapping.get("Parameters") : null;
        return parameters instanceof Mapping mapping ? mapping.entries().stream().map(Mapping.Entry::value).toList()
                : List.of();
    }

    /// Makes a resource wait for another one.
    @Nullable Written depend(Span key, String target, TemplateLists lists) {
        Mapping.Entry user = entry(key.start());
        if (user == null || !(user.value() instanceof Mapping body) || body.entries().isEmpty()) {
            return null;
        }
        Mapping.Entry known = body.entry("DependsOn");
        if (known != null) {
            Node last = known.value() instanceof Sequence sequence && !sequence.items().isEmpty()
                    ? sequence.items().getLast() : known.value();
            TreePath path = TreePath.of(this.root, last.span());
            return path == null || path.isShared(this.source.text()) ? null : lists.add(path, List.of(target));
        }
        Mapping.Entry first = body.entries().getFirst();
        int start = first.key().span().start();
        boolean block = this.layout.startsLine(start);
        String gap = block ? this.layout.lineBreak() + this.layout.indent(start) : " ";
        boolean flow = !isBlock(body);
        String text = this.references.isJson() ? "\"DependsOn\": \"" + target + "\"" : "DependsOn: " + target;
        return !block && !flow ? null : Written.of(this.source, start, start, text + (flow ? "," : "") + gap);
    }

    private Mapping.@Nullable Entry entry(int keyStart) {
        if (section("Resources") instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                if (entry.key().span().start() == keyStart) {
                    return entry;
                }
            }
        }
        return null;
    }

    private boolean isBlock(Mapping body) {
        return this.source.text().charAt(body.span().start()) != '{';
    }

    private String newName(String held) {
        String base = held.matches(".+[Rr]ole") ? held.substring(0, held.length() - "Role".length()) : held;
        String name = (base.matches("(?i)role") ? "" : base) + SUFFIX;
        String free = name;
        for (int i = 2; !this.taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    /// A line of the new resource.
    ///
    /// @param depth how deep it is indented
    /// @param key its key; empty for an item of a list
    /// @param value its value, as YAML or JSON as the document is; empty when lines below
    /// hold it
    private record Line(int depth, String key, String value) {

    }

    private List<Line> lines(Change.AddHolder change, String held, String name, Mapping body) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(0, name, ""));
        lines.add(new Line(1, "Type", scalar(change.type())));
        Mapping.Entry condition = body.entry("Condition");
        if (condition != null && condition.value() instanceof Scalar only) {
            lines.add(new Line(1, "Condition", scalar(only.text())));
        }
        lines.add(new Line(1, "Properties", ""));
        String reference = reference(held, change.attribute());
        if (change.list()) {
            lines.add(new Line(2, change.property(), ""));
            lines.add(new Line(3, "", reference));
        }
        else {
            lines.add(new Line(2, change.property(), reference));
        }
        return lines;
    }

    private String scalar(String text) {
        return this.references.isJson() ? '"' + text + '"' : text;
    }

    private String reference(String name, String attribute) {
        String standing = this.references.standing(name, attribute);
        return this.references.isJson() || this.references.usesTags() || !standing.startsWith("!Ref ") ? standing
                : "Ref: " + name;
    }

    private Written block(Mapping.Entry held, Mapping body, List<Line> lines) {
        String outer = this.layout.indent(held.key().span().start());
        String inner = this.layout.indent(body.entries().getFirst().key().span().start());
        String step = Layout.step(outer, inner, "  ");
        String lineBreak = this.layout.lineBreak();
        int end = this.layout.lineEnd(body.span().end());
        StringBuilder text = new StringBuilder();
        if (this.layout.isBelowEmptyLine(held.key().span().start()) || this.layout.isAboveEmptyLine(end)) {
            text.append(lineBreak);
        }
        for (Line line : lines) {
            text.append(lineBreak).append(outer).append(step.repeat(line.depth()));
            text.append(line.key().isEmpty() ? "-" : line.key() + ":");
            text.append(line.value().isEmpty() ? "" : " " + line.value());
        }
        return Written.of(this.source, end, end, text.toString());
    }

    private Written flow(Mapping.Entry held, Mapping body, List<Line> lines) {
        int keyStart = held.key().span().start();
        boolean pretty = this.layout.startsLine(keyStart);
        String outer = this.layout.indent(keyStart);
        String inner = this.layout.indent(body.entries().getFirst().key().span().start());
        String step = Layout.step(outer, inner, "  ");
        String gap = pretty ? this.layout.lineBreak() + outer : " ";
        StringBuilder text = new StringBuilder(",");
        char[] closing = new char[lines.size()];
        int depth = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean deeper = i > 0 && line.depth() > lines.get(i - 1).depth();
            text.append(i == 0 || deeper ? "" : ",");
            text.append(i == 0 || pretty ? gap : deeper ? "" : " ").append(pretty ? step.repeat(line.depth()) : "");
            text.append(line.key().isEmpty() ? "" : key(line.key()) + ": ").append(line.value());
            if (line.value().isEmpty()) {
                boolean list = lines.get(i + 1).key().isEmpty();
                text.append(list ? '[' : '{');
                closing[line.depth()] = list ? ']' : '}';
            }
            depth = line.depth();
        }
        for (int i = depth - 1; i >= 0; i--) {
            text.append(pretty ? gap + step.repeat(i) : "").append(closing[i]);
        }
        int end = body.span().end();
        return Written.of(this.source, end, end, text.toString());
    }

    private String key(String name) {
        return '"' + name + '"';
    }

}
