package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Reads traversals as Terraform prints them: names joined by dots, keys in brackets, text keys as quoted HCL strings
/// (`r["a$${b}"]` has the key `a${b}`).
final class Traversal {

    private static final int MAX_STEPS = 200;

    private final String text;

    private int at;

    private Traversal(String text) {
        this.text = text;
    }

    /// Reads a reference or an address.
    /// @return its steps, or null when it is no traversal (a splat, a stray bracket)
    static @Nullable List<Step> parse(String text) {
        return new Traversal(text).steps();
    }

    /// Steps as HCL writes them; the first name stands without a dot.
    static String render(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            switch (step.kind()) {
                case NAME -> text.append(text.isEmpty() ? "" : ".").append(step.text());
                case NUMBER, STRING -> text.append('[').append(renderKey(step)).append(']');
            }
        }
        return text.toString();
    }

    /// A key as it stands between the brackets.
    static String renderKey(Step key) {
        return key.kind() == Step.Kind.STRING ? quote(key.text()) : key.text();
    }

    private static String quote(String key) {
        String escaped = key.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
            .replace("${", "$${")
            .replace("%{", "%%{");
        return "\"" + escaped + "\"";
    }

    private @Nullable List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        boolean wantsName = true;
        while (wantsName || this.at < this.text.length()) {
            Step step = wantsName ? name() : key();
            if (step == null || steps.size() == MAX_STEPS) {
                return null;
            }
            steps.add(step);
            wantsName = this.at < this.text.length() && this.text.charAt(this.at) == '.';
            if (wantsName) {
                this.at++;
            }
        }
        return steps;
    }

    private @Nullable Step name() {
        int start = this.at;
        while (this.at < this.text.length() && isNamePart(this.text.charAt(this.at))) {
            this.at++;
        }
        if (this.at == start) {
            return null;
        }
        String name = this.text.substring(start, this.at);
        return isNumber(name) ? Step.number(name) : Step.name(name);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c == '-' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private @Nullable Step key() {
        if (this.text.charAt(this.at) != '[') {
            return null;
        }
        this.at++;
        Step key = this.at < this.text.length() && this.text.charAt(this.at) == '"' ? quotedKey() : numberKey();
        if (key == null || this.at >= this.text.length() || this.text.charAt(this.at) != ']') {
            return null;
        }
        this.at++;
        return key;
    }

    private @Nullable Step numberKey() {
        int end = this.text.indexOf(']', this.at);
        if (end <= this.at) {
            return null;
        }
        String number = this.text.substring(this.at, end);
        this.at = end;
        return isNumber(number) ? Step.number(number) : null;
    }

    private @Nullable Step quotedKey() {
        StringBuilder key = new StringBuilder();
        this.at++;
        while (this.at < this.text.length()) {
            char c = this.text.charAt(this.at++);
            if (c == '"') {
                return Step.string(key.toString());
            }
            boolean doubled = (c == '$' || c == '%') && this.text.startsWith(c + "{", this.at);
            if (c == '\\') {
                if (!escape(key)) {
                    return null;
                }
            }
            else if (doubled) {
                key.append(c).append('{');
                this.at += 2;
            }
            else {
                key.append(c);
            }
        }
        return null;
    }

    private boolean escape(StringBuilder key) {
        if (this.at >= this.text.length()) {
            return false;
        }
        char c = this.text.charAt(this.at++);
        switch (c) {
            case 'n' -> key.append('\n');
            case 'r' -> key.append('\r');
            case 't' -> key.append('\t');
            case 'u' -> {
                return codePoint(key, 4);
            }
            case 'U' -> {
                return codePoint(key, 8);
            }
            default -> key.append(c);
        }
        return true;
    }

    private boolean codePoint(StringBuilder key, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++, this.at++) {
            int digit = this.at < this.text.length() ? Character.digit(this.text.charAt(this.at), 16) : -1;
            if (digit < 0) {
                return false;
            }
            value = value * 16 + digit;
        }
        if (!Character.isValidCodePoint(value)) {
            return false;
        }
        key.appendCodePoint(value);
        return true;
    }

}
