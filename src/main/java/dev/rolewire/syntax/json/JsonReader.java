package dev.rolewire.syntax.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.rolewire.source.Content;
import dev.rolewire.source.PagedText;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.DuplicateKeys;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.SyntaxProblem;
import org.jspecify.annotations.Nullable;

/// Walks through one value of a checked text: steps into objects and lists, skips what is not wanted, and makes nodes of
/// what is.
///
/// Where the text is broken, the value ends: every object and list that is open ends there too.
public final class JsonReader {

    private static final Span NOWHERE = Span.at(0);

    private static final Scalar TRUE = bare("true", Scalar.Kind.BOOLEAN);

    private static final Scalar FALSE = bare("false", Scalar.Kind.BOOLEAN);

    private static final Scalar NULL = bare("null", Scalar.Kind.NULL);

    private final JsonBytes in;

    private final @Nullable PagedText text;

    private final Shared shared;

    private long keyStart;

    private long keyEnd;

    JsonReader(Content content, PagedText text, long start, long end, Shared shared) {
        this.in = new JsonBytes(content, start, end, null);
        this.text = text;
        this.shared = shared;
    }

    /// Reads a single string.
    JsonReader(Content content, long start, long end) {
        this.in = new JsonBytes(content, start, end, null);
        this.text = null;
        this.shared = new Shared(0);
    }

    /// What all readers of one text share.
    static final class Shared {

        private static final int MANY = 1 << 16;

        private final JsonNames names = new JsonNames();

        private final JsonRecent recent = new JsonRecent();

        private final JsonRepeats repeats = new JsonRepeats();

        private final Map<String, Scalar> scalars = new HashMap<>();

        private final List<SyntaxProblem> problems = new ArrayList<>();

        private final int maxNodes;

        private int nodes;

        Shared(int maxNodes) {
            this.maxNodes = maxNodes;
        }

        void add(SyntaxProblem problem) {
            this.problems.add(problem);
        }

        List<SyntaxProblem> problems() {
            return List.copyOf(this.problems);
        }

        private Scalar scalar(String text) {
            Scalar known = this.scalars.get(text);
            if (known == null) {
                known = Scalar.of(text);
                if (this.scalars.size() < MANY) {
                    this.scalars.put(text, known);
                }
            }
            return known;
        }

    }

    private static Scalar bare(String text, Scalar.Kind kind) {
        return new Scalar(text, kind, Scalar.Style.PLAIN, NOWHERE, null);
    }

    /// Whether an object comes next.
    public boolean isObject() {
        return this.in.peekToken() == '{';
    }

    /// Whether a list comes next.
    public boolean isList() {
        return this.in.peekToken() == '[';
    }

    /// Whether a string comes next.
    public boolean isString() {
        return this.in.peekToken() == '"';
    }

    /// Whether `null` comes next.
    public boolean isNull() {
        return this.in.peekToken() == 'n';
    }

    /// Steps into the object or list that comes next.
    public void enter() {
        this.in.peekToken();
        this.in.at++;
    }

    /// Steps to the next value of an object.
    /// @return its key, or null at the end, which is stepped over
    public @Nullable String nextKey() {
        int c = this.in.peekToken();
        if (c == ',') {
            this.in.at++;
            c = this.in.peekToken();
        }
        if (c != '"') {
            this.in.at += c == '}' ? 1 : 0;
            return null;
        }
        this.keyStart = this.in.position();
        int start = string();
        String key = this.shared.names.get(this.in.window, start, this.in.at - 1);
        if (key == null) {
            key = decode(start, this.in.at - 1);
        }
        this.keyEnd = this.in.position();
        if (this.in.peekToken() == ':') {
            this.in.at++;
        }
        return this.in.peekToken() < 0 ? null : key;
    }

    /// Steps to the next item of a list.
    /// @return whether there is one; the list's end is stepped over
    public boolean nextItem() {
        int c = this.in.peekToken();
        if (c == ',') {
            this.in.at++;
            c = this.in.peekToken();
        }
        if (c == ']') {
            this.in.at++;
        }
        return c >= 0 && c != ']';
    }

    /// The key that [#nextKey] gave last, with its place.
    public Scalar key(String key) {
        return new Scalar(key, Scalar.Kind.STRING, Scalar.Style.DOUBLE_QUOTED, span(this.keyStart, this.keyEnd), null);
    }

    /// A key without a place; equal ones are one node.
    public Scalar sharedKey(String key) {
        return this.shared.scalar(key);
    }

    /// The text of the string that comes next; steps over it.
    public String text() {
        int start = string();
        String recent = this.shared.recent.get(this.in.window, start, this.in.at - 1);
        return recent == null ? decode(start, this.in.at - 1) : recent;
    }

    /// Takes the text of the string that comes next, and steps over it.
    /// @return false when it is no plain text, which is not stepped over
    public boolean ascii(JsonAscii text) {
        int start = string();
        if (text.take(this.in.window, start, this.in.at - 1)) {
            return true;
        }
        this.in.at = start - 1;
        return false;
    }

    /// A string with its place.
    /// @param start the place of its first quote
    public Scalar scalar(String decoded, long start, long end) {
        return new Scalar(decoded, Scalar.Kind.STRING, Scalar.Style.DOUBLE_QUOTED, span(start, end), null);
    }

    /// Reads the value that comes next, or takes what was made of the same text before.
    /// @param reading stands for the way in which it is read
    /// @param make reads it: what it gives must have no places
    public Node repeated(Object reading, Supplier<Node> make) {
        long start = mark();
        int from = this.in.at;
        skip();
        int length = (int) (this.in.position() - start);
        if (this.in.at - from != length) {
            back(start);
            return make.get();
        }
        int end = this.in.at;
        return this.shared.repeats.get(this.in.window, from, end, reading, () -> {
            back(start);
            return make.get();
        });
    }

    /// The text of the string that comes next, for texts that come again and again.
    public String name() {
        int start = string();
        String name = this.shared.names.get(this.in.window, start, this.in.at - 1);
        return name == null ? decode(start, this.in.at - 1) : name;
    }

    /// Takes note of the place of the next token, to come back to it.
    public long mark() {
        this.in.peekToken();
        return this.in.position();
    }

    /// Goes back, or on, to a place that was taken note of.
    public void back(long mark) {
        this.in.seek(mark);
    }

    /// The offset of the next token.
    public int offset() {
        this.in.peekToken();
        return offset(this.in.position());
    }

    /// Takes note of the place after what was stepped over last.
    public long place() {
        return this.in.position();
    }

    /// Where something stands that starts and ends at places that were taken note of.
    public Span span(long start, long end) {
        int first = offset(start);
        return new Span(first, Math.max(first, offset(end)));
    }

    /// Where something stands that started at an offset and was just stepped over.
    public Span spanFrom(int start) {
        return new Span(start, Math.max(start, offset(this.in.position())));
    }

    /// Steps over the value that comes next.
    public void skip() {
        int c = this.in.peekToken();
        if (c == '{' || c == '[') {
            skipNested();
        }
        else if (c == '"') {
            this.in.at++;
            skipString();
        }
        else {
            while (c > ' ' && c != ',' && c != '}' && c != ']') {
                this.in.at++;
                c = this.in.peek();
            }
        }
    }

    private void skipNested() {
        int depth = 0;
        do {
            byte[] bytes = this.in.window;
            int end = this.in.filled;
            int i = this.in.at;
            while (i < end) {
                byte b = bytes[i++];
                if (b == '"') {
                    this.in.at = i;
                    skipString();
                    bytes = this.in.window;
                    end = this.in.filled;
                    i = this.in.at;
                }
                else if (b == '{' || b == '[') {
                    depth++;
                }
                else if ((b == '}' || b == ']') && --depth == 0) {
                    this.in.at = i;
                    return;
                }
            }
            this.in.at = i;
        }
        while (this.in.more());
    }

    private void skipString() {
        do {
            byte[] bytes = this.in.window;
            int end = this.in.filled;
            int i = this.in.at;
            while (i < end) {
                i = JsonWords.quote(bytes, i, end);
                if (i == end) {
                    break;
                }
                byte b = bytes[i++];
                if (b == '"') {
                    this.in.at = i;
                    return;
                }
                if (b == '\\') {
                    this.in.at = i;
                    this.in.next();
                    bytes = this.in.window;
                    end = this.in.filled;
                    i = this.in.at;
                }
            }
            this.in.at = i;
        }
        while (this.in.more());
    }

    /// The value that comes next, with the places of all that is in it.
    public Node node() {
        return node(true);
    }

    /// The value that comes next; what is in it has no places, equal texts are one node.
    public Node unlocated() {
        return node(false);
    }

    private Node node(boolean located) {
        int c = this.in.peekToken();
        long start = this.in.position();
        if (!count()) {
            return NULL;
        }
        if (c == '{') {
            this.in.at++;
            List<Mapping.Entry> entries = entries(located);
            return Mapping.of(entries, span(start, this.in.position()), null);
        }
        if (c == '[') {
            this.in.at++;
            List<Node> items = new ArrayList<>();
            while (nextItem()) {
                items.add(node(located));
            }
            return new Sequence(List.copyOf(items), span(start, this.in.position()), null);
        }
        if (c == '"') {
            String value = located ? text() : name();
            return located ? new Scalar(value, Scalar.Kind.STRING, Scalar.Style.DOUBLE_QUOTED,
                    span(start, this.in.position()), null) : this.shared.scalar(value);
        }
        Scalar bare = bare();
        return located ? new Scalar(bare.text(), bare.kind(), Scalar.Style.PLAIN, span(start, this.in.position()), null)
                : bare;
    }

    private List<Mapping.Entry> entries(boolean located) {
        List<Mapping.Entry> entries = new ArrayList<>();
        DuplicateKeys keys = new DuplicateKeys();
        String key = nextKey();
        while (key != null) {
            Scalar written = located ? key(key) : this.shared.scalar(key);
            if (located) {
                checkKey(keys, key);
            }
            entries.add(new Mapping.Entry(written, node(located)));
            key = nextKey();
        }
        return List.copyOf(entries);
    }

    /// Takes note of a key that an object has already.
    /// @param key the key that [#nextKey] gave last
    public void checkKey(DuplicateKeys keys, String key) {
        if (!keys.add(key)) {
            this.shared.add(new SyntaxProblem(SyntaxProblem.Kind.DUPLICATE_KEY,
                    "the key `" + key + "` stands twice in this object", span(this.keyStart, this.keyEnd)));
        }
    }

    private boolean count() {
        if (this.shared.nodes++ < this.shared.maxNodes) {
            return true;
        }
        if (this.shared.nodes == this.shared.maxNodes + 1) {
            this.shared.add(new SyntaxProblem(SyntaxProblem.Kind.LIMIT,
                    "the document has more than " + this.shared.maxNodes + " values that matter",
                    Span.at(offset(this.in.position()))));
        }
        this.in.limit = this.in.position();
        this.in.filled = this.in.at;
        return false;
    }

    /// Steps over the number, `true`, `false` or `null` that comes next.
    private Scalar bare() {
        int c = this.in.peekToken();
        if (c == '-' || (c >= '0' && c <= '9')) {
            return number();
        }
        int b = c;
        while (b >= 'a' && b <= 'z') {
            this.in.at++;
            b = this.in.peek();
        }
        return c == 't' ? TRUE : c == 'f' ? FALSE : NULL;
    }

    private Scalar number() {
        StringBuilder written = new StringBuilder();
        int b = this.in.peek();
        while (b > ' ' && b != ',' && b != '}' && b != ']') {
            written.append((char) b);
            this.in.at++;
            b = this.in.peek();
        }
        return bare(written.toString(), Scalar.Kind.NUMBER);
    }

    /// Steps over the string that comes next; all of it is in the window then.
    /// @return the index of its first character
    private int string() {
        this.in.peekToken();
        int start = this.in.at;
        int i = start + 1;
        while (true) {
            i = JsonWords.quote(this.in.window, i, this.in.filled);
            if (i >= this.in.filled) {
                this.in.at = this.in.filled;
                boolean more = this.in.more(start);
                i -= start;
                start = 0;
                if (!more) {
                    this.in.at = Math.min(i, this.in.filled);
                    return 1;
                }
            }
            byte b = this.in.window[i];
            if (b == '"') {
                this.in.at = i + 1;
                return start + 1;
            }
            i += b == '\\' ? 2 : 1;
        }
    }

    private String decode(int start, int end) {
        boolean plain = true;
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            plain &= this.in.window[i] != '\\';
            ascii &= this.in.window[i] >= 0;
        }
        String written = new String(this.in.window, start, Math.max(0, end - start),
                ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        return plain ? written : unescape(written);
    }

    private static String unescape(String written) {
        StringBuilder text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            i++;
            char escaped = written.charAt(i);
            switch (escaped) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(written, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> text.append(escaped);
            }
        }
        return text.toString();
    }

    private int offset(long position) {
        return this.text == null ? 0 : this.text.offset(position);
    }

}
