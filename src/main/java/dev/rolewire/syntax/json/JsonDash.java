package dev.rolewire.syntax.json;

/// Runs over what nearly all of a plan is made of, within one window: keys and values without white space between them,
/// strings of ASCII, whole numbers. At anything else it stops before the comma, and [JsonCheck] goes on step by step.
final class JsonDash {

    private static final int STOP = -1;

    /// What is open, outermost first.
    private final boolean[] objects;

    private final long[] openers;

    private final int maxDepth;

    /// How many objects and arrays are open.
    int depth;

    /// Whether the innermost of them has nothing in it yet.
    boolean first;

    JsonDash(boolean[] objects, long[] openers, int maxDepth) {
        this.objects = objects;
        this.openers = openers;
        this.maxDepth = maxDepth;
    }

    /// Runs from behind a value or an opening bracket.
    /// @return the index after the last value or bracket that is well-formed
    int run(byte[] bytes, int from, int end, long base) {
        int done = from;
        boolean object = this.objects[this.depth - 1];
        while (true) {
            int at = done;
            if (at + 2 >= end) {
                return done;
            }
            byte b = bytes[at];
            if (b == (object ? '}' : ']')) {
                if (this.depth <= 2) {
                    return done;
                }
                this.depth--;
                object = this.objects[this.depth - 1];
                this.first = false;
                done = at + 1;
                continue;
            }
            if (!this.first) {
                if (b != ',') {
                    return done;
                }
                at++;
            }
            if (object) {
                at = bytes[at] == '"' ? string(bytes, at + 1, end) : STOP;
                if (at == STOP || at + 1 >= end || bytes[at] != ':') {
                    return done;
                }
                at++;
            }
            b = bytes[at];
            if (b == '{' || b == '[') {
                if (this.depth >= this.maxDepth) {
                    return done;
                }
                object = b == '{';
                this.objects[this.depth] = object;
                this.openers[this.depth] = base + at;
                this.depth++;
                this.first = true;
                done = at + 1;
                continue;
            }
            at = b == '"' ? string(bytes, at + 1, end) : bare(bytes, at, end);
            if (at == STOP) {
                return done;
            }
            this.first = false;
            done = at;
        }
    }

    /// The index after a number or word, when a comma or a bracket follows.
    private static int bare(byte[] bytes, int from, int end) {
        int at = switch (bytes[from]) {
            case 't' -> word(bytes, from, end, 'r', 'u', 'e');
            case 'n' -> word(bytes, from, end, 'u', 'l', 'l');
            case 'f' -> from + 1 < end && bytes[from + 1] == 'a' ? word(bytes, from + 1, end, 'l', 's', 'e') : STOP;
            case '0' -> from + 1;
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digits(bytes, from, end);
            default -> STOP;
        };
        boolean ends = at > 0 && at < end && (bytes[at] == ',' || bytes[at] == '}' || bytes[at] == ']');
        return ends ? at : STOP;
    }

    private static int word(byte[] bytes, int from, int end, char second, char third, char fourth) {
        boolean same = from + 3 < end && bytes[from + 1] == second && bytes[from + 2] == third
                && bytes[from + 3] == fourth;
        return same ? from + 4 : STOP;
    }

    private static int digits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /// The index after the closing quote.
    private static int string(byte[] bytes, int from, int end) {
        int at = from;
        while (true) {
            at = JsonWords.special(bytes, at, end);
            if (at + 1 >= end) {
                return STOP;
            }
            byte b = bytes[at];
            if (b == '"') {
                return at + 1;
            }
            if (b != '\\') {
                if (b < ' ') {
                    return STOP;
                }
                at++; // one of the last bytes of the window
                continue;
            }
            if (!isEscape(bytes[at + 1])) {
                return STOP;
            }
            at += 2;
        }
    }

    private static boolean isEscape(byte b) {
        return switch (b) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> true;
            default -> false;
        };
    }

}
