package dev.rolewire.web.request;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.FormatDetector;
import dev.rolewire.model.Dialect;
import dev.rolewire.source.Content;
import dev.rolewire.syntax.ParseLimits;
import dev.rolewire.syntax.json.JsonOutline;
import java.util.List;
import java.util.Locale;

/// How much memory an analysis may need, before it starts: an upper bound from what a text is made of. Trees, models and
/// findings grow with the characters that make nodes, and hardly with the text between them. The figures are measured, with
/// texts that are made to need as much as they can (README, Load it).
final class AnalysisWeight {

    /// The text, decoded, and what is quoted of it.
    private static final int TEXT = 2;

    /// A node of JSON or YAML with what is lowered and found there: measured up to 470
    /// bytes, where each is a finding.
    private static final int NODE = 480;

    /// A token of HCL: measured up to 210 bytes.
    private static final int TOKEN = 240;

    /// A byte of a plan or state that is read as a stream: little is kept of most, and
    /// the
    /// entries of its root of one that has nothing else.
    private static final int STREAMED = 24;

    /// As the analyzer has it.
    private static final int STREAMED_FROM = 1 << 20;

    private static final String NODES = ",:[{\n";

    private static final String TOKENS = ",:[{\n=$(+-*/?!.&|<>%\"";

    private AnalysisWeight() {
    }

    /// The bytes that an analysis of the files needs at most.
    static long of(List<InputFile> files) {
        long weight = 0;
        for (InputFile file : files) {
            if (file.skipped() == null) {
                weight += of(file, files.size() == 1);
            }
        }
        return weight;
    }

    private static long of(InputFile file, boolean alone) {
        if (file.content() instanceof SpoolFile) {
            // Its number is limited instead (`Limits.largePlans`).
            return 0;
        }
        byte[] bytes = file.bytes();
        boolean parsed = alone || new BundleFile(file.uri(), Content.of(bytes), null, Long.MAX_VALUE).mayBeDocument();
        long text = (long) TEXT * bytes.length;
        if (isConfiguration(file.uri())) {
            return text + TOKEN * count(bytes, TOKENS);
        }
        if (!parsed) {
            return text;
        }
        return isStreamed(bytes) ? (long) STREAMED * bytes.length : text + NODE * count(bytes, NODES);
    }

    /// Whether the analyzer reads it piece by piece: what is found out here costs no more
    /// memory than that.
    private static boolean isStreamed(byte[] bytes) {
        if (bytes.length < STREAMED_FROM || !new DocumentStart(bytes).isPlan()) {
            return false;
        }
        JsonOutline outline = JsonOutline.of("", Content.of(bytes), ParseLimits.DEFAULT);
        Dialect dialect = (outline == null) ? null : FormatDetector.detect(outline.root()).dialect();
        return dialect != null && dialect.family() == Dialect.Family.TERRAFORM;
    }

    private static boolean isConfiguration(String uri) {
        String name = uri.toLowerCase(Locale.ROOT);
        return name.endsWith(".tf") || name.endsWith(".tofu") || name.endsWith(".tfvars");
    }

    private static long count(byte[] bytes, String characters) {
        boolean[] counted = new boolean[256];
        characters.chars().forEach((character) -> counted[character] = true);
        long count = 0;
        for (byte each : bytes) {
            count += counted[each & 0xFF] ? 1 : 0;
        }
        return count;
    }

}
