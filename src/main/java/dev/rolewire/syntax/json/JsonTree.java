package dev.rolewire.syntax.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.SyntaxProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// One parse: Jackson's tokens, located by following them in the text.
///
/// Jackson's own locations are not used: between two tokens there are only white space, commas and colons, so the next
/// token's start is found by stepping over those, and its end by its length. Jackson's bounds are off, ours apply.
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
        .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build())
        .build();

    private final SourceFile source;

    private final String text;

    private final char[] chars;

    private final @Nullable IntUnaryOperator toSource;

    private final ParseLimits limits;

    private final List<SyntaxProblem> problems = new ArrayList<>();

    private final List<JsonFrame> open = new ArrayList<>();

    private @Nullable JsonFrame top;

    private @Nullable Node root;

    /// The end of the last token that was taken.
    private int cursor;

    private int nodes;

    private boolean stopped;

    JsonTree(SourceFile source, String text, @Nullable IntUnaryOperator toSource, ParseLimits limits) {
        this.source = source;
        this.text = text;
        this.chars = text.toCharArray();
        this.toSource = toSource;
        this.limits = limits;
    }

    Parsed<@Nullable Node> parse() {
        try (JsonParser tokens = FACTORY.createParser(ObjectReadContext.empty(), this.chars)) {
            read(tokens);
        }
        catch (JacksonException ex) {
            reportFault((int) Math.max(0, ex.getLocation() == null ? 0 : ex.getLocation().getCharOffset()));
        }
        while (this.top != null) {
            close(this.top, this.cursor);
        }
        return new Parsed<>(this.root, List.copyOf(this.problems));
    }

    private void read(JsonParser tokens) {
        while (this.root == null && !this.stopped) {
            JsonToken token = tokens.nextToken();
            if (token == null) {
                reportFault(this.text.length());
                return;
            }
            take(tokens, token);
        }
        int rest = JsonFault.skipWhiteSpace(this.text, this.cursor);
        if (!this.stopped && rest < this.text.length()) {
            this.problems.add(problem(SyntaxProblem.Kind.SYNTAX, JsonFault.trailing(this.text, rest)));
        }
    }

    private void take(JsonParser tokens, JsonToken token) {
        int start = nextTokenStart();
        switch (token) {
            case START_OBJECT, START_ARRAY -> open(start, token == JsonToken.START_OBJECT);
            case END_OBJECT, END_ARRAY -> {
                this.cursor = start + 1;
                if (this.top != null) {
                    close(this.top, this.cursor);
                }
            }
            case PROPERTY_NAME -> takeKey(start, tokens.currentName());
            case VALUE_STRING -> {
                String value = tokens.getString();
                addCounted(scalar(value, Scalar.Kind.STRING, start, stringEnd(start)), start);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> addBare(tokens.getString(), Scalar.Kind.NUMBER, start);
            case VALUE_TRUE -> addBare("true", Scalar.Kind.BOOLEAN, start);
            case VALUE_FALSE -> addBare("false", Scalar.Kind.BOOLEAN, start);
            case VALUE_NULL -> addBare("null", Scalar.Kind.NULL, start);
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a token that text does not have: " + token);
        }
    }

    private void takeKey(int start, String name) {
        Scalar key = scalar(name, Scalar.Kind.STRING, start, stringEnd(start));
        if (this.top != null && !this.top.takeKey(key)) {
            this.problems.add(new SyntaxProblem(SyntaxProblem.Kind.DUPLICATE_KEY,
                    "the key `" + name + "` stands twice in this object", key.span()));
        }
    }

    private void addBare(String written, Scalar.Kind kind, int start) {
        this.cursor = start + written.length();
        addCounted(new Scalar(written, kind, Scalar.Style.PLAIN, span(start, this.cursor), null), start);
    }

    private void addCounted(Scalar scalar, int start) {
        if (count(start)) {
            add(scalar);
        }
    }

    private Scalar scalar(String value, Scalar.Kind kind, int start, int end) {
        this.cursor = end;
        return new Scalar(value, kind, Scalar.Style.DOUBLE_QUOTED, span(start, end), null);
    }

    private void open(int start, boolean object) {
        this.cursor = start + 1;
        if (this.open.size() >= this.limits.maxDepth()) {
            stop("objects and arrays nest deeper than " + this.limits.maxDepth(), start);
            return;
        }
        if (!count(start)) {
            return;
        }
        JsonFrame frame = new JsonFrame(start, object);
        this.open.add(frame);
        this.top = frame;
    }

    private void close(JsonFrame frame, int end) {
        this.open.removeLast();
        this.top = this.open.isEmpty() ? null : this.open.getLast();
        add(frame.close(span(frame.start(), end)));
    }

    private void add(Node node) {
        if (this.top == null) {
            this.root = node;
        }
        else {
            this.top.takeValue(node);
        }
    }

    /// Counts a value that is about to be added.
    /// @return false when it is one too many
    private boolean count(int offset) {
        if (this.nodes < this.limits.maxNodes()) {
            this.nodes++;
            return true;
        }
        stop("the document has more than " + this.limits.maxNodes() + " values", offset);
        return false;
    }

    private void stop(String message, int offset) {
        this.stopped = true;
        this.problems.add(new SyntaxProblem(SyntaxProblem.Kind.LIMIT, message, span(offset, offset)));
    }

    private int nextTokenStart() {
        char[] all = this.chars;
        int offset = this.cursor;
        while (all[offset] <= ' ' || all[offset] == ',' || all[offset] == ':') {
            offset++;
        }
        return offset;
    }

    /// The end of a string that starts with its quote at `start`: nearly always its next
    /// quote.
    private int stringEnd(int start) {
        int quote = this.text.indexOf('"', start + 1);
        if (this.text.charAt(quote - 1) != '\\') {
            return quote + 1;
        }
        int offset = start + 1;
        while (this.text.charAt(offset) != '"') {
            offset += this.text.charAt(offset) == '\\' ? 2 : 1;
        }
        return offset + 1;
    }

    private Span span(int start, int end) {
        if (this.toSource == null) {
            return new Span(start, end);
        }
        int first = this.toSource.applyAsInt(start);
        return new Span(first, Math.max(first, this.toSource.applyAsInt(end)));
    }

    private SyntaxProblem problem(SyntaxProblem.Kind kind, JsonFault.Fault fault) {
        return new SyntaxProblem(kind, fault.message(), span(fault.start(), fault.end()));
    }

    private void reportFault(int fallback) {
        JsonFault.Fault fault = new JsonFault(this.text, this::line).find(this.cursor, expected(),
                this.top == null ? 0 : this.top.start());
        if (fault == null) {
            int offset = Math.min(Math.max(fallback, this.cursor), this.text.length());
            fault = new JsonFault.Fault("this is not JSON", offset, offset);
        }
        this.problems.add(problem(SyntaxProblem.Kind.SYNTAX, fault));
    }

    private JsonFault.Expected expected() {
        return this.top == null ? JsonFault.Expected.ROOT : this.top.expected();
    }

    private int line(int offset) {
        int outer = this.toSource == null ? offset : this.toSource.applyAsInt(offset);
        return this.source.lines().position(outer).line();
    }

}
