package dev.rolewire.frontend.terraform.function;

/// Quoting as Go does it.
final class GoText {

    private GoText() {
    }

    /// A text in double quotes, as Go's `%q` writes it.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach((at) -> {
            switch (at) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case 0x07 -> quoted.append("\\a");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case 0x0b -> quoted.append("\\v");
                default -> {
                    if (at < 0x20 || at == 0x7f) {
                        quoted.append("\\x").append(hex(at, 2));
                    }
                    else if (isPrintable(at)) {
                        quoted.appendCodePoint(at);
                    }
                    else {
                        quoted.append(at < 0x10000 ? "\\u" + hex(at, 4) : "\\U" + hex(at, 8));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int at) {
        if (at < 0x7f) {
            return true;
        }
        int type = Character.getType(at);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
                && type != Character.PRIVATE_USE && type != Character.UNASSIGNED && type != Character.SPACE_SEPARATOR
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
    }

    static String hex(int value, int digits) {
        String text = Integer.toHexString(value);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

}
