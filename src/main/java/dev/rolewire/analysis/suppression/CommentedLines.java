package dev.rolewire.analysis.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.hcl.Body;
import dev.rolewire.syntax.hcl.Comment;
import dev.rolewire.syntax.hcl.HclFile;
import org.jspecify.annotations.Nullable;

/// Which part of a document a comment is about.
final class CommentedLines {

    /// How many comments may stand between one and what it is about: without a bound the
    /// work would grow with the square of the comments.
    private static final int MOST_SKIPPED = 100;

    private final SourceFile source;

    private final String text;

    /// The ends of comments by their starts; empty for YAML.
    private final Map<Integer, Integer> comments = new HashMap<>();

    private final boolean yaml;

    /// What starts in a line, by its number.
    private final Map<Integer, List<Span>> starting = new HashMap<>();

    /// The blocks of resources and data sources of Terraform.
    private final List<Span> resources = new ArrayList<>();

    private CommentedLines(SourceFile source, boolean yaml) {
        this.source = source;
        this.text = source.text();
        this.yaml = yaml;
    }

    static CommentedLines of(SourceFile source, HclFile file) {
        CommentedLines lines = new CommentedLines(source, false);
        for (Comment comment : file.comments()) {
            lines.comments.put(comment.span().start(), comment.span().end());
        }
        lines.add(file.body());
        for (String type : List.of("resource", "data")) {
            file.body().blocks(type).forEach((block) -> lines.resources.add(block.span()));
        }
        return lines;
    }

    static CommentedLines of(SourceFile source, Node tree) {
        CommentedLines lines = new CommentedLines(source, true);
        ScalarSpans.visit(tree, (node) -> {
            if (node instanceof Mapping mapping) {
                mapping.entries().forEach((entry) -> lines.add(entry.key().span(), entry.value().span()));
            }
            else if (node instanceof Sequence sequence) {
                sequence.items().forEach((item) -> lines.add(item.span(), item.span()));
            }
        });
        return lines;
    }

    private void add(Body body) {
        for (Body.Item item : body.items()) {
            add(item.span(), item.span());
            if (item instanceof Body.Block block) {
                add(block.body());
            }
        }
    }

    /// An alias stands where it is written and covers nothing of what it stands for.
    private void add(Span first, Span last) {
        if (last.end() > first.start()) {
            int line = line(first.start());
            this.starting.computeIfAbsent(line, (number) -> new ArrayList<>()).add(new Span(first.start(), last.end()));
        }
    }

    /// What a comment covers: its line when something stands there too, else the next one
    /// in which something stands, with all that starts there.
    List<Span> coveredBy(Span comment) {
        int line = line(comment.start());
        int start = this.source.lines().startOf(line);
        boolean trailing = content(start) < comment.start();
        int at = trailing ? comment.start() : content(comment.end());
        int covered = line(at);
        List<Span> spans = new ArrayList<>();
        int from = this.source.lines().startOf(covered);
        spans.add(new Span(from, endOfLine(this.text, from)));
        spans.addAll(this.starting.getOrDefault(covered, List.of()));
        return List.copyOf(spans);
    }

    /// The block of the resource in which something starts, or null when it is in none.
    @Nullable Span resourceAround(Span line) {
        return this.resources.stream()
            .filter((block) -> block.start() < line.end() && line.start() < block.end())
            .findFirst()
            .orElse(null);
    }

    /// The first place from an offset on where neither white space nor a comment stands.
    private int content(int offset) {
        int at = offset;
        int skipped = 0;
        while (at < this.text.length() && skipped < MOST_SKIPPED) {
            Integer end = this.comments.get(at);
            if (end != null) {
                at = Math.max(end, at + 1);
                skipped++;
            }
            else if (this.yaml && this.text.charAt(at) == '#') {
                at = endOfLine(this.text, at);
                skipped++;
            }
            else if (Character.isWhitespace(this.text.charAt(at))) {
                at++;
            }
            else {
                break;
            }
        }
        return at;
    }

    private int line(int offset) {
        return this.source.lines().position(offset).line();
    }

    /// The end of the line that an offset is in, before its break.
    static int endOfLine(String text, int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

}
