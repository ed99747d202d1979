package dev.rolewire.frontend.terraform.function;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.model.Value;

/// Functions of points in time, as RFC 3339 texts. None of them asks what time it is.
final class DateFunctions {

    private static final Pattern TIMESTAMP = Pattern
        .compile("(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2}):(\\d{2})(?:[.,](\\d{1,30}))?(Z|[-+]\\d{2}:\\d{2})");

    private static final Pattern DURATION_PART = Pattern.compile("(\\d{0,20}(?:\\.\\d{0,20})?)(ns|us|µs|μs|ms|s|m|h)");

    private static final Map<String, BigDecimal> UNITS = Map.of("ns", new BigDecimal("1"), "us", new BigDecimal("1000"),
            "µs", new BigDecimal("1000"), "μs", new BigDecimal("1000"), "ms", new BigDecimal("1000000"), "s",
            new BigDecimal("1000000000"), "m", new BigDecimal("60000000000"), "h", new BigDecimal("3600000000000"));

    private DateFunctions() {
    }

    static void addTo(Library library) {
        library.add("timeadd", 2, (arguments, known) -> {
            OffsetDateTime time = timestamp(known.text(arguments.getFirst(), 0), 0);
            Duration duration = duration(known.text(arguments.get(1), 1));
            return known.text(DateFormat.rfc3339(time.plus(duration)));
        });
        library.add("timecmp", 2, (arguments, known) -> {
            OffsetDateTime left = timestamp(known.text(arguments.getFirst(), 0), 0);
            OffsetDateTime right = timestamp(known.text(arguments.get(1), 1), 1);
            return known.number(Integer.signum(left.toInstant().compareTo(right.toInstant())));
        });
        library.add("formatdate", 2, (List<Value> arguments, Known known) -> {
            String format = known.text(arguments.getFirst(), 0);
            return known.text(DateFormat.format(format, timestamp(known.text(arguments.get(1), 1), 1)));
        });
    }

    private static OffsetDateTime timestamp(String text, int index) {
        Matcher matcher = TIMESTAMP.matcher(text);
        if (!matcher.matches()) {
            throw Failure.of(index, "not a valid RFC3339 timestamp");
        }
        String fraction = matcher.group(7) == null ? "" : matcher.group(7);
        int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
        try {
            return OffsetDateTime.of(number(matcher, 1), number(matcher, 2), number(matcher, 3), number(matcher, 4),
                    number(matcher, 5), number(matcher, 6), nanos, ZoneOffset.of(matcher.group(8)));
        }
        catch (DateTimeException ex) {
            throw Failure.of(index, "not a valid RFC3339 timestamp");
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Duration duration(String text) {
        String bare = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (bare.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = DURATION_PART.matcher(bare);
        BigDecimal nanos = BigDecimal.ZERO;
        int at = 0;
        while (at < bare.length()) {
            if (!matcher.find(at) || matcher.start() != at || !matcher.group(1).matches(".*[0-9].*")) {
                throw Failure.of(1, "time: invalid duration " + GoText.quoted(text));
            }
            nanos = nanos.add(new BigDecimal(matcher.group(1)).multiply(UNITS.get(matcher.group(2))));
            at = matcher.end();
        }
        if (bare.isEmpty() || nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw Failure.of(1, "time: invalid duration " + GoText.quoted(text));
        }
        return Duration.ofNanos(text.startsWith("-") ? -nanos.longValue() : nanos.longValue());
    }

}
