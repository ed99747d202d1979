package dev.rolewire.frontend;

import java.util.List;

import dev.rolewire.model.Dialect;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.source.Content;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.hcl.HclFile;
import dev.rolewire.syntax.json.JsonOutline;
import org.jspecify.annotations.Nullable;

/// One file of a bundle. It is decoded and parsed when it is first asked for, and then kept. For one thread.
public final class BundleFile {

    private final String uri;

    private final Content content;

    private final long streamedFrom;

    private final @Nullable String skipped;

    private boolean alone;

    private @Nullable ReadDocument read;

    /// Makes a file.
    /// @param uri its path relative to the bundle's root, with forward slashes; empty
    /// when it came without a name
    /// @param bytes its content; not copied, not changed
    public BundleFile(String uri, byte[] bytes) {
        this(uri, Content.of(bytes), null, Long.MAX_VALUE);
    }

    /// Makes a file that may be large, or the mention of one.
    /// @param content its bytes
    /// @param skipped why it is not looked at, or null when it is
    /// @param streamedFrom a plan or state of at least so many bytes is not held, see
    /// [#outline]
    public BundleFile(String uri, Content content, @Nullable String skipped, long streamedFrom) {
        this.uri = uri;
        this.content = content;
        this.skipped = skipped;
        this.streamedFrom = streamedFrom;
    }

    /// Whether it is only mentioned: its content did not come along.
    public boolean isSkipped() {
        return this.skipped != null;
    }

    /// Takes note that it is the only file of its request.
    void markAlone() {
        this.alone = true;
    }

    /// The path relative to the bundle's root, with forward slashes; empty when the file
    /// came without a name.
    public String uri() {
        return this.uri;
    }

    /// The content; not copied.
    public byte[] bytes() {
        return this.content.bytes();
    }

    /// Whether it may be a template, plan or state by its name. The only file of a
    /// request always may.
    public boolean mayBeDocument() {
        return this.skipped == null && (this.alone || ReadDocument.hasKnownExtension(this.uri));
    }

    /// The text. What is no UTF-8 is replaced, see [#problems()].
    public SourceFile source() {
        return read().source();
    }

    /// The syntax tree of a JSON or YAML file, possibly partial; null when there is none.
    public @Nullable Node tree() {
        return read().tree();
    }

    /// The syntax tree of an HCL file, possibly partial; null when it is none.
    public @Nullable HclFile configuration() {
        return read().configuration();
    }

    /// The outline of a plan or state that is too large to be held: its tree has only
    /// the entries of the root, and its text is read piece by piece. Null for all else.
    public @Nullable JsonOutline outline() {
        return read().outline();
    }

    /// What it was detected as; null when it is of no known dialect, whatever its name.
    public @Nullable Dialect dialect() {
        return mayBeDocument() && !isTemplated() ? read().dialect() : null;
    }

    /// Whether another program makes a document of it first: it does not parse, at the
    /// directive of such a program. The only file of a request is meant as it is.
    public boolean isTemplated() {
        return this.skipped == null && !this.alone && read().isTemplated();
    }

    /// What it looks like when it is of no dialect; lower-case start, no full stop.
    public String unrecognised() {
        if (this.skipped != null) {
            return this.skipped;
        }
        if (!mayBeDocument()) {
            return "not a template or plan by its name";
        }
        if (isTemplated()) {
            return "to be rendered by another program first (it has `{{`, `{%` or `<%`); send what that makes of it";
        }
        String what = read().unrecognised();
        return parses() || what.startsWith("this is") ? what
                : "neither a template nor a plan, and no JSON or YAML that can be read";
    }

    /// What the decoder and the parser met.
    public List<ModelProblem> problems() {
        return read().allProblems();
    }

    /// Whether the whole text was read.
    public boolean parses() {
        return problems().stream()
            .noneMatch((problem) -> problem.kind() == ModelProblem.Kind.SYNTAX
                    || problem.kind() == ModelProblem.Kind.LIMIT);
    }

    private ReadDocument read() {
        ReadDocument known = this.read;
        if (known == null) {
            known = ReadDocument.read(this.uri, this.content, this.streamedFrom);
            this.read = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return this.uri;
    }

}
