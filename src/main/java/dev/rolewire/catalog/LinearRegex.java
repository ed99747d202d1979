package dev.rolewire.catalog;

/// Writes a regular expression of ECMA 262 as one of RE2, where the two differ in writing only.
final class LinearRegex {

    /// RE2 repeats at most so often.
    private static final int MAX_REPEAT = 1_000;

    private static final int HEX_DIGITS = 4;

    private final String regex;

    private final StringBuilder written = new StringBuilder();

    /// Where the last atom that can be repeated starts in `written`.
    private int atom;

    private int at;

    private LinearRegex(String regex) {
        this.regex = regex;
    }

    /// The same expression for RE2: an escape of four hexadecimal digits gets braces,
    /// `\Z`
    /// becomes `\z`, and a class or a single character that is repeated more than a
    /// thousand times is written several times.
    static String of(String regex) {
        return new LinearRegex(regex).write();
    }

    private String write() {
        while (this.at < this.regex.length()) {
            char c = this.regex.charAt(this.at);
            switch (c) {
                case '\\' -> {
                    this.atom = this.written.length();
                    escape();
                }
                case '[' -> {
                    this.atom = this.written.length();
                    characters();
                }
                case '{' -> repeat();
                default -> {
                    this.atom = this.written.length();
                    copy(1);
                }
            }
        }
        return this.written.toString();
    }

    private void copy(int length) {
        int end = Math.min(this.at + length, this.regex.length());
        this.written.append(this.regex, this.at, end);
        this.at = end;
    }

    private void escape() {
        if (this.regex.startsWith("\\u", this.at) && this.at + 2 + HEX_DIGITS <= this.regex.length()) {
            this.written.append("\\x{").append(this.regex, this.at + 2, this.at + 2 + HEX_DIGITS).append('}');
            this.at += 2 + HEX_DIGITS;
        }
        else if (this.regex.startsWith("\\Z", this.at)) {
            this.written.append("\\z");
            this.at += 2;
        }
        else {
            copy(2);
        }
    }

    private void characters() {
        copy(1);
        while (this.at < this.regex.length() && this.regex.charAt(this.at) != ']') {
            if (this.regex.charAt(this.at) == '\\') {
                escape();
            }
            else {
                copy(1);
            }
        }
        copy(1);
    }

    private void repeat() {
        int end = this.regex.indexOf('}', this.at);
        String[] bounds = end < 0 ? new String[0] : this.regex.substring(this.at + 1, end).split(",");
        int most = bounds.length == 2 && bounds[1].matches("\\d{4}") ? Integer.parseInt(bounds[1]) : 0;
        if (most <= MAX_REPEAT) {
            copy(end < 0 ? 1 : end + 1 - this.at);
            return;
        }
        String repeated = this.written.substring(this.atom);
        this.written.append('{').append(bounds[0]).append(',').append(MAX_REPEAT).append('}');
        for (int left = most - MAX_REPEAT; left > 0; left -= MAX_REPEAT) {
            this.written.append(repeated).append("{0,").append(Math.min(left, MAX_REPEAT)).append('}');
        }
        this.at = end + 1;
    }

}
