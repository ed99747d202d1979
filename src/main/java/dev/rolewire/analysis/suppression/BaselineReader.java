package dev.rolewire.analysis.suppression;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.model.Pointer;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.Parsed;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import dev.rolewire.syntax.SyntaxProblem;
import dev.rolewire.syntax.json.JsonParser;
import dev.rolewire.syntax.yaml.YamlParser;
import org.jspecify.annotations.Nullable;

/// Reads a baseline: an earlier report (JSON or YAML), or an earlier SARIF log.
public final class BaselineReader {

    private static final String EXPECTED = "expected an earlier report of Rolewire, which has `findings`, or its SARIF log,"
            + " which has `runs`";

    /// How a SARIF log numbers results of one fingerprint.
    private static final Pattern NUMBERED = Pattern.compile("(.+):([0-9]{1,9})");

    private final Set<String> fingerprints = new LinkedHashSet<>();

    private @Nullable Malformed malformed;

    private BaselineReader() {
    }

    /// What came of reading a baseline.
    public sealed interface Result permits Read, Malformed {

    }

    /// It was read.
    public record Read(Baseline baseline) implements Result {

    }

    /// It cannot be used.
    ///
    /// @param pointer JSON Pointer to what is wrong
    /// @param message what is wrong; lower-case start, no full stop
    /// @param span where in the text
    public record Malformed(Pointer pointer, String message, Span span) implements Result {

    }

    /// Reads a text; never throws.
    public static Result read(SourceFile source) {
        boolean json = source.text().stripLeading().startsWith("{");
        Parsed<@Nullable Node> parsed = json ? JsonParser.parse(source, ParseLimits.DEFAULT)
                : YamlParser.parse(source, ParseLimits.DEFAULT);
        Node tree = parsed.value();
        if (!parsed.isComplete()) {
            SyntaxProblem problem = parsed.problems().getFirst();
            return new Malformed(Pointer.ROOT, problem.message(), problem.span());
        }
        BaselineReader reader = new BaselineReader();
        reader.document(tree);
        Malformed malformed = reader.malformed;
        return malformed != null ? malformed : new Read(new Baseline(Set.copyOf(reader.fingerprints)));
    }

    private void document(@Nullable Node tree) {
        if (tree instanceof Mapping root && root.get("runs") instanceof Sequence runs) {
            each(runs, Pointer.ROOT.child("runs"), this::run);
        }
        else if (tree instanceof Mapping root && root.get("findings") instanceof Sequence findings) {
            each(findings, Pointer.ROOT.child("findings"), this::finding);
        }
        else {
            fail(Pointer.ROOT, EXPECTED, tree);
        }
    }

    private interface ItemReader {

        void read(Mapping item, Pointer at);

    }

    private void each(Sequence list, Pointer at, ItemReader reader) {
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            if (item instanceof Mapping mapping) {
                reader.read(mapping, at.child(i));
            }
            else {
                fail(at.child(i), "an object is expected", item);
            }
        }
    }

    private void finding(Mapping finding, Pointer at) {
        Node fingerprint = finding.get("fingerprint");
        if (fingerprint instanceof Scalar text && !text.isNull() && !text.text().isEmpty()) {
            this.fingerprints.add(text.text());
        }
        else {
            fail(fingerprint == null ? at : at.child("fingerprint"), "a finding has a `fingerprint`, which is a text",
                    fingerprint == null ? finding : fingerprint);
        }
    }

    private void run(Mapping run, Pointer at) {
        Node driver = run.get("tool") instanceof Mapping tool ? tool.get("driver") : null;
        Node name = driver instanceof Mapping mapping ? mapping.get("name") : null;
        Pointer pointer = at.child("tool").child("driver").child("name");
        if (!(name instanceof Scalar tool)) {
            fail(pointer, "a run of a SARIF log names its tool", run);
        }
        else if (!tool.text().toLowerCase(Locale.ROOT).equals("rolewire")) {
            fail(pointer, "this is a log of `" + tool.text() + "`; a baseline is a log of Rolewire", name);
        }
        else if (run.get("results") instanceof Sequence results) {
            each(results, at.child("results"), this::result);
        }
    }

    private void result(Mapping result, Pointer at) {
        if (!(result.get("partialFingerprints") instanceof Mapping prints)) {
            fail(at, "a result has `partialFingerprints`", result);
            return;
        }
        for (Mapping.Entry entry : prints.entries()) {
            if (entry.value() instanceof Scalar text) {
                Matcher numbered = NUMBERED.matcher(text.text());
                this.fingerprints.add(text.text());
                if (numbered.matches()) {
                    this.fingerprints
                        .add(Fingerprints.numbered(numbered.group(1), Integer.parseInt(numbered.group(2))));
                }
            }
            else {
                fail(at.child("partialFingerprints").child(entry.name()), "a fingerprint is a text", entry.value());
            }
        }
    }

    private void fail(Pointer at, String message, @Nullable Node node) {
        if (this.malformed == null) {
            this.malformed = new Malformed(at, message, node == null ? Span.at(0) : node.span());
        }
    }

}
