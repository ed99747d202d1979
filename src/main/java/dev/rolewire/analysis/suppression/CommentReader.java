package dev.rolewire.analysis.suppression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.frontend.BundleFile;
import dev.rolewire.model.Pointer;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.hcl.Comment;
import dev.rolewire.syntax.hcl.HclFile;

/// Reads comments that say `rolewire:ignore rule-id reason`. One at the end of a line, or in the line above it, covers
/// the line and all of the entries, blocks and list items that start there.
final class CommentReader {

    private static final String WORD = "rolewire:";

    private static final Pattern DIRECTIVE = Pattern.compile("rolewire:\\s*(\\S*)(?:\\s+(.*))?", Pattern.DOTALL);

    private static final Pattern RULES = Pattern.compile("([a-z0-9-]+(?:,[a-z0-9-]+)*):?(?:\\s+(.*))?", Pattern.DOTALL);

    private static final int MOST_RULES = 100;

    private static final String EXPECTED = "expected `rolewire:ignore rule-id reason`";

    private final Directives.Collector collector;

    private final CommentedLines lines;

    private CommentReader(Directives.Collector collector, CommentedLines lines) {
        this.collector = collector;
        this.lines = lines;
    }

    static void read(BundleFile file, Directives.Collector collector) {
        String text = file.source().text();
        if (!text.contains(WORD)) {
            return;
        }
        HclFile configuration = file.configuration();
        Node tree = file.tree();
        if (configuration != null) {
            CommentReader reader = new CommentReader(collector, CommentedLines.of(file.source(), configuration));
            configuration.comments().forEach((comment) -> reader.take(text(comment), comment.span()));
        }
        else if (tree != null) {
            CommentReader reader = new CommentReader(collector, CommentedLines.of(file.source(), tree));
            yamlComments(text, tree).forEach((comment) -> reader.take(text(comment), comment.span()));
        }
    }

    /// What a comment says, without what decorates it.
    private static String text(Comment comment) {
        return comment.text().replaceAll("(?:^|\\n)[#*/\\s]+", " ").strip();
    }

    private void take(String comment, Span at) {
        Matcher directive = DIRECTIVE.matcher(comment);
        if (!directive.matches() || !this.collector.mayTake(at)) {
            return;
        }
        if (!directive.group(1).equals("ignore")) {
            this.collector.malformed(EXPECTED + ", found `rolewire:" + directive.group(1) + "`", Pointer.ROOT, at);
            return;
        }
        String rest = directive.group(2) == null ? "" : directive.group(2).strip();
        Matcher rules = RULES.matcher(rest);
        if (!rules.matches()) {
            this.collector.malformed(rest.isEmpty() ? "the suppression names no rule; " + EXPECTED
                    : EXPECTED + ", found `" + rest.lines().findFirst().orElse("") + "`", Pointer.ROOT, at);
            return;
        }
        String reason = rules.group(2) == null ? "" : rules.group(2).replaceFirst("^(?:--?|:|\u2013|\u2014)\\s+", "");
        List<Span> covered = this.lines.coveredBy(at);
        Span block = this.lines.resourceAround(covered.getFirst());
        for (String rule : rules.group(1).split(",", MOST_RULES)) {
            this.collector.suppress(rule, reason, covered, block, Pointer.ROOT, at);
        }
        if (reason.isBlank()) {
            this.collector.withoutReason(rules.group(1), Pointer.ROOT, at);
        }
    }

    /// The comments that may be directives: no text in a scalar looks like a comment to
    /// YAML.
    private static List<Comment> yamlComments(String text, Node tree) {
        List<Comment> comments = new ArrayList<>();
        ScalarSpans scalars = ScalarSpans.of(text, tree);
        for (int at = text.indexOf(WORD); at >= 0; at = text.indexOf(WORD, at + 1)) {
            int start = at;
            while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '#')) {
                start--;
            }
            start = text.indexOf('#', start);
            boolean apart = start == 0 || (start > 0 && Character.isWhitespace(text.charAt(start - 1)));
            if (apart && start < at && !scalars.hold(start)) {
                int end = CommentedLines.endOfLine(text, at);
                comments.add(new Comment(text.substring(start, end), new Span(start, end)));
            }
        }
        return comments;
    }

}
