package dev.rolewire.web.request;

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

}
