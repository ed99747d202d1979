package dev.rolewire.syntax.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.source.Content;
import dev.rolewire.source.PagedText;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.DuplicateKeys;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.SyntaxProblem;
import org.jspecify.annotations.Nullable;

/// A JSON object that is too large to be held: its whole grammar is checked once, and where each entry of the root
/// stands is kept, so that the entries can be read in any order ([#read]).
public final class JsonOutline {

    private static final int LONGEST_SHOWN = 256;

    /// How many bytes after the last good token are looked at for the fault; more when it
    /// is at their end, as with a long text that is not closed.
    private static final int FIRST_WINDOW = 1 << 16;

    private static final int LAST_WINDOW = 1 << 24;

    private final Content content;

    private final PagedText text;

    private final SourceFile source;

    private final List<Entry> entries;

    private final JsonReader.Shared shared;

    /// The first byte that cannot be read, or the size.
    private final long end;

    private final Mapping root;

    private JsonOutline(String uri, Content content, PagedText text, JsonCheck check, ParseLimits limits) {
        this.content = content;
        this.text = text;
        this.source = SourceFile.of(uri, text);
        this.shared = new JsonReader.Shared(limits.maxNodes());
        this.entries = check.entries();
        this.end = check.end();
        this.root = shallow(check);
        addFault(check);
    }

    /// One entry of the root object.
    ///
    /// @param key its key
    /// @param keySpan where the key stands
    /// @param start the position of its value's first byte
    /// @param end the position after its value
    /// @param first the first byte of its value
    record Entry(String key, long keyStart, long keyEnd, long start, long end, int first) {

    }

    /// Reads a text once from its first to its last byte.
    /// @param content UTF-8, with or without byte order mark; less than two gigabytes
    /// @return null when the first token opens no object
    public static @Nullable JsonOutline of(String uri, Content content, ParseLimits limits) {
        JsonCheck check = new JsonCheck(content, limits.maxDepth());
        if (!check.run()) {
            return null;
        }
        return new JsonOutline(uri, content, check.text(), check, limits);
    }

    /// The text, which is not held.
    public SourceFile source() {
        return this.source;
    }

    /// What is wrong with the text.
    public List<SyntaxProblem> problems() {
        return this.shared.problems();
    }

    /// The root object: its entries have their scalars; objects and lists are there
    /// without what is in them.
    public Mapping root() {
        return this.root;
    }

    /// Starts to read the value of an entry of the root; of several with one key the last
    /// one.
    /// @return a reader in front of the value, or null when there is no such entry
    public @Nullable JsonReader read(String key) {
        for (int i = this.entries.size() - 1; i >= 0; i--) {
            if (this.entries.get(i).key().equals(key)) {
                return new JsonReader(this.content, this.text, this.entries.get(i).start(),
                        Math.min(this.entries.get(i).end(), this.end), this.shared);
            }
        }
        return null;
    }

    private Mapping shallow(JsonCheck check) {
        List<Mapping.Entry> shown = new ArrayList<>();
        DuplicateKeys keys = new DuplicateKeys();
        for (Entry entry : this.entries) {
            Scalar key = new Scalar(entry.key(), Scalar.Kind.STRING, Scalar.Style.DOUBLE_QUOTED,
                    span(entry.keyStart(), entry.keyEnd()), null);
            if (!keys.add(entry.key())) {
                this.shared.add(new SyntaxProblem(SyntaxProblem.Kind.DUPLICATE_KEY,
                        "the key `" + entry.key() + "` stands twice in this object", key.span()));
            }
            shown.add(new Mapping.Entry(key, value(entry)));
        }
        return Mapping.of(List.copyOf(shown), span(check.rootStart(), check.rootEnd()), null);
    }

    private Node value(Entry entry) {
        Span span = span(entry.start(), entry.end());
        if (entry.first() == '{') {
            return Mapping.of(List.of(), span, null);
        }
        if (entry.first() == '[') {
            return new Sequence(List.of(), span, null);
        }
        if (span.length() > LONGEST_SHOWN) {
            return new Scalar("", Scalar.Kind.STRING, Scalar.Style.DOUBLE_QUOTED, span, null);
        }
        return new JsonReader(this.content, this.text, entry.start(), entry.end(), this.shared).node();
    }

    private Span span(long start, long to) {
        int first = this.text.offset(start);
        return new Span(first, Math.max(first, this.text.offset(to)));
    }

    private void addFault(JsonCheck check) {
        String limit = check.limit();
        if (limit != null) {
            this.shared.add(new SyntaxProblem(SyntaxProblem.Kind.LIMIT, limit, Span.at(this.text.offset(this.end))));
            return;
        }
        if (check.malformed()) {
            this.shared.add(new SyntaxProblem(SyntaxProblem.Kind.SYNTAX,
                    "expected UTF-8, found a byte sequence that is none", Span.at(this.text.offset(this.end))));
            return;
        }
        JsonFault.Expected expected = check.expected();
        if (expected != null) {
            addFault(check, expected);
        }
    }

    private void addFault(JsonCheck check, JsonFault.Expected expected) {
        int base = this.text.offset(this.end);
        JsonFault.Fault fault = null;
        for (int size = FIRST_WINDOW; size <= LAST_WINDOW; size *= 16) {
            byte[] bytes = new byte[size];
            int count = this.content.read(this.end, bytes, 0, size);
            fault = fault(check, expected, base, new String(bytes, 0, count, StandardCharsets.UTF_8));
            if (count < size || fault == null || fault.end() < count / 4) {
                break;
            }
        }
        if (fault == null) {
            fault = new JsonFault.Fault("this is not JSON", 0, 0);
        }
        this.shared.add(new SyntaxProblem(SyntaxProblem.Kind.SYNTAX, fault.message(),
                new Span(base + fault.start(), base + fault.end())));
    }

    private JsonFault.@Nullable Fault fault(JsonCheck check, JsonFault.Expected expected, int base, String window) {
        if (check.trailing()) {
            return JsonFault.trailing(window, JsonFault.skipWhiteSpace(window, 0));
        }
        return new JsonFault(window, (offset) -> this.text.position(base + offset).line()).find(0, expected,
                this.text.offset(check.opener()) - base);
    }

}
