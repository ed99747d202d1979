package dev.rolewire.syntax.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.SyntaxProblem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// One parse: SnakeYAML's events, put together without recursion.
final class YamlTree {

    private final SourceFile source;

    private final YamlText text;

    private final ParseLimits limits;

    private final YamlScalars scalars;

    private final StreamReader reader;

    private final ParserImpl events;

    private final List<SyntaxProblem> problems = new ArrayList<>();

    private final List<YamlFrame> open = new ArrayList<>();

    private final Map<String, Anchor> anchors = new HashMap<>();

    private @Nullable Node root;

    /// The end of the last scalar, alias or bracket.
    private int lastEnd;

    private int nodes;

    private int documents;

    private boolean stopped;

    YamlTree(SourceFile source, ParseLimits limits) {
        this.source = source;
        this.text = YamlText.of(source.text());
        this.scalars = new YamlScalars(source, this.text);
        this.limits = limits;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.reader = new StreamReader(this.text.text());
        this.events = new ParserImpl(this.reader, options);
    }

    /// A node with a name.
    ///
    /// @param node the node, null while it is being read
    /// @param size how many nodes it has, itself included
    /// @param height how many levels of mappings and sequences it has
    private record Anchor(@Nullable Node node, int size, int height) {

    }

    Parsed<@Nullable Node> parse() {
        while (!this.stopped) {
            Event event = next();
            if (event == null) {
                break;
            }
            take(event);
        }
        while (!this.open.isEmpty()) {
            close(this.lastEnd);
        }
        reportRefusedCharacter();
        this.problems.sort(Comparator.comparingInt((problem) -> problem.span().start()));
        return new Parsed<>(this.root, List.copyOf(this.problems));
    }

    /// The next event, or null after a syntax error, which is then reported.
    private @Nullable Event next() {
        try {
            return this.events.getEvent();
        }
        catch (RuntimeException ex) {
            // besides its own exceptions SnakeYAML lets some of the JDK's through, for
            // instance at a cut escape
            YamlFault.Fault fault = new YamlFault(this.source, this.text).of(ex, offset(this.reader.getMark()));
            stop(SyntaxProblem.Kind.SYNTAX, fault.message(), fault.span());
            return null;
        }
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case Alias -> takeAlias((AliasEvent) event);
            case Scalar -> takeScalar((ScalarEvent) event);
            case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
            case MappingEnd -> close(event, '}');
            case SequenceEnd -> close(event, ']');
            case DocumentStart -> {
                if (++this.documents > 1) {
                    takeFurtherDocument(event);
                }
            }
            case StreamEnd -> this.stopped = true;
            case StreamStart, DocumentEnd, Comment -> {
            }
        }
    }

    private void takeScalar(ScalarEvent event) {
        Scalar scalar = this.scalars.of(event, this.lastEnd);
        Span span = scalar.span();
        if (!count(span.start())) {
            return;
        }
        if (event.getAnchor() != null) {
            this.anchors.put(event.getAnchor(), new Anchor(scalar, 1, 0));
        }
        add(scalar, span.start(), span.end(), 0, false);
    }

    private void takeAlias(AliasEvent event) {
        Span span = new Span(offset(event.getStartMark()), offset(event.getEndMark()));
        String name = event.getAnchor();
        Anchor anchor = this.anchors.get(name);
        if (anchor == null) {
            stop(SyntaxProblem.Kind.SYNTAX, "expected an anchor `&" + name + "` before the alias `*" + name + "`",
                    span);
            return;
        }
        if (anchor.node() == null) {
            stop(SyntaxProblem.Kind.SYNTAX, "the alias `*" + name + "` stands inside the value that it stands for",
                    span);
            return;
        }
        int line = this.source.lines().position(anchor.node().span().start()).line();
        report(SyntaxProblem.Kind.ALIAS, "the alias `*" + name + "` stands for the value at line " + line, span);
        if (this.open.size() + anchor.height() > this.limits.maxDepth()) {
            stop(SyntaxProblem.Kind.LIMIT, tooDeep(), span);
            return;
        }
        // compared without adding, which might overflow
        if (anchor.size() > this.limits.maxNodes() - this.nodes) {
            stop(SyntaxProblem.Kind.LIMIT, tooLarge() + " when its aliases are expanded", span);
            return;
        }
        this.nodes += anchor.size();
        add(anchor.node(), span.start(), span.end(), anchor.height(), true);
    }

    private void open(CollectionStartEvent event) {
        int start = offset(event.getStartMark());
        if (this.open.size() >= this.limits.maxDepth()) {
            stop(SyntaxProblem.Kind.LIMIT, tooDeep(), Span.at(start));
            return;
        }
        int nodesBefore = this.nodes;
        if (!count(start)) {
            return;
        }
        if (event.getAnchor() != null) {
            this.anchors.put(event.getAnchor(), new Anchor(null, 0, 0));
        }
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        this.open.add(new YamlFrame(start, event.isFlow(), mapping, YamlScalars.tag(event.getTag()), event.getAnchor(),
                nodesBefore));
        this.lastEnd = Math.max(this.lastEnd, start);
    }

    private void close(Event event, char bracket) {
        int end = offset(event.getEndMark());
        YamlFrame frame = this.open.getLast();
        // `[a: b]` holds a flow mapping without braces
        if (frame.isFlow() && end > frame.start() && this.source.text().charAt(end - 1) == bracket) {
            this.lastEnd = end;
        }
        close(this.lastEnd);
    }

    private void close(int end) {
        YamlFrame frame = this.open.removeLast();
        Node node = frame.close(end);
        if (frame.anchor() != null) {
            this.anchors.put(frame.anchor(), new Anchor(node, this.nodes - frame.nodesBefore(), frame.height()));
        }
        add(node, frame.start(), end, frame.height(), false);
    }

    /// Counts a node that is about to be read.
    /// @return false when it is one too many
    private boolean count(int offset) {
        if (this.nodes < this.limits.maxNodes()) {
            this.nodes++;
            return true;
        }
        stop(SyntaxProblem.Kind.LIMIT, tooLarge(), Span.at(offset));
        return false;
    }

    private void add(Node node, int start, int end, int height, boolean alias) {
        this.lastEnd = Math.max(this.lastEnd, end);
        if (this.open.isEmpty()) {
            this.root = node;
            return;
        }
        YamlFrame frame = this.open.getLast();
        if (frame.expectsKey()) {
            takeKey(frame, node, new Span(start, end), alias);
            return;
        }
        Mapping.Entry merge = frame.takeValue(node, height);
        if (merge != null && !alias) {
            reportMerge(merge);
        }
    }

    private void takeKey(YamlFrame frame, Node node, Span span, boolean alias) {
        Scalar key;
        if (node instanceof Scalar scalar) {
            key = alias ? new Scalar(scalar.text(), scalar.kind(), scalar.style(), span, scalar.tag()) : scalar;
        }
        else {
            key = new Scalar(this.source.textAt(span), Scalar.Kind.STRING, Scalar.Style.PLAIN, span, null);
        }
        if (!frame.takeKey(key)) {
            report(SyntaxProblem.Kind.DUPLICATE_KEY, "the key `" + key.text() + "` stands twice in this mapping",
                    key.span());
        }
    }

    private void reportMerge(Mapping.Entry merge) {
        if (YamlFrame.sources(merge.value()).isEmpty()) {
            report(SyntaxProblem.Kind.SYNTAX, "expected a mapping or a list of mappings to merge",
                    merge.value().span());
        }
        else {
            report(SyntaxProblem.Kind.ALIAS, "the merge key `<<` stands for the entries of other mappings",
                    merge.key().span());
        }
    }

    /// An empty document after the first, as a closing `---` makes one, says nothing and
    /// is let pass.
    private void takeFurtherDocument(Event start) {
        boolean empty;
        try {
            empty = this.events.peekEvent() instanceof ScalarEvent scalar && scalar.getValue().isEmpty()
                    && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN && scalar.getTag() == null
                    && scalar.getAnchor() == null;
        }
        catch (RuntimeException _) {
            // whatever is wrong in it, there is a second document
            empty = false;
        }
        if (empty) {
            this.events.getEvent();
            return;
        }
        stop(SyntaxProblem.Kind.SYNTAX, "expected one document, a second one starts here",
                new Span(offset(start.getStartMark()), offset(start.getEndMark())));
    }

    private void reportRefusedCharacter() {
        int at = this.text.refusedAt();
        if (at < 0) {
            return;
        }
        this.problems
            .removeIf((problem) -> problem.kind() == SyntaxProblem.Kind.SYNTAX && problem.span().start() >= at);
        if (this.problems.stream().noneMatch((problem) -> problem.kind() == SyntaxProblem.Kind.SYNTAX)) {
            report(SyntaxProblem.Kind.SYNTAX,
                    "the character " + YamlFault.shown(this.source.text().charAt(at)) + " is not allowed in YAML",
                    new Span(at, at + 1));
        }
    }

    private String tooDeep() {
        return "mappings and lists nest deeper than " + this.limits.maxDepth();
    }

    private String tooLarge() {
        return "the document has more than " + this.limits.maxNodes() + " values";
    }

    private void report(SyntaxProblem.Kind kind, String message, Span span) {
        this.problems.add(new SyntaxProblem(kind, message, span));
    }

    private void stop(SyntaxProblem.Kind kind, String message, Span span) {
        this.stopped = true;
        report(kind, message, span);
    }

    private int offset(Mark mark) {
        return this.text.offset(mark.getIndex());
    }

}
