package dev.rolewire.frontend.terraform.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.rolewire.model.Value;
import org.jspecify.annotations.Nullable;

/// Regular expressions in Go's syntax, matched in linear time.
final class RegexFunctions {

    private static final int MAX_PATTERN = 10_000;

    private RegexFunctions() {
    }

    static void addTo(Library library) {
        library.add("regex", 2, (arguments, known) -> {
            Pattern pattern = compile(known.text(arguments.getFirst(), 0), 0, known);
            Shape shape = Shape.of(pattern);
            Matcher matcher = pattern.matcher(text(arguments.get(1), pattern, known));
            if (!matcher.find()) {
                throw Failure.of("pattern did not match any part of the given string");
            }
            return shape.result(matcher, known);
        });
        library.add("regexall", 2, (arguments, known) -> {
            Pattern pattern = compile(known.text(arguments.getFirst(), 0), 0, known);
            Shape shape = Shape.of(pattern);
            Matcher matcher = pattern.matcher(text(arguments.get(1), pattern, known));
            List<Value> matches = new ArrayList<>();
            int previousEnd = -1;
            while (matcher.find()) {
                if (matcher.end() != matcher.start() || matcher.start() != previousEnd) {
                    matches.add(shape.result(matcher, known));
                    Limits.checkItems(matches.size());
                }
                previousEnd = matcher.end();
            }
            return known.list(matches, Value.ListValue.Kind.LIST);
        });
    }

    static Pattern compile(String pattern, int index, Known known) {
        if (pattern.length() > MAX_PATTERN) {
            throw Interruption.outOfBudget();
        }
        known.take(10L + pattern.length());
        try {
            return Pattern.compile(pattern);
        }
        catch (PatternSyntaxException ex) {
            throw Failure.of(index, "invalid regexp pattern: %s in %s".formatted(ex.getDescription(), ex.getPattern()));
        }
    }

    /// A known text; matching it is counted work.
    private static String text(Value argument, Pattern pattern, Known known) {
        String text = known.text(argument, 1);
        known.take(text.length() / 64L * (1 + pattern.programSize() / 16));
        return text;
    }

    /// Replaces all matches; in the replacement `$1` and `${name}` stand for groups.
    static String replaceAll(Pattern pattern, String text, String replacement, Known known) {
        known.take(text.length() / 64L * (1 + pattern.programSize() / 16));
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        int from = 0;
        int previousEnd = -1;
        while (matcher.find()) {
            boolean emptyAfterMatch = matcher.end() == matcher.start() && matcher.start() == previousEnd;
            if (!emptyAfterMatch) {
                result.append(text, from, matcher.start());
                GroupTemplate.expand(replacement, matcher, result);
                Limits.checkText(result.length());
                from = matcher.end();
            }
            previousEnd = matcher.end();
        }
        return result.append(text, from, text.length()).toString();
    }

    /// What a match yields: its text, a tuple of groups, or an object of named groups.
    ///
    /// @param groups how many groups
    /// @param names the names by index, without the unnamed
    private record Shape(int groups, Map<Integer, String> names) {

        static Shape of(Pattern pattern) {
            Map<Integer, String> names = new LinkedHashMap<>();
            pattern.namedGroups().forEach((name, index) -> names.put(index, name));
            if (!names.isEmpty() && names.size() != pattern.groupCount()) {
                throw Failure.of(0, "invalid regexp pattern: cannot mix both named and unnamed capture groups");
            }
            return new Shape(pattern.groupCount(), names);
        }

        Value result(Matcher matcher, Known known) {
            if (this.groups == 0) {
                return known.text(matcher.group());
            }
            if (this.names.isEmpty()) {
                List<Value> items = new ArrayList<>();
                for (int i = 1; i <= this.groups; i++) {
                    items.add(group(matcher.group(i), known));
                }
                return known.list(items, Value.ListValue.Kind.TUPLE);
            }
            List<Value.Field> fields = new ArrayList<>();
            this.names.forEach((index, name) -> fields.add(known.field(name, group(matcher.group(index), known))));
            return known.object(Fields.sorted(fields), Value.ObjectValue.Kind.OBJECT);
        }

        private static Value group(@Nullable String text, Known known) {
            return text == null ? known.nothing() : known.text(text);
        }

    }

}
