package dev.rolewire.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Analyzer;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.catalog.Catalogs;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;
import dev.rolewire.source.Content;

/// Judges the plan in a file that is not held, and renders the report.
final class JudgeFile {

    private JudgeFile() {
    }

    /// Judges the file that is named, and prints how many slots are wired.
    public static void main(String[] arguments) throws IOException {
        System.out.println(judge(new Analyzer(Catalogs.bundled()), Path.of(arguments[0])) + " slots wired");
    }

    /// Judges a file.
    /// @return how many slots are wired
    static int judge(Analyzer analyzer, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Report report = analyzer.analyze(List.of(new InputFile("plan.json", new FileContent(channel))),
                    AnalysisOptions.DEFAULT);
            ReportFormat.JSON.renderer()
                .render(report, new RenderContext("0", analyzer.rules()), OutputStream.nullOutputStream());
            return report.summary().slots().getOrDefault(Report.Outcome.WIRED, 0);
        }
    }

    private record FileContent(FileChannel channel) implements Content {

        @Override
        public long size() {
            try {
                return this.channel.size();
            }
            catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            try {
                return Math.max(0, this.channel.read(ByteBuffer.wrap(target, offset, length), position));
            }
            catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

    }

}
