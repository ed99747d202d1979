package dev.rolewire.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.finding.Finding;
import dev.rolewire.source.Position;

/// The file `<fixture>.expected` beside a JSON fixture: one line a finding, `option` lines with directives, and comments.
///
/// ```
/// # why this is wrong
/// option parameter Env=prod
/// 12:17-12:44 error service-not-trusted /Resources/Fn/Properties/Role | lambda.amazonaws.com is not trusted
/// ```
///
/// A finding without location or without pointer has `-` there; the pointer of the document's root is `""`.
final class Sidecar {

    private static final String OPTION = "option ";

    private static final Pattern LINE = Pattern
        .compile("(-|(\\d+):(\\d+)-(\\d+):(\\d+)) (error|warning|note) ([a-z0-9-]+) (-|\"\"|/.*?) \\| (.+)");

    private Sidecar() {
    }

    /// Reads a sidecar.
    /// @throws IllegalArgumentException when a line is malformed; the message has its
    /// number
    static Expectations parse(String text) {
        Expectations.Builder expectations = new Expectations.Builder();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            try {
                if (line.startsWith(OPTION)) {
                    expectations.directive(line.substring(OPTION.length()).strip());
                }
                else if (!line.isEmpty() && !line.startsWith("#")) {
                    expectations.finding(finding(line));
                }
            }
            catch (IllegalArgumentException ex) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + ex.getMessage(), ex);
            }
        }
        return expectations.build();
    }

    private static Expected finding(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "expected `1:2-1:9 severity rule-id /pointer | part of the message`, found `" + line + "`");
        }
        Place place = matcher.group(1).equals("-") ? new Place.Nowhere()
                : new Place.Exact(position(matcher, 2), position(matcher, 4));
        String pointer = matcher.group(8).equals("\"\"") ? "" : matcher.group(8);
        return new Expected(place, Expected.severity(matcher.group(6)), matcher.group(7), pointer, matcher.group(9));
    }

    private static Position position(Matcher matcher, int group) {
        return new Position(Integer.parseInt(matcher.group(group)), Integer.parseInt(matcher.group(group + 1)));
    }

    /// A finding as a line.
    /// @param finding the finding
    /// @param message what stands after the bar
    static String show(Finding finding, String message) {
        String place = finding.location() == null ? "-" : Place.Exact.of(finding.location()).toString();
        String pointer = Expected.pointerOf(finding);
        return place + " " + finding.severity().id() + " " + finding.ruleId() + " "
                + (pointer.isEmpty() ? "\"\"" : pointer) + " | " + message;
    }

    /// The sidecar's text with the findings that came: comments and options stay, and so
    /// do message parts that still
    /// hold.
    static String rewrite(String before, List<Finding> findings) {
        List<Expected> known = new ArrayList<>(parse(before).findings());
        List<String> lines = new ArrayList<>(before.lines()
            .filter((line) -> line.isBlank() || line.startsWith("#") || line.startsWith(OPTION))
            .toList());
        for (Finding finding : findings) {
            Expected same = known.stream().filter((expected) -> expected.matches(finding)).findFirst().orElse(null);
            known.remove(same);
            lines.add(show(finding, same == null ? finding.message() : same.messagePart()));
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

}
