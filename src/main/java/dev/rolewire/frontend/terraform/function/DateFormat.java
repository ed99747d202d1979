package dev.rolewire.frontend.terraform.function;

import java.time.OffsetDateTime;
import java.util.List;

/// Formats of `formatdate`.
final class DateFormat {

    private static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July",
            "August", "September", "October", "November", "December");

    private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
            "Sunday");

    private DateFormat() {
    }

    static String format(String format, OffsetDateTime time) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char next = format.charAt(at);
            if (next == '\'') {
                at = quoted(format, at, result);
            }
            else if (isVerb(next)) {
                int end = at;
                while (end < format.length() && format.charAt(end) == next) {
                    end++;
                }
                result.append(verb(next, end - at, time));
                at = end;
            }
            else {
                result.append(next);
                at++;
            }
        }
        return result.toString();
    }

    private static boolean isVerb(char at) {
        return at >= 'a' && at <= 'z' || at >= 'A' && at <= 'Z';
    }

    private static int quoted(String format, int start, StringBuilder result) {
        if (format.startsWith("''", start)) {
            result.append('\'');
            return start + 2;
        }
        int at = start + 1;
        while (at < format.length()) {
            if (format.startsWith("''", at)) {
                result.append('\'');
                at += 2;
            }
            else if (format.charAt(at) == '\'') {
                return at + 1;
            }
            else {
                result.append(format.charAt(at));
                at++;
            }
        }
        throw Failure.of(0, "unterminated literal '");
    }

    private static String verb(char verb, int length, OffsetDateTime time) {
        return switch (verb) {
            case 'Y' -> length == 2 ? padded(time.getYear() % 100, 2) : length == 4 ? padded(time.getYear(), 4)
                    : refused(verb, length, "year must either be \"YY\" or \"YYYY\"");
            case 'M' -> switch (length) {
                case 1, 2 -> padded(time.getMonthValue(), length);
                case 3 -> MONTHS.get(time.getMonthValue() - 1).substring(0, 3);
                case 4 -> MONTHS.get(time.getMonthValue() - 1);
                default -> refused(verb, length, "month must be \"M\", \"MM\", \"MMM\", or \"MMMM\"");
            };
            case 'D' -> number(verb, length, time.getDayOfMonth(), "day of month must either be \"D\" or \"DD\"");
            case 'E' -> {
                String day = DAYS.get(time.getDayOfWeek().getValue() - 1);
                yield length == 3 ? day.substring(0, 3)
                        : length == 4 ? day : refused(verb, length, "day of week must either be \"EEE\" or \"EEEE\"");
            }
            case 'h' -> number(verb, length, time.getHour(), "24-hour must either be \"h\" or \"hh\"");
            case 'H' -> number(verb, length, time.getHour() % 12 == 0 ? 12 : time.getHour() % 12,
                    "12-hour must either be \"H\" or \"HH\"");
            case 'A', 'a' -> {
                String half = time.getHour() < 12 ? "AM" : "PM";
                yield length != 2 ? refused(verb, length, "must be \"%s%s\"".formatted(verb, verb))
                        : verb == 'A' ? half : StringFunctions.lower(half);
            }
            case 'm' -> number(verb, length, time.getMinute(), "minute must either be \"m\" or \"mm\"");
            case 's' -> number(verb, length, time.getSecond(), "second must either be \"s\" or \"ss\"");
            case 'Z' -> zone(length, time);
            default -> throw Failure.of(0,
                    "invalid date format verb " + GoText.quoted(Character.toString(verb).repeat(length)));
        };
    }

    private static String number(char verb, int length, int number, String demand) {
        return length <= 2 ? padded(number, length) : refused(verb, length, demand);
    }

    private static String refused(char verb, int length, String demand) {
        throw Failure.of(0, "invalid date format verb %s: %s"
            .formatted(GoText.quoted(Character.toString(verb).repeat(length)), demand));
    }

    private static String zone(int length, OffsetDateTime time) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        String sign = minutes < 0 ? "-" : "+";
        String hours = padded(Math.abs(minutes) / 60, 2);
        String rest = padded(Math.abs(minutes) % 60, 2);
        return switch (length) {
            case 1 -> minutes == 0 ? "Z" : sign + hours + ":" + rest;
            case 3 -> minutes == 0 ? "UTC" : sign + hours + rest;
            case 4 -> sign + hours + rest;
            case 5 -> sign + hours + ":" + rest;
            default -> refused('Z', length, "timezone must be Z, ZZZZ, or ZZZZZ");
        };
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /// A time without its fraction of a second.
    static String rfc3339(OffsetDateTime time) {
        return format("YYYY-MM-DD'T'hh:mm:ssZ", time);
    }

}
