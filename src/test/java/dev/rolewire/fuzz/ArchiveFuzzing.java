package dev.rolewire.fuzz;

import java.time.Duration;
import java.util.Arrays;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.testing.Analyzers;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.request.AnalysisRequest;
import dev.rolewire.web.request.Body;
import dev.rolewire.web.request.BodyDecoders;
import dev.rolewire.web.request.Limits;
import dev.rolewire.web.request.MemoryBudget;
import dev.rolewire.web.request.Query;
import dev.rolewire.web.request.TestLimits;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/// Bodies that are unpacked: each gives files of safe and different names within the limits, or a problem of the client,
/// and leaves no memory held.
final class ArchiveFuzzing {

    private static final int FILES = 50;

    private static final int BYTES = 100_000;

    private static final Limits LIMITS = TestLimits.of(DataSize.ofBytes(BYTES), DataSize.ofBytes(BYTES),
            DataSize.ofBytes(BYTES), FILES, DataSize.ofMegabytes(10), Duration.ofSeconds(1), 1, 1,
            Duration.ofSeconds(1));

    private static final BodyDecoders DECODERS = new BodyDecoders(LIMITS, Analyzers.analyzer().rules());

    private ArchiveFuzzing() {
    }

    static void archive(byte[] input) {
        if (input.length < 2) {
            return;
        }
        Bodies.Kind[] kinds = Bodies.Kind.values();
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/analyses");
        request.setContentType(kinds[(input[0] & 0xFF) % kinds.length].mediaType());
        request.setContent(Arrays.copyOfRange(input, 1, input.length));
        MemoryBudget memory = new MemoryBudget(10 << 20, 1);
        try (MemoryBudget.Share share = memory.open()) {
            check(DECODERS.decode(Body.of(request, share), Query.parse(null)));
        }
        catch (ProblemException problem) {
            if (problem.problem().status() >= 500 && problem.problem().type() != ProblemType.OVERLOADED) {
                throw new AssertionError(problem.problem().toString());
            }
        }
        if (memory.held() != 0) {
            throw new AssertionError("memory is held: " + memory.held());
        }
    }

    private static void check(AnalysisRequest request) {
        long bytes = 0;
        for (InputFile file : request.files()) {
            String uri = file.uri();
            bytes += (file.skipped() == null) ? file.bytes().length : 0;
            if (uri.startsWith("/") || Arrays.asList(uri.split("/")).contains("..") || uri.indexOf('\0') >= 0) {
                throw new AssertionError("a path leads out: " + uri);
            }
        }
        long names = request.files().stream().map(InputFile::uri).distinct().count();
        if (names != request.files().size() || request.files().size() > FILES * 11 || bytes > BYTES) {
            throw new AssertionError(request.files().size() + " files of " + names + " names, " + bytes + " bytes");
        }
    }

}
