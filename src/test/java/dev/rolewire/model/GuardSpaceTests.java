package dev.rolewire.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

import dev.rolewire.model.GuardSpace.Kind;
import dev.rolewire.model.GuardSpace.Solution;
import dev.rolewire.model.GuardVariable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GuardSpaceTests {

    private final GuardSpace guards = new GuardSpace();

    private final GuardVariable open = this.guards.declare("Env", Kind.PARAMETER, List.of(), false, "dev");

    private final GuardVariable closed = this.guards.declare("Size", Kind.PARAMETER, List.of("s", "m", "l"), true, "m");

    @Test
    void valuesOfOneVariableExcludeEachOther() {
        Guard prod = this.guards.equal(this.open, "prod");
        Guard dev = this.guards.equal(this.open, "dev");
        assertThat(this.guards.and(prod, dev)).isSameAs(Guard.FALSE);
        assertThat(this.guards.and(prod, this.guards.not(dev))).isSameAs(prod);
        assertThat(this.guards.or(prod, this.guards.not(dev))).isSameAs(this.guards.not(dev));
        assertThat(this.guards.or(prod, dev)).isNotSameAs(Guard.TRUE);
    }

    @Test
    void anExclusionThatAnEqualityImpliesLeavesNoTrace() {
        Guard first = this.guards.equal(this.open, "a");
        Guard second = this.guards.equal(this.open, "b");
        assertThat(this.guards.and(this.guards.not(first), second)).isSameAs(second);
        assertThat(this.guards.or(this.guards.and(first, second), second)).isSameAs(second);
    }

    @Test
    void aClosedVariableTakesOneOfItsValues() {
        Guard small = this.guards.equal(this.closed, "s");
        Guard medium = this.guards.equal(this.closed, "m");
        Guard large = this.guards.equal(this.closed, "l");
        assertThat(this.guards.or(this.guards.or(small, medium), large)).isSameAs(Guard.TRUE);
        assertThat(this.guards.and(this.guards.not(small), this.guards.not(medium))).isSameAs(large);
        assertThat(this.guards.equal(this.closed, "xl")).isSameAs(Guard.FALSE);
    }

    @Test
    void aValueDeclaredTwiceCountsOnce() {
        GuardVariable only = this.guards.declare("Only", Kind.PARAMETER, List.of("a", "a"), true, null);
        assertThat(only.values()).containsExactly("a");
        assertThat(this.guards.equal(only, "a")).isSameAs(Guard.TRUE);
    }

    @Test
    void aClosedVariableWithoutValuesIsOpen() {
        GuardVariable none = this.guards.declare("None", Kind.PARAMETER, List.of(), true, null);
        assertThat(none.closed()).isFalse();
        assertThat(this.guards.equal(none, "a")).isNotIn(Guard.TRUE, Guard.FALSE);
    }

    @Test
    void aSecondDeclarationReturnsTheFirst() {
        assertThat(this.guards.declare("Env", Kind.OPAQUE, List.of("x"), true, "x")).isSameAs(this.open);
    }

    @Test
    void equalOpaqueTextsAreOneChoice() {
        Guard once = this.guards.opaque("Fn::Contains", Reason.MACRO);
        assertThat(this.guards.opaque("Fn::Contains", Reason.MACRO)).isSameAs(once);
        assertThat(this.guards.and(once, this.guards.not(this.guards.opaque("Fn::Contains", Reason.MACRO))))
            .isSameAs(Guard.FALSE);
        assertThat(this.guards.opaque("other", Reason.MACRO)).isNotSameAs(once);
    }

    @Test
    void randomExpressionsAgreeWithTheirTruthTables() {
        Random random = new Random(20_220_815);
        for (int round = 0; round < 60; round++) {
            TruthTable table = new TruthTable();
            for (int i = 0; i < 40; i++) {
                table.grow(random);
            }
            table.verify();
        }
    }

    @Test
    void aSolutionPrefersTheDefault() {
        Guard notProd = this.guards.not(this.guards.equal(this.open, "prod"));
        Solution solution = this.guards.solve(notProd).orElseThrow();
        assertThat(solution.assignment()).containsExactly(Map.entry("Env", "dev"));
        assertThat(solution.certain()).isTrue();
    }

    @Test
    void aSolutionTakesADeclaredValueBeforeOneThatIsOnlyCompared() {
        GuardVariable tier = this.guards.declare("Tier", Kind.PARAMETER, List.of("x", "y"), false, "x");
        Guard compared = this.guards.equal(tier, "z");
        Guard either = this.guards.or(compared, this.guards.equal(tier, "y"));
        assertThat(this.guards.solve(either).orElseThrow())
            .isEqualTo(new Solution(new LinkedHashMap<>(Map.of("Tier", "y")), true));
        assertThat(this.guards.solve(compared).orElseThrow().certain()).isFalse();
    }

    @Test
    void aValueThatTheDocumentDoesNotSpeakOfIsNotCertain() {
        Guard neither = this.guards.not(this.guards.equal(this.open, "dev"));
        Solution solution = this.guards.solve(neither).orElseThrow();
        assertThat(solution.assignment().get("Env")).isNotEqualTo("dev");
        assertThat(solution.certain()).isFalse();
    }

    @Test
    void aPlaceOfDeploymentIsCertain() {
        GuardVariable region = this.guards.declare("AWS::Region", Kind.ENVIRONMENT, List.of(), false, "us-east-1");
        Solution solution = this.guards.solve(this.guards.equal(region, "eu-west-1")).orElseThrow();
        assertThat(solution.certain()).isTrue();
        assertThat(solution.assignment()).containsExactly(Map.entry("AWS::Region", "eu-west-1"));
    }

    @Test
    void oneValueOfAParameterThatDeclaresNoneIsNotCertain() {
        GuardVariable given = this.guards.declare("Given", Kind.PARAMETER, List.of(), false, null);
        Guard one = this.guards.equal(given, "a");
        assertThat(this.guards.solve(one).orElseThrow().certain()).isFalse();
        assertThat(this.guards.solve(this.guards.not(one)).orElseThrow().certain()).isFalse();
    }

    @Test
    void whateverHappensUnderEveryValueIsCertain() {
        GuardVariable given = this.guards.declare("Given", Kind.PARAMETER, List.of(), false, null);
        Guard one = this.guards.equal(given, "a");
        Guard either = this.guards.or(this.guards.and(one, this.guards.equal(this.closed, "l")),
                this.guards.and(this.guards.not(one), this.guards.equal(this.open, "dev")));
        Solution solution = this.guards.solve(either).orElseThrow();
        assertThat(solution.certain()).isTrue();
        assertThat(solution.assignment()).containsKey("Given");
        Guard unforeseen = this.guards.or(this.guards.and(one, this.guards.equal(this.closed, "l")),
                this.guards.and(this.guards.not(one), this.guards.equal(this.open, "strange")));
        assertThat(this.guards.solve(unforeseen).orElseThrow().certain()).isFalse();
    }

    @Test
    void theDoubtOfAGuardIsThatOfAChoiceThatCannotBeEvaluated() {
        Guard parameter = this.guards.equal(this.open, "prod");
        assertThat(this.guards.doubtOf(parameter)).isEqualTo(Reason.PARAMETER);
        assertThat(this.guards.doubtOf(this.guards.and(this.guards.opaque("imported", Reason.IMPORT), parameter)))
            .isEqualTo(Reason.IMPORT);
        assertThat(this.guards.doubtOf(Guard.EXHAUSTED)).isEqualTo(Reason.BUDGET);
    }

    @Test
    void anOpaqueConditionIsNeitherCertainNorInTheWitness() {
        Guard guard = this.guards.and(this.guards.opaque("?", Reason.MACRO), this.guards.equal(this.closed, "l"));
        Solution solution = this.guards.solve(guard).orElseThrow();
        assertThat(solution.assignment()).containsExactly(Map.entry("Size", "l"));
        assertThat(solution.certain()).isFalse();
    }

    @Test
    void manyOpaqueConditionsCanStillBeSolved() {
        Guard all = Guard.TRUE;
        for (int i = 0; i < 700; i++) {
            all = this.guards.and(all, this.guards.opaque("condition " + i, Reason.MACRO));
        }
        assertThat(all).isNotSameAs(Guard.EXHAUSTED);
        assertThat(this.guards.solve(all)).isPresent();
    }

    @Test
    void aDefaultThatIsNotAllowedIsNoSolution() {
        GuardVariable odd = this.guards.declare("Odd", Kind.PARAMETER, List.of("a", "b"), true, "c");
        Guard notA = this.guards.not(this.guards.equal(odd, "a"));
        assertThat(this.guards.solve(notA).orElseThrow().assignment()).containsEntry("Odd", "b");
    }

    @Test
    void theConstantsSolveAsTheySay() {
        assertThat(this.guards.solve(Guard.TRUE).orElseThrow().assignment()).isEmpty();
        assertThat(this.guards.solve(Guard.FALSE)).isEmpty();
        assertThat(this.guards.solve(Guard.EXHAUSTED)).isEmpty();
    }

    @Test
    void aMadeUpValueIsNoneThatIsExcluded() {
        Guard guard = Guard.TRUE;
        for (String value : List.of("dev", "other", "another")) {
            guard = this.guards.and(guard, this.guards.not(this.guards.equal(this.open, value)));
        }
        assertThat(this.guards.solve(guard).orElseThrow().assignment().get("Env")).isNotIn("dev", "other", "another");
    }

    @Test
    void exhaustionIsNeverAWrongAnswer() {
        Random random = new Random(42);
        for (int budget = 0; budget < 120; budget++) {
            long seed = random.nextLong();
            List<Guard> bounded = build(new GuardSpace(budget), seed);
            List<Guard> exact = build(new GuardSpace(), seed);
            for (int i = 0; i < exact.size(); i++) {
                Guard guard = bounded.get(i);
                assertThat(guard == Guard.EXHAUSTED || guard.toString().equals(exact.get(i).toString()))
                    .as("budget %s, guard %s", budget, i)
                    .isTrue();
            }
            assertThat(exact).doesNotContain(Guard.EXHAUSTED);
        }
        assertThat(build(new GuardSpace(0), 1)).contains(Guard.EXHAUSTED);
    }

    @Test
    void anExhaustedSideDecidesNothingAndIsDecidedByTheOther() {
        Guard prod = this.guards.equal(this.open, "prod");
        assertThat(this.guards.and(Guard.EXHAUSTED, prod)).isSameAs(Guard.EXHAUSTED);
        assertThat(this.guards.or(prod, Guard.EXHAUSTED)).isSameAs(Guard.EXHAUSTED);
        assertThat(this.guards.not(Guard.EXHAUSTED)).isSameAs(Guard.EXHAUSTED);
        assertThat(this.guards.and(Guard.EXHAUSTED, Guard.FALSE)).isSameAs(Guard.FALSE);
        assertThat(this.guards.or(Guard.EXHAUSTED, Guard.TRUE)).isSameAs(Guard.TRUE);
    }

    @Test
    void aGuardTooHighForTheStackIsExhausted() {
        List<GuardVariable> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(this.guards.declare("P" + i, Kind.PARAMETER, List.of(), false, null));
        }
        Guard all = Guard.TRUE;
        for (GuardVariable variable : many.reversed()) {
            all = this.guards.and(this.guards.equal(variable, "x"), all);
        }
        assertThat(all).isSameAs(Guard.EXHAUSTED);
        assertThat(this.guards.not(all)).isSameAs(Guard.EXHAUSTED);
    }

    private static List<Guard> build(GuardSpace space, long seed) {
        Random random = new Random(seed);
        List<GuardVariable> variables = List.of(space.declare("A", Kind.PARAMETER, List.of("1", "2", "3"), true, null),
                space.declare("B", Kind.PARAMETER, List.of(), false, null),
                space.declare("C", Kind.PARAMETER, List.of("1"), false, "2"));
        List<Guard> built = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int kind = built.size() < 4 ? 0 : random.nextInt(4);
            Guard left = built.isEmpty() ? Guard.TRUE : built.get(random.nextInt(built.size()));
            Guard right = built.isEmpty() ? Guard.TRUE : built.get(random.nextInt(built.size()));
            GuardVariable variable = variables.get(random.nextInt(3));
            String value = "" + (1 + random.nextInt(3));
            built.add(switch (kind) {
                case 1 -> space.and(left, right);
                case 2 -> space.or(left, right);
                case 3 -> space.not(left);
                default -> space.equal(variable, value);
            });
        }
        return built;
    }

    /// Guards beside the predicates that they stand for, over a domain small enough to
    /// enumerate: two closed variables
    /// of three values, two open ones compared with three values and able to be a fourth.
    private static final class TruthTable {

        private final GuardSpace space = new GuardSpace();

        private final List<GuardVariable> variables = List.of(
                this.space.declare("A", Kind.PARAMETER, List.of("1", "2", "3"), true, null),
                this.space.declare("B", Kind.PARAMETER, List.of(), false, null),
                this.space.declare("C", Kind.PARAMETER, List.of("1", "2", "3"), true, "3"),
                this.space.declare("D", Kind.ENVIRONMENT, List.of("2"), false, "2"));

        private final List<Map<String, String>> rows = rows();

        private final List<Guard> built = new ArrayList<>();

        private final List<Predicate<Map<String, String>>> meanings = new ArrayList<>();

        private static List<Map<String, String>> rows() {
            List<Map<String, String>> rows = new ArrayList<>();
            for (int i = 0; i < 3 * 4 * 3 * 4; i++) {
                rows.add(Map.of("A", "" + (1 + i % 3), "B", "" + (1 + i / 3 % 4), "C", "" + (1 + i / 12 % 3), "D",
                        "" + (1 + i / 36)));
            }
            return rows;
        }

        void grow(Random random) {
            int kind = this.built.size() < 6 ? 0 : random.nextInt(4);
            int left = this.built.isEmpty() ? 0 : random.nextInt(this.built.size());
            int right = this.built.isEmpty() ? 0 : random.nextInt(this.built.size());
            GuardVariable variable = this.variables.get(random.nextInt(4));
            String value = "" + (1 + random.nextInt(3));
            switch (kind) {
                case 1 -> add(this.space.and(this.built.get(left), this.built.get(right)),
                        this.meanings.get(left).and(this.meanings.get(right)));
                case 2 -> add(this.space.or(this.built.get(left), this.built.get(right)),
                        this.meanings.get(left).or(this.meanings.get(right)));
                case 3 -> add(this.space.not(this.built.get(left)), this.meanings.get(left).negate());
                default -> add(this.space.equal(variable, value), (row) -> value.equals(row.get(variable.name())));
            }
        }

        private void add(Guard guard, Predicate<Map<String, String>> meaning) {
            this.built.add(guard);
            this.meanings.add(meaning);
        }

        void verify() {
            Map<List<Boolean>, Guard> byColumn = new HashMap<>();
            for (int i = 0; i < this.built.size(); i++) {
                Guard guard = this.built.get(i);
                List<Boolean> column = this.rows.stream().map(this.meanings.get(i)::test).toList();
                assertThat(this.rows.stream().map((row) -> holds(guard, row)).toList()).isEqualTo(column);
                assertThat(byColumn.computeIfAbsent(column, (key) -> guard)).isSameAs(guard);
                assertThat(guard == Guard.TRUE).isEqualTo(!column.contains(false));
                assertThat(guard == Guard.FALSE).isEqualTo(!column.contains(true));
                verifySolution(guard, i);
            }
        }

        private void verifySolution(Guard guard, int index) {
            this.space.solve(guard).ifPresent((solution) -> {
                Map<String, String> assignment = new HashMap<>(solution.assignment());
                assertThat(this.rows.stream()
                    .filter((row) -> assignment.entrySet()
                        .stream()
                        .allMatch((entry) -> same(row.getOrDefault(entry.getKey(), ""), entry.getValue()))))
                    .isNotEmpty()
                    .allMatch(this.meanings.get(index));
            });
            assertThat(this.space.solve(guard).isPresent()).isEqualTo(guard != Guard.FALSE);
        }

        /// The fourth value of an open variable stands for any that is not compared.
        private static boolean same(String value, String assigned) {
            return value.equals(assigned) || (value.equals("4") && !List.of("1", "2", "3").contains(assigned));
        }

        private static boolean holds(Guard guard, Map<String, String> row) {
            Guard at = guard;
            while (!at.isTerminal()) {
                String asked = at.variable().values().get(at.value());
                at = asked.equals(row.get(at.variable().name())) ? at.whenEqual() : at.otherwise();
            }
            return at == Guard.TRUE;
        }

    }

}
