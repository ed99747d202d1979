package dev.rolewire.web;

import dev.rolewire.analysis.Report;
import dev.rolewire.report.RenderContext;
import dev.rolewire.report.ReportFormat;
import dev.rolewire.web.problem.Addresses;
import dev.rolewire.web.connection.Pace;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.request.AnalysisRequest;
import dev.rolewire.web.request.Body;
import dev.rolewire.web.request.BodyDecoders;
import dev.rolewire.web.request.MemoryBudget;
import dev.rolewire.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// `POST /v1/analyses`. What it takes and gives is described in `openapi.AnalysisOperation`.
@RestController
@Tag(name = "Analyses")
class AnalysisController {

    private final BodyDecoders decoders;

    private final MemoryBudget memory;

    private final AnalysisExecutor executor;

    private final RenderContext context;

    private final AnalysisMetrics metrics;

    private final Stages stages;

    AnalysisController(BodyDecoders decoders, MemoryBudget memory, AnalysisExecutor executor, RenderContext context,
            AnalysisMetrics metrics, Stages stages) {
        this.decoders = decoders;
        this.memory = memory;
        this.executor = executor;
        this.context = context;
        this.metrics = metrics;
        this.stages = stages;
    }

    @PostMapping("/v1/analyses")
    @Operation(operationId = "analyze")
    void analyze(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Pace pace = Objects.requireNonNull(Pace.of(request), "every request is watched");
        try (MemoryBudget.Share share = this.memory.open()) {
            Query query = Query.parse(request.getQueryString());
            ReportFormat format = FormatChoice.of(query, headers(request, "Accept"));
            AnalysisRequest decoded = this.stages.timed("read",
                    () -> this.decoders.decode(Body.of(request, share), query));
            long decodedAt = System.nanoTime();
            pace.working();
            Analysed analysed = this.stages.analysed(() -> this.executor.run(decoded, share));
            Report report = analysed.report();
            RenderContext rendering = this.context.at(Addresses.base(request));
            head(response, decoded.options().status(report), format);
            render(report, format, rendering,
                    new ReportOutput(response, new Timing(System.nanoTime() - decodedAt), pace));
        }
        catch (ProblemException refused) {
            this.metrics.problem(refused.problem());
            throw refused;
        }
    }

    private static void head(HttpServletResponse response, int status, ReportFormat format) {
        response.setStatus(status);
        response.setContentType(format.contentType());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept");
    }

    private void render(Report report, ReportFormat format, RenderContext rendering, ReportOutput output)
            throws IOException {
        this.stages.timed("render", () -> {
            format.renderer().render(report, rendering, output);
            output.finish();
            return report;
        });
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

}
