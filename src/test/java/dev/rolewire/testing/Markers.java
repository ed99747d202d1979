package dev.rolewire.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.source.Location;
import dev.rolewire.source.Position;

/// The expectation markers of YAML fixtures.
///
/// A marker is a comment on a line of its own below the flagged text; several may follow each other:
///
/// ```yaml
/// Role: !GetAtt Role.Arn
/// #     ^^^^^^^^^^^^^^^^ error[service-not-trusted] lambda.amazonaws.com is not trusted
/// ```
///
/// Carets cover the finding's span, or of a longer span its first line from the start to the line's end. Where no caret
/// can stand (under the `#`, inside a block scalar, at the end of the file) the place is written out: `@1-10` are columns
/// of the line above, `@12:1-14:3` lines and columns, `@-` is the document as a whole. Ends are exclusive.
final class Markers {

    static final String DIRECTIVE = "# rolewire-test: ";

    private static final Pattern MARKER = Pattern.compile(
            "\\s*#\\s*(\\^+|@-|@\\d+-\\d+|@\\d+:\\d+-\\d+:\\d+) (error|warning|note)\\[([a-z0-9-]+)]\\s*(.*?)\\s*");

    /// What looks like a marker, so that a misspelt one is an error and not a comment.
    private static final Pattern INTENDED = Pattern
        .compile("\\s*#\\s*(\\^.*|@[\\d-].*|.*\\b(error|warning|note)\\[[a-z0-9-]+].*)");

    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    private Markers() {
    }

    /// Reads the markers and directives of a YAML text.
    /// @throws IllegalArgumentException when one is malformed; the message has its line
    static Expectations parse(String text) {
        Expectations.Builder expectations = new Expectations.Builder();
        String[] lines = text.split("\r\n|\n|\r", -1);
        int target = 0;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            try {
                if (line.strip().startsWith(DIRECTIVE.strip())) {
                    expectations.directive(line.strip().substring(DIRECTIVE.strip().length()).strip());
                }
                else if (INTENDED.matcher(line).matches()) {
                    expectations.finding(marker(line, target + 1, lines[target]));
                }
                else {
                    target = i;
                }
            }
            catch (IllegalArgumentException ex) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + ex.getMessage(), ex);
            }
        }
        return expectations.build();
    }

    private static Expected marker(String line, int target, String targetText) {
        Matcher matcher = MARKER.matcher(line);
        if (!matcher.matches() || matcher.group(4).isEmpty()) {
            throw new IllegalArgumentException(
                    "expected `# ^^^^ severity[rule-id] part of the message`, found `" + line.strip() + "`");
        }
        String mark = matcher.group(1);
        Place place = mark.startsWith("^")
                ? new Place.Carets(target, matcher.start(1) + 1, matcher.end(1) + 1, targetText.length() + 1)
                : written(mark, target);
        Severity severity = Expected.severity(matcher.group(2));
        return new Expected(place, severity, matcher.group(3), null, matcher.group(4));
    }

    private static Place written(String mark, int target) {
        int[] numbers = NUMBERS.matcher(mark)
            .results()
            .mapToInt((result) -> Integer.parseInt(result.group()))
            .toArray();
        return switch (numbers.length) {
            case 0 -> new Place.Nowhere();
            case 2 -> new Place.Exact(new Position(target, numbers[0]), new Position(target, numbers[1]));
            default -> new Place.Exact(new Position(numbers[0], numbers[1]), new Position(numbers[2], numbers[3]));
        };
    }

    /// The text without markers and directives, as a reader of the documentation sees it.
    static String strip(String text) {
        List<String> kept = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            if (!INTENDED.matcher(line).matches() && !line.strip().startsWith(DIRECTIVE.strip())) {
                kept.add(line);
            }
        }
        return String.join("\n", kept);
    }

    /// A finding as a marker, ready to paste below its line.
    /// @param finding a finding of the text
    /// @return one line
    static String show(Finding finding) {
        String tail = " " + finding.severity().id() + "[" + finding.ruleId() + "] " + finding.message();
        Location location = finding.location();
        if (location == null) {
            return "# @-" + tail;
        }
        Position start = location.start();
        Position end = location.end();
        boolean oneLine = start.line() == end.line();
        int width = (oneLine ? end.column() : lineEnd(location)) - start.column();
        if (start.column() < 3 || width < 1) {
            return oneLine ? "# @" + start.column() + "-" + end.column() + tail
                    : "# @" + Place.Exact.of(location) + tail;
        }
        int indent = Math.min(indent(location), start.column() - 3);
        return " ".repeat(indent) + "#" + " ".repeat(start.column() - indent - 2) + "^".repeat(width) + tail;
    }

    /// The column after the last code unit of the line on which a location starts.
    private static int lineEnd(Location location) {
        String text = location.source().text();
        int end = location.span().start();
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return location.source().lines().position(end).column();
    }

    private static int indent(Location location) {
        String text = location.source().text();
        int start = location.source().lines().startOf(location.start().line());
        int indent = 0;
        while (start + indent < text.length() && text.charAt(start + indent) == ' ') {
            indent++;
        }
        return indent;
    }

}
