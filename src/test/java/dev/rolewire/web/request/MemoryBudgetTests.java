package dev.rolewire.web.request;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.web.problem.ProblemException;
import dev.rolewire.web.problem.ProblemType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MemoryBudgetTests {

    @Test
    void turnsAwayWhoFindsNoRoom() {
        MemoryBudget budget = new MemoryBudget(100);
        try (MemoryBudget.Share first = budget.open(); MemoryBudget.Share second = budget.open()) {
            first.take(60);
            second.take(40);
            ProblemException full = catchThrowableOfType(ProblemException.class, () -> second.take(1));
            assertThat(full.problem().type()).isEqualTo(ProblemType.OVERLOADED);
            assertThat(full.problem().headers()).containsKey("Retry-After");
        }
        assertThat(budget.held()).isZero();
    }

    @Test
    void letsOneLargeBodyInWhenItIsAlone() {
        MemoryBudget budget = new MemoryBudget(100);
        try (MemoryBudget.Share share = budget.open()) {
            share.take(60);
            share.take(600);
            assertThat(budget.held()).isEqualTo(660);
        }
        assertThat(budget.held()).isZero();
    }

    @Test
    void hasLargeAnalysesWaitForEachOther() throws InterruptedException {
        MemoryBudget budget = new MemoryBudget(100, 1, 1 << 20);
        List<InputFile> files = List
            .of(new InputFile("a.json", "[1,2]\n".repeat(400).getBytes(StandardCharsets.UTF_8)));
        try (MemoryBudget.Share first = budget.open(); MemoryBudget.Share second = budget.open()) {
            assertThat(first.reserve(files, Duration.ZERO)).isTrue();
            assertThat(budget.working()).isBetween(500_000L, 700_000L);
            assertThat(second.reserve(files, Duration.ofMillis(20))).isFalse();
            first.close();
            assertThat(second.reserve(files, Duration.ZERO)).isTrue();
        }
        assertThat(budget.working()).isZero();
    }

    @Test
    void refusesWhatItNeverHasTheMemoryFor() {
        MemoryBudget budget = new MemoryBudget(100, 1, 1 << 20);
        List<InputFile> files = List.of(new InputFile("a.tf", "a=[\n".repeat(4000).getBytes(StandardCharsets.UTF_8)));
        try (MemoryBudget.Share share = budget.open()) {
            ProblemException large = catchThrowableOfType(ProblemException.class,
                    () -> share.reserve(files, Duration.ZERO));
            assertThat(large.problem().type()).isEqualTo(ProblemType.REQUEST_TOO_LARGE);
            assertThat(large.problem().detail()).contains("memory");
        }
        assertThat(budget.working()).isZero();
    }

    @Test
    void weighsNothingThatIsNotParsed() throws InterruptedException {
        MemoryBudget budget = new MemoryBudget(100, 1, 1 << 20);
        byte[] text = ",\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        List<InputFile> files = List.of(new InputFile("README.md", text), InputFile.skipped("b.yaml", "it is a link"));
        try (MemoryBudget.Share share = budget.open()) {
            assertThat(share.reserve(files, Duration.ZERO)).isTrue();
            assertThat(budget.working()).isEqualTo(400_000L >> 10 << 10);
        }
    }

    @Test
    void takesAPlanOfFiveMegabytesWithASmallHeap() throws InterruptedException {
        MemoryBudget budget = new MemoryBudget(100, 1, (256L << 20) / 10 * 6);
        String plan = "{\"format_version\":\"1.2\",\"planned_values\":{\"root_module\":{\"resources\":["
                + "{\"a\":1,\"b\":[1,2]},".repeat(240_000) + "{}]}},\"resource_changes\":[],\"configuration\":{}}";
        assertThat(plan.length()).isBetween(4_200_000, 5_200_000);
        List<InputFile> files = List.of(new InputFile("plan.json", plan.getBytes(StandardCharsets.UTF_8)));
        try (MemoryBudget.Share share = budget.open()) {
            assertThat(share.reserve(files, Duration.ZERO)).isTrue();
        }
        byte[] like = plan.replace("format_version", "other").getBytes(StandardCharsets.UTF_8);
        try (MemoryBudget.Share share = budget.open()) {
            assertThat(catchThrowableOfType(ProblemException.class,
                    () -> share.reserve(List.of(new InputFile("plan.json", like)), Duration.ZERO)))
                .isNotNull();
        }
    }

}
