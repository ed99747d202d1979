package dev.rolewire.syntax.yaml;

import java.util.Locale;

import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Says in plain words what SnakeYAML complains of.
final class YamlFault {

    private static final char NEXT_LINE = '\u0085';

    private static final char LINE_SEPARATOR = '\u2028';

    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private final SourceFile source;

    private final YamlText text;

    YamlFault(SourceFile source, YamlText text) {
        this.source = source;
        this.text = text;
    }

    /// What is wrong, and where.
    record Fault(String message, Span span) {

    }

    /// Translates an exception.
    /// @param readTo the offset up to which SnakeYAML has read
    Fault of(RuntimeException exception, int readTo) {
        if (!(exception instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
            return unmarked(exception, Math.min(readTo, length()));
        }
        int at = Math.min(offset(marked.getProblemMark()), length());
        int from = Math.min(offset(marked.getContextMark(), at), at);
        String problem = marked.getProblem() == null ? "" : marked.getProblem();
        String context = marked.getContext() == null ? "" : marked.getContext();
        Fault fault = quoted(problem, from, at);
        if (fault == null) {
            fault = structure(problem, context, from, at);
        }
        if (fault == null) {
            fault = property(problem, context, from, at);
        }
        return fault == null ? new Fault("this is not YAML: " + problem, span(at)) : fault;
    }

    private Fault unmarked(RuntimeException exception, int at) {
        if (exception instanceof NumberFormatException) {
            return new Fault("expected hexadecimal digits in this escape", Span.at(at));
        }
        if (String.valueOf(exception.getMessage()).startsWith("A simple key is required")) {
            return new Fault("expected the end of the line, found " + found(at) + ": is a quote missing before it?",
                    span(at));
        }
        return new Fault("this is not YAML", Span.at(at));
    }

    private @Nullable Fault quoted(String problem, int from, int at) {
        if (problem.equals("found unexpected end of stream")) {
            return new Fault("the quoted text that starts at line " + line(from) + " is not closed", restOfLine(from));
        }
        if (problem.equals("found unexpected document separator")) {
            return new Fault(
                    "the quoted text that starts at line " + line(from) + " is not closed before the document ends",
                    restOfLine(from));
        }
        if (problem.startsWith("found unknown escape character")) {
            return at == length()
                    ? new Fault("the quoted text that starts at line " + line(from) + " is not closed",
                            restOfLine(from))
                    : new Fault(
                            "`\\" + bare(at) + "` is no escape of double-quoted text: expected `\\\\` for a backslash",
                            new Span(Math.max(from, at - 1), at + 1));
        }
        if (problem.startsWith("expected escape sequence")) {
            return new Fault("expected hexadecimal digits in this escape", new Span(Math.max(from, at - 2), at));
        }
        return null;
    }

    private @Nullable Fault structure(String problem, String context, int from, int at) {
        if (problem.equals("could not find expected ':'")) {
            return new Fault("expected `:` after this key", restOfLine(from));
        }
        if (problem.equals("mapping values are not allowed here")) {
            return new Fault("found `:` where no key can stand: expected quotes around a value that holds `: `, "
                    + "or other indentation", span(at));
        }
        if (problem.equals("mapping keys are not allowed here")) {
            return new Fault("found `?` where no key can stand", span(at));
        }
        if (problem.equals("sequence entries are not allowed here")) {
            return new Fault("found `- ` where no list item can stand: expected it on a line of its own", span(at));
        }
        if (problem.contains("that cannot start any token")) {
            if (peek(at) == '\t') {
                return new Fault(startsLine(at) ? "found a tab where indentation is expected: expected spaces"
                        : "found a tab between values: expected a space", span(at));
            }
            return new Fault("a value cannot start with " + shown(peek(at)) + ": expected quotes around it", span(at));
        }
        if (problem.startsWith("expected <block end>")) {
            boolean list = context.endsWith("collection");
            return new Fault(
                    (list ? "expected `- ` or the end of the list" : "expected a key or the end of the mapping")
                            + " that starts at line " + line(from) + ", found " + found(at)
                            + ": is it indented as meant?",
                    span(at));
        }
        if (problem.startsWith("expected ','")) {
            boolean list = context.endsWith("sequence");
            String open = (list ? "list" : "mapping") + " that starts at line " + line(from);
            String expected = ": expected `,` or `" + (list ? "]" : "}") + "`";
            return new Fault(at == length() ? "the text ends inside the " + open + expected
                    : "the " + open + " does not go on with " + found(at) + expected, span(at));
        }
        if (problem.startsWith("expected the node content")) {
            return new Fault(
                    at == length() ? "the text ends where a value is expected" : "expected a value, found " + found(at),
                    span(at));
        }
        if (problem.startsWith("expected '<document start>'")) {
            return new Fault("expected the end of the document, found " + found(at), span(at));
        }
        return null;
    }

    private @Nullable Fault property(String problem, String context, int from, int at) {
        if (context.endsWith("block scalar")) {
            return new Fault("expected an indentation digit, `+`, `-` or the end of the line after `" + peek(from)
                    + "`, found " + found(at), span(at));
        }
        if (context.endsWith("anchor") || context.endsWith("alias")) {
            String what = context.endsWith("anchor") ? "an anchor's name" : "an alias' name";
            return new Fault("expected " + what + ", found " + found(at), span(at));
        }
        if (problem.startsWith("found undefined tag handle")) {
            return new Fault("the tag handle " + problem.substring(problem.lastIndexOf(' ') + 1)
                    + " is not declared by a %TAG directive", span(at));
        }
        if (context.endsWith("directive") || problem.contains("directive") || problem.contains("tag handle")) {
            return new Fault("this directive is not understood", restOfLine(at));
        }
        if (problem.startsWith("found incompatible YAML document")) {
            return new Fault("expected YAML of version 1", restOfLine(at));
        }
        if (context.contains("tag")) {
            return new Fault("this tag is not understood: found " + found(at), new Span(from, Math.max(from, at)));
        }
        return null;
    }

    static String shown(char c) {
        boolean invisible = Character.isISOControl(c) || Character.isSurrogate(c) || !Character.isDefined(c)
                || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR || c == '\uFEFF' || Character.isWhitespace(c);
        return invisible ? "U+" + String.format(Locale.ROOT, "%04X", (int) c) : "`" + c + "`";
    }

    private String found(int at) {
        if (at == length()) {
            return "the end of the text";
        }
        char c = peek(at);
        if (c == '\n' || c == '\r') {
            return "the end of the line";
        }
        int end = at;
        while (end < length() && (Character.isLetterOrDigit(peek(end)) || "_.-".indexOf(peek(end)) >= 0)) {
            end++;
        }
        if (end == at) {
            return shown(c);
        }
        return end - at > 30 ? "`" + this.source.text().substring(at, at + 30) + "...`"
                : "`" + this.source.text().substring(at, end) + "`";
    }

    private String bare(int at) {
        return Character.isISOControl(peek(at)) || Character.isSurrogate(peek(at)) ? "" : String.valueOf(peek(at));
    }

    private Span span(int at) {
        if (at == length()) {
            return Span.at(at);
        }
        return new Span(at, at + Character.charCount(this.source.text().codePointAt(at)));
    }

    private Span restOfLine(int from) {
        int end = from;
        while (end < length() && !isBreak(peek(end))) {
            end++;
        }
        while (end > from && Character.isWhitespace(peek(end - 1))) {
            end--;
        }
        return new Span(from, end);
    }

    private boolean startsLine(int at) {
        int start = at;
        while (start > 0 && (peek(start - 1) == ' ' || peek(start - 1) == '\t')) {
            start--;
        }
        return start == 0 || isBreak(peek(start - 1));
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    private int line(int at) {
        return this.source.lines().position(at).line();
    }

    /// The character at an offset, or NUL at the end.
    private char peek(int at) {
        return at < length() ? this.source.text().charAt(at) : 0;
    }

    private int length() {
        return this.source.text().length();
    }

    private int offset(Mark mark) {
        return this.text.offset(mark.getIndex());
    }

    private int offset(@Nullable Mark mark, int otherwise) {
        return mark == null ? otherwise : offset(mark);
    }

}
