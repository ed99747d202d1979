package dev.rolewire.report;

import dev.rolewire.analysis.Report;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a report in one format. A renderer has no state; the same report gives the same bytes.
public interface Renderer {

    /// Writes a report as it goes, without holding all of it.
    /// @param report the report
    /// @param context what else is known
    /// @param out takes the bytes; flushed, not closed
    /// @throws IOException when `out` throws it
    void render(Report report, RenderContext context, OutputStream out) throws IOException;

}
