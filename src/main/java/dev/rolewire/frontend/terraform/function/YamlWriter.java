package dev.rolewire.frontend.terraform.function;

import java.util.Locale;

import dev.rolewire.model.Value;
import dev.rolewire.model.Value.Literal;
import org.jspecify.annotations.Nullable;

/// Writes values as `yamlencode` does: texts in double quotes, those of several lines as literal blocks, keys sorted.
final class YamlWriter {

    private final StringBuilder text = new StringBuilder();

    private YamlWriter() {
    }

    /// Writes a value that is known through and through.
    static String write(Value value) {
        YamlWriter writer = new YamlWriter();
        writer.append(value, 0);
        if (value instanceof Value.Absent
                || value instanceof Literal literal && literal.kind() != Literal.Kind.STRING) {
            writer.text.append("...\n");
        }
        return writer.text.toString();
    }

    /// Writes a value and the end of its last line.
    /// @param indent of the lines after the first
    private void append(Value value, int indent) {
        switch (value) {
            case Value.ListValue list when !list.items().isEmpty() -> {
                boolean first = true;
                for (Value item : list.items()) {
                    this.text.append(first ? "" : " ".repeat(indent)).append("- ");
                    first = false;
                    append(item, indent + 2);
                }
            }
            case Value.ObjectValue object when !object.fields().isEmpty() -> {
                boolean first = true;
                for (Value.Field field : Fields.sorted(object)) {
                    this.text.append(first ? "" : " ".repeat(indent)).append(quoted(field.key())).append(':');
                    first = false;
                    appendField(field.value(), indent);
                }
            }
            case Value.ListValue _ -> this.text.append("[]\n");
            case Value.ObjectValue _ -> this.text.append("{}\n");
            case Literal literal -> appendScalar(literal, indent);
            case Value.Absent _, Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _ ->
                this.text.append("null\n");
        }
        Limits.checkText(this.text.length());
    }

    private void appendField(Value value, int indent) {
        if (value instanceof Value.ListValue list && !list.items().isEmpty()) {
            this.text.append('\n').append(" ".repeat(indent));
            append(value, indent);
        }
        else if (value instanceof Value.ObjectValue object && !object.fields().isEmpty()) {
            this.text.append('\n').append(" ".repeat(indent + 2));
            append(value, indent + 2);
        }
        else {
            this.text.append(' ');
            append(value, indent + 2);
        }
    }

    private void appendScalar(Literal literal, int indent) {
        String content = literal.text();
        if (literal.kind() != Literal.Kind.STRING) {
            this.text.append(Known.scalarText(literal)).append('\n');
        }
        else if (content.contains("\n") && isBlock(content)) {
            appendBlock(content, Math.max(2, indent));
        }
        else {
            appendFolded(quoted(content), Math.max(2, indent));
        }
    }

    /// Writes a quoted text; after eighty columns it goes on in a new line at the next
    /// single space.
    private void appendFolded(String quoted, int indent) {
        int column = this.text.length() - 1 - this.text.lastIndexOf("\n");
        boolean space = false;
        for (int i = 0; i < quoted.length(); i++) {
            char at = quoted.charAt(i);
            if (at == ' ' && !space && column > 80 && i > 1 && i < quoted.length() - 2) {
                this.text.append('\n').append(" ".repeat(indent)).append(quoted.charAt(i + 1) == ' ' ? "\\" : "");
                column = indent;
            }
            else {
                this.text.append(at);
                column++;
            }
            space = at == ' ';
        }
        this.text.append('\n');
    }

    private static boolean isBlock(String content) {
        boolean plain = content.codePoints().allMatch((at) -> at == '\n' || isPrintable(at));
        return plain && !content.contains(" \n") && !content.endsWith(" ");
    }

    private void appendBlock(String content, int indent) {
        String lines = content;
        this.text.append('|');
        if (content.startsWith(" ") || content.startsWith("\n")) {
            this.text.append(2);
        }
        if (!content.endsWith("\n")) {
            this.text.append('-');
            lines = content + "\n";
        }
        else if (content.equals("\n") || content.endsWith("\n\n")) {
            this.text.append('+');
        }
        this.text.append('\n');
        for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            this.text.append(line.isEmpty() ? "" : " ".repeat(indent)).append(line).append('\n');
        }
    }

    private static boolean isPrintable(int at) {
        return at >= 0x20 && at <= 0x7e || at >= 0xa0 && at < 0xd800 && at != 0x2028 && at != 0x2029
                || at >= 0xe000 && at <= 0xfffd && at != 0xfeff;
    }

    private static String quoted(String content) {
        StringBuilder result = new StringBuilder("\"");
        content.codePoints().forEach((at) -> {
            String escape = escape(at);
            if (escape != null) {
                result.append(escape);
            }
            else if (isPrintable(at)) {
                result.appendCodePoint(at);
            }
            else {
                result.append(at <= 0xff ? "\\x" + hex(at, 2) : at <= 0xffff ? "\\u" + hex(at, 4) : "\\U" + hex(at, 8));
            }
        });
        return result.append('"').toString();
    }

    private static String hex(int at, int digits) {
        return GoText.hex(at, digits).toUpperCase(Locale.ROOT);
    }

    private static @Nullable String escape(int at) {
        return switch (at) {
            case 0 -> "\\0";
            case 7 -> "\\a";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case 0x0b -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case 0x1b -> "\\e";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case 0x85 -> "\\N";
            case 0xa0 -> "\\_";
            case 0x2028 -> "\\L";
            case 0x2029 -> "\\P";
            default -> null;
        };
    }

}
