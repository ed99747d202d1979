package dev.rolewire.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Severity;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.request.AnalysisRequest;
import dev.rolewire.web.request.Limits;
import dev.rolewire.web.request.MemoryBudget;
import dev.rolewire.web.request.MemoryBudgets;
import dev.rolewire.web.request.RequestOptions;
import dev.rolewire.web.request.TestLimits;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AnalysisExecutorTests {

    private static final AnalysisRequest REQUEST = new AnalysisRequest(List.of(),
            new RequestOptions(AnalysisOptions.DEFAULT, false, false));

    private static final MemoryBudget MEMORY = new MemoryBudget(1000);

    private static final Report REPORT = new Report("c", Report.Verdict.PASS,
            new Report.Summary(0, 0, 0, 0, 0, new LinkedHashMap<>()), List.of(), List.of(), List.of(),
            new Report.Graph(List.of(), List.of()), new Report.Requirements(List.of(), List.of()),
            new Report.Threshold(Severity.ERROR, Set.of()));

    @Test
    void givesTheReport() {
        try (AnalysisExecutor executor = new AnalysisExecutor(limits(1000, 1, 1),
                (files, options, observer) -> REPORT)) {
            assertThat(run(executor)).isSameAs(REPORT);
        }
    }

    @Test
    void answersAgainOnceALateAnalysisHasEnded() {
        CountDownLatch release = new CountDownLatch(1);
        try (AnalysisExecutor executor = new AnalysisExecutor(limits(100, 1, 0), (files, options, observer) -> {
            awaitUninterruptibly(release);
            return REPORT;
        })) {
            assertThat(problemOf(executor)).isEqualTo(ProblemType.DEADLINE_EXCEEDED);
            assertThat(problemOf(executor)).isEqualTo(ProblemType.OVERLOADED);
            release.countDown();
            assertThat(eventually(executor)).isSameAs(REPORT);
        }
    }

    @Test
    void leavesNothingInTheQueueThatNobodyWaitsFor() {
        CountDownLatch release = new CountDownLatch(1);
        try (AnalysisExecutor executor = new AnalysisExecutor(limits(100, 1, 1), (files, options, observer) -> {
            awaitUninterruptibly(release);
            return REPORT;
        })) {
            assertThat(refusal(executor).type()).isEqualTo(ProblemType.DEADLINE_EXCEEDED);
            for (int i = 0; i < 5; i++) {
                assertThat(refusal(executor).reason()).isEqualTo("queue-wait");
                assertThat(executor.waiting()).isZero();
            }
            release.countDown();
        }
    }

    @Test
    void holdsTheMemoryOfALateAnalysisUntilItHasEnded() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        MemoryBudget memory = new MemoryBudget(1000, 1);
        try (AnalysisExecutor executor = new AnalysisExecutor(limits(100, 1, 0), (files, options, observer) -> {
            awaitUninterruptibly(release);
            return REPORT;
        })) {
            try (MemoryBudget.Share share = memory.open()) {
                MemoryBudgets.take(share, 10);
                assertThatThrownBy(() -> executor.run(REQUEST, share)).isInstanceOf(ProblemException.class);
            }
            assertThat(memory.held()).isEqualTo(10);
            release.countDown();
            for (int i = 0; i < 100 && memory.held() > 0; i++) {
                Thread.sleep(20);
            }
            assertThat(memory.held()).isZero();
        }
    }

    @Test
    void tellsAFlawOfTheCoreFromAProblemOfTheCall() {
        try (AnalysisExecutor executor = new AnalysisExecutor(limits(1000, 1, 1), (files, options, observer) -> {
            throw new IllegalStateException("flaw");
        })) {
            assertThatThrownBy(() -> run(executor)).isInstanceOf(AnalysisFailedException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void hasAStackThatIsDeeperThanTheParsersGo() {
        try (AnalysisExecutor executor = new AnalysisExecutor(limits(5000, 1, 1), (files, options, observer) -> {
            assertThat(depth(50_000)).isEqualTo(50_000);
            return REPORT;
        })) {
            assertThat(run(executor)).isSameAs(REPORT);
        }
    }

    private static Report run(AnalysisExecutor executor) {
        try (MemoryBudget.Share share = MEMORY.open()) {
            return executor.run(REQUEST, share).report();
        }
    }

    private static int depth(int left) {
        return (left == 0) ? 0 : 1 + depth(left - 1);
    }

    private static ProblemType problemOf(AnalysisExecutor executor) {
        return refusal(executor).type();
    }

    private static Problem refusal(AnalysisExecutor executor) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> run(executor));
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }

    private static Report eventually(AnalysisExecutor executor) {
        for (int i = 0; i < 100; i++) {
            try {
                return run(executor);
            }
            catch (ProblemException busy) {
                assertThat(busy.problem().type()).isEqualTo(ProblemType.OVERLOADED);
                sleep();
            }
        }
        throw new AssertionError("the thread was never free again");
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /// Work that does not heed its interruption, as that of the core.
    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            }
            catch (InterruptedException ex) {
                continue;
            }
        }
    }

    private static Limits limits(long deadlineMillis, int threads, int queue) {
        return TestLimits.of(DataSize.ofMegabytes(5), DataSize.ofMegabytes(64), DataSize.ofMegabytes(100), 10,
                DataSize.ofBytes(0), Duration.ofMillis(deadlineMillis), threads, queue, Duration.ofMillis(100));
    }

}
