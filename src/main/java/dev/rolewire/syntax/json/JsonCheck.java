package dev.rolewire.syntax.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.rolewire.source.Content;
import dev.rolewire.source.PageStarts;
import dev.rolewire.source.PagedText;
import org.jspecify.annotations.Nullable;

/// Checks a text against the grammar of RFC 8259, byte by byte and without building anything but the list of the root's
/// entries. It stops at the first fault.
final class JsonCheck {

    private static final byte PLAIN = 0;

    private static final byte SPECIAL = 1;

    /// What ends the quick walk through a string: quote, backslash, control characters,
    /// all that is not ASCII.
    private static final byte[] KINDS = new byte[256];

    static {
        Arrays.fill(KINDS, PLAIN);
        Arrays.fill(KINDS, 0, ' ', SPECIAL);
        Arrays.fill(KINDS, 0x80, 0x100, SPECIAL);
        KINDS['"'] = SPECIAL;
        KINDS['\\'] = SPECIAL;
    }

    private final Content source;

    private final JsonBytes in;

    private final PageStarts pages;

    private final int mark;

    private final int maxDepth;

    private final boolean[] objects;

    private final long[] openers;

    private final JsonDash dash;

    private int depth;

    /// The end of the last token.
    private long cursor;

    private JsonFault.@Nullable Expected state = JsonFault.Expected.ROOT;

    private @Nullable String limitReached;

    private boolean malformedText;

    private boolean trailing;

    private final List<JsonOutline.Entry> entries = new ArrayList<>();

    private String key = "";

    private long keyStart;

    private long keyEnd;

    private long valueStart;

    private int first;

    private long rootStart;

    JsonCheck(Content content, int maxDepth) {
        this.source = content;
        byte[] start = new byte[3];
        content.read(0, start, 0, 3);
        this.mark = (start[0] & 0xFF) == 0xEF && (start[1] & 0xFF) == 0xBB && (start[2] & 0xFF) == 0xBF ? 3 : 0;
        this.pages = new PageStarts(content.size(), this.mark);
        this.in = new JsonBytes(content, 0, content.size(), this.pages);
        this.maxDepth = maxDepth;
        this.objects = new boolean[maxDepth + 1];
        this.openers = new long[maxDepth + 1];
        this.dash = new JsonDash(this.objects, this.openers, maxDepth);
    }

    /// Reads the whole text.
    /// @return false when its first token opens no object
    boolean run() {
        this.in.peek();
        this.in.at = this.mark;
        this.cursor = this.mark;
        if (this.in.peekToken() != '{') {
            return false;
        }
        this.rootStart = this.in.position();
        boolean good = true;
        while (good && this.state != null) {
            if (this.depth > 1 && this.state != JsonFault.Expected.COLON) {
                dash(this.state);
            }
            good = step(this.state);
        }
        if (good && this.in.peekToken() >= 0) {
            this.trailing = true;
            this.state = JsonFault.Expected.ROOT;
        }
        if (this.trailing || !good) {
            closeEntry();
        }
        finish();
        return true;
    }

    /// Takes what is plainly well-formed; at the root's own entries and at all else it is
    /// taken step by step.
    private void dash(JsonFault.Expected expected) {
        this.dash.depth = this.depth;
        this.dash.first = expected == JsonFault.Expected.FIRST_KEY || expected == JsonFault.Expected.FIRST_ITEM;
        int at = this.dash.run(this.in.window, this.in.at, this.in.filled, this.in.base);
        if (at == this.in.at) {
            return;
        }
        this.in.at = at;
        this.cursor = this.in.position();
        this.depth = this.dash.depth;
        boolean object = this.objects[this.depth - 1];
        this.state = object ? this.dash.first ? JsonFault.Expected.FIRST_KEY : JsonFault.Expected.NEXT_KEY
                : this.dash.first ? JsonFault.Expected.FIRST_ITEM : JsonFault.Expected.NEXT_ITEM;
    }

    private boolean step(JsonFault.Expected expected) {
        int c = this.in.peekToken();
        return switch (expected) {
            case ROOT -> value(c);
            case FIRST_KEY -> c == '}' ? close() : key(c);
            case NEXT_KEY -> c == '}' ? close() : c == ',' && key(afterComma());
            case COLON -> c == ':' && value(afterComma());
            case FIRST_ITEM -> c == ']' ? close() : value(c);
            case NEXT_ITEM -> c == ']' ? close() : c == ',' && value(afterComma());
        };
    }

    private int afterComma() {
        this.in.at++;
        return this.in.peekToken();
    }

    private boolean key(int c) {
        long start = this.in.position();
        if (c != '"') {
            return false;
        }
        this.in.at++;
        if (!string()) {
            return false;
        }
        this.cursor = this.in.position();
        if (this.depth == 1) {
            this.keyStart = start;
            this.keyEnd = this.cursor;
            this.key = new JsonReader(this.source, start, this.cursor).text();
        }
        this.state = JsonFault.Expected.COLON;
        return true;
    }

    private boolean value(int c) {
        if (this.depth == 1) {
            this.valueStart = this.in.position();
            this.first = c;
        }
        boolean good = switch (c) {
            case '{', '[' -> open(c == '{');
            case '"' -> {
                this.in.at++;
                yield string() && ended();
            }
            case 't' -> word("true") && ended();
            case 'f' -> word("false") && ended();
            case 'n' -> word("null") && ended();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number() && ended();
            default -> false;
        };
        if (!good && this.depth == 1) {
            this.valueStart = 0;
        }
        return good;
    }

    private boolean open(boolean object) {
        if (this.depth >= this.maxDepth) {
            this.limitReached = "objects and arrays nest deeper than " + this.maxDepth;
            this.cursor = this.in.position();
            return false;
        }
        this.openers[this.depth] = this.in.position();
        this.objects[this.depth] = object;
        this.depth++;
        this.in.at++;
        this.cursor = this.in.position();
        this.state = object ? JsonFault.Expected.FIRST_KEY : JsonFault.Expected.FIRST_ITEM;
        return true;
    }

    private boolean close() {
        this.in.at++;
        this.depth--;
        return ended();
    }

    /// Takes note of the end of a value.
    private boolean ended() {
        this.cursor = this.in.position();
        if (this.depth == 0) {
            this.state = null;
        }
        else {
            this.state = this.objects[this.depth - 1] ? JsonFault.Expected.NEXT_KEY : JsonFault.Expected.NEXT_ITEM;
            if (this.depth == 1) {
                closeEntry();
            }
        }
        return true;
    }

    private void closeEntry() {
        if (this.valueStart > 0) {
            this.entries.add(new JsonOutline.Entry(this.key, this.keyStart, this.keyEnd, this.valueStart, this.cursor,
                    this.first));
            this.valueStart = 0;
        }
    }

    /// Walks from behind the opening quote to behind the closing one.
    private boolean string() {
        while (true) {
            byte[] bytes = this.in.window;
            int end = this.in.filled;
            int i = this.in.at;
            i = JsonWords.special(bytes, i, end);
            while (i < end && KINDS[bytes[i] & 0xFF] == PLAIN) {
                i++;
            }
            this.in.at = i;
            int c = this.in.next();
            if (c == '"') {
                return true;
            }
            boolean good = c == '\\' ? escape() : c >= 0x80 ? character(c) : c >= ' ';
            if (!good) {
                return false;
            }
        }
    }

    private boolean escape() {
        int c = this.in.next();
        if (c != 'u') {
            return c >= 0 && "\"\\/bfnrt".indexOf(c) >= 0;
        }
        for (int i = 0; i < 4; i++) {
            if (Character.digit(this.in.next(), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /// Checks a character of several bytes (RFC 3629).
    private boolean character(int lead) {
        int more = lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : -1;
        for (int i = 0; i < more; i++) {
            int c = this.in.next();
            int least = i > 0 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int most = i > 0 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            if (c < least || c > most) {
                more = -1;
            }
        }
        this.malformedText |= more < 0;
        return more > 0;
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (this.in.next() != word.charAt(i)) {
                return false;
            }
        }
        return ends(this.in.peek());
    }

    private boolean number() {
        int c = this.in.next();
        if (c == '-') {
            c = this.in.next();
        }
        if (c < '0' || c > '9') {
            return false;
        }
        if (c != '0') {
            digits();
        }
        c = this.in.peek();
        if (c == '.') {
            this.in.at++;
            if (!digits()) {
                return false;
            }
            c = this.in.peek();
        }
        if (c == 'e' || c == 'E') {
            this.in.at++;
            c = this.in.peek();
            if (c == '+' || c == '-') {
                this.in.at++;
            }
            if (!digits()) {
                return false;
            }
        }
        return true;
    }

    private boolean digits() {
        int c = this.in.peek();
        boolean some = c >= '0' && c <= '9';
        while (c >= '0' && c <= '9') {
            this.in.at++;
            c = this.in.peek();
        }
        return some;
    }

    /// Whether a word ends before a byte, as the parser of smaller texts takes it.
    private static boolean ends(int c) {
        return c < '0' || c == ']' || c == '}' || !Character.isJavaIdentifierPart(c);
    }

    /// Reads on to the end, for the lines of what comes after a fault.
    private void finish() {
        this.in.at = this.in.filled;
        while (this.in.more()) {
            this.in.at = this.in.filled;
        }
    }

    PagedText text() {
        return this.pages.text(this.source);
    }

    List<JsonOutline.Entry> entries() {
        return this.entries;
    }

    /// Where reading stops.
    long end() {
        return this.cursor;
    }

    long rootStart() {
        return this.rootStart;
    }

    long rootEnd() {
        return this.cursor;
    }

    /// What had to come where reading stopped; null when nothing is wrong.
    JsonFault.@Nullable Expected expected() {
        return this.state;
    }

    boolean trailing() {
        return this.trailing;
    }

    boolean malformed() {
        return this.malformedText;
    }

    @Nullable String limit() {
        return this.limitReached;
    }

    /// The position of the object or array around the place where reading stopped.
    long opener() {
        return this.depth == 0 ? this.rootStart : this.openers[this.depth - 1];
    }

}
