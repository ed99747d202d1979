package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import dev.rolewire.source.SourceFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// All safe fixes as one unified diff with the bundle's paths, for `git apply`; empty when there is none.
final class DiffRenderer implements Renderer {

    @Override
    public void render(Report report, RenderContext context, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        SafeEdits edits = SafeEdits.of(report);
        for (SourceFile source : edits.sources()) {
            writer.write(UnifiedDiff.of(source, edits.of(source)));
        }
        writer.flush();
    }

}
