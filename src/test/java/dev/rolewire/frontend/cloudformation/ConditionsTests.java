package dev.rolewire.frontend.cloudformation;

import java.util.Map;
import java.util.Optional;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rolewire.frontend.cloudformation.Templates.at;
import static dev.rolewire.frontend.cloudformation.Templates.given;
import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.problems;
import static dev.rolewire.frontend.cloudformation.Templates.resource;
import static dev.rolewire.frontend.cloudformation.Templates.x;
import static org.assertj.core.api.Assertions.assertThat;

class ConditionsTests {

    private static final String YAML = """
            Parameters:
              Env: {Type: String, Default: dev, AllowedValues: [dev, test, prod]}
              Open: {Type: String}
              Other: {Type: String}
              Some: {Type: String, Default: some}
              Secret: {Type: String, NoEcho: true}
              Names: {Type: CommaDelimitedList, Default: ''}
            Mappings:
              M: {dev: {size: small}, test: {size: small}, prod: {size: big}}
            Conditions:
              Prod: !Equals [!Ref Env, prod]
              C: %s
            Resources:
              X:
                Type: T::T::T
                Condition: C
            """;

    private static Guard guard(String condition) {
        return resource(lower(YAML.formatted(condition)), "X").condition();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^',
            textBlock = """
                    !Equals [a, a] ~ true
                    !Equals [a, b] ~ false
                    !Equals [True, 'true'] ~ true
                    !Equals [!Ref Open, a] ~ (Open=a ? true : false)
                    !Equals [a, !Ref Open] ~ (Open=a ? true : false)
                    !Equals [!Ref Env, dev] ~ (Env=dev ? true : false)
                    !Equals [!Ref Env, none] ~ false
                    !Equals [!Ref Some, some] ~ (Some=some ? true : false)
                    !Equals [!Ref Some, other] ~ (Some=other ? true : false)
                    !Equals [!Ref Open, !Ref Open] ~ true
                    !Not [!Equals [!Ref Open, '']] ~ (Open= ? false : true)
                    !Not [!Condition Prod] ~ (Env=dev ? true : (Env=test ? true : false))
                    {Condition: Prod} ~ (Env=dev ? false : (Env=test ? false : true))
                    {'Fn::And': [{Condition: Prod}, {'Fn::Equals': [{Ref: Env}, dev]}]} ~ false
                    !Or [!Condition Prod, !Equals [!Ref Env, dev], !Equals [!Ref Env, test]] ~ true
                    !And [!Condition Prod, !Equals [!Ref Open, a]] ~ (Open=a ? (Env=dev ? false : (Env=test ? false : true)) : false)
                    !Equals [!Ref AWS::Region, eu-west-1] ~ (AWS::Region=eu-west-1 ? true : false)
                    !Equals [!FindInMap [M, !Ref Env, size], small] ~ (Env=dev ? true : (Env=test ? true : false))
                    !Equals [!Sub 'x-${Open}-y', x-a-y] ~ (Open=a ? true : false)
                    !Equals [!Sub 'x-${Open}-y', z] ~ false
                    !Equals [!Join ['', [!Ref Open, !Ref Other]], ''] ~ (Other= ? (Open= ? true : false) : false)
                    !Equals [!Sub '${Env}-${Env}', prod-prod] ~ (Env=dev ? false : (Env=test ? false : true))
                    !Equals [!Sub '${Env}-${Env}', prod-dev] ~ false
                    !Equals [!Join ['', !Ref Names], ''] ~ (expression at 0=true ? true : (Names= ? true : false))
                    !Equals [!Select [0, [!Ref Open]], b] ~ (Open=b ? true : false)
                    !Equals [!If [Prod, a, !Ref Open], a] ~ (Open=a ? true : (Env=dev ? false : (Env=test ? false : true)))
                    """)
    void conditionsAreEvaluated(String condition, String expected) {
        String actual = guard(condition).toString();
        assertThat(actual.replaceAll("Fn::Equals\\(.*\\)=true", "expression at 0=true")).isEqualTo(expected);
    }

    @Test
    void equalExpressionsThatCannotBeEvaluatedAreOneChoice() {
        assertThat(guard("!And [!Equals [!Ref Secret, a], !Not [!Equals [a, !Ref Secret]]]")).isSameAs(Guard.FALSE);
        assertThat(guard("!Or [!Equals [!Ref Open, !Ref Other], !Not [!Equals [!Ref Other, !Ref Open]]]"))
            .isSameAs(Guard.TRUE);
        assertThat(guard("!Or [!Equals [!Select [0, !Ref Names], x], !Not [!Equals [!Select [0, !Ref Names], x]]]"))
            .isSameAs(Guard.TRUE);
        assertThat(guard("!Or [!Equals [!Select [0, !Ref Names], x], !Not [!Equals [!Select [1, !Ref Names], x]]]"))
            .isNotSameAs(Guard.TRUE);
    }

    @Test
    void aSecretIsInNoWitness() {
        Template template = lower(YAML.formatted("!Equals [!Ref Secret, a]"));
        Optional<GuardSpace.Solution> solution = template.guards().solve(resource(template, "X").condition());
        assertThat(solution).isPresent();
        assertThat(solution.get().assignment()).isEmpty();
        assertThat(solution.get().certain()).isFalse();
    }

    @Test
    void valuesOfTheRequestDecide() {
        String text = YAML
            .formatted("!And [!Condition Prod, !Equals [!Ref Open, a], !Equals [!Ref AWS::Region, eu-west-1]]");
        assertThat(resource(lower(text, given("Env", "dev")), "X").condition()).isSameAs(Guard.FALSE);
        assertThat(resource(lower(text, given("Env", "prod", "Open", "a")), "X").condition())
            .hasToString("(AWS::Region=eu-west-1 ? true : false)");
        assertThat(resource(lower(text, at("us-east-1", null)), "X").condition()).isSameAs(Guard.FALSE);
    }

    @Test
    void theWitnessPrefersTheDefault() {
        Template template = lower(YAML.formatted("!Not [!Equals [!Ref Env, test]]"));
        Optional<GuardSpace.Solution> solution = template.guards().solve(resource(template, "X").condition());
        assertThat(solution.orElseThrow().assignment()).containsExactly(Map.entry("Env", "dev"));
    }

    @Test
    void anUndefinedConditionIsReportedWhereItIsNamed() {
        Template template = lower(YAML.formatted("!And [!Condition Missing, !Condition Prod]")
            .replace("Condition: C", "Condition: Typo\n    Properties: {P: !If [Gone, a, b]}"));
        assertThat(problems(template)).containsExactly(
                "UNDEFINED_REFERENCE null null | !Condition Missing | condition `Missing` is not defined",
                "UNDEFINED_REFERENCE X null | Typo | condition `Typo` is not defined",
                "UNDEFINED_REFERENCE X P | Gone | condition `Gone` is not defined");
        assertThat(x(template)).isEqualTo("((condition Gone=true ? true : false) ? a : b)");
    }

    @Test
    void aConditionThatRefersToItselfIsReportedOnce() {
        Template template = lower(YAML.formatted("!Or [!Condition D, !Condition D]\n  D: !Not [!Condition C]"));
        assertThat(problems(template)).hasSize(1);
        assertThat(problems(template).getFirst()).startsWith(
                "CYCLIC_REFERENCE null null | !Condition C | conditions are made of each other: `C` -> `D` -> `C`");
        assertThat(resource(template, "X").condition()).isNotSameAs(Guard.TRUE);
    }

    @Test
    void contradictoryBranchesAreNoAlternatives() {
        String text = YAML.formatted("!Not [!Condition Prod]").replace("Condition: C", """
                Condition: Prod
                    Properties:
                      P: !If [C, never, !If [Prod, always, never]]""");
        assertThat(x(lower(text))).isEqualTo("always");
    }

    @Test
    void aConditionThatIsNoFunctionIsAChoiceOfItsOwn() {
        assertThat(guard("[a]")).hasToString("([a,]=true ? true : false)");
        assertThat(guard("!Equals [a]")).isNotSameAs(Guard.TRUE);
        assertThat(guard("!Not []")).isNotSameAs(Guard.TRUE);
        assertThat(guard("!And x")).isNotSameAs(Guard.TRUE);
    }

    @Test
    void dozensOfConditionsTakeFewSteps() {
        StringBuilder text = new StringBuilder("Parameters:\n");
        for (int i = 0; i < 60; i++) {
            text.append("  P%d: {Type: String, Default: 'no', AllowedValues: ['yes', 'no']}%n".formatted(i));
        }
        text.append("Conditions:\n  C0: !Equals [!Ref P0, 'yes']\n");
        for (int i = 1; i < 60; i++) {
            text.append("  C%d: !Or [!And [!Condition C%d, !Equals [!Ref P%d, 'yes']], !Not [!Condition C%d]]%n"
                .formatted(i, i - 1, i, i - 1));
        }
        text.append("Resources:\n  X:\n    Type: T::T::T\n    Condition: C59\n    Properties:\n      P: ");
        for (int i = 0; i < 11; i++) {
            text.append("!If [C%d, v%d, ".formatted(i * 5, i));
        }
        text.append("last").append("]".repeat(11)).append('\n');
        Template template = lower(text.toString());
        Resource resource = resource(template, "X");
        assertThat(template.guards().solve(resource.condition())).isPresent();
        int alternatives = 1;
        Value value = resource.properties().get("P");
        while (value instanceof Value.Choice choice) {
            assertThat(choice.guard()).isNotSameAs(Guard.EXHAUSTED);
            value = choice.otherwise();
            alternatives++;
        }
        assertThat(alternatives).isEqualTo(12);
    }

    @Test
    void aLongChainOfConditionsInReverseOrderIsGivenUp() {
        StringBuilder text = new StringBuilder("Conditions:\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("  C%d: !Not [!Condition C%d]%n".formatted(i, i + 1));
        }
        text.append("  C20000: !Equals [a, a]\nResources: {X: {Type: T::T::T, Condition: C0}}\n");
        assertThat(resource(lower(text.toString()), "X").condition()).isSameAs(Guard.EXHAUSTED);
    }

    @Test
    void thousandsOfParametersInOneConditionAreGivenUp() {
        StringBuilder text = new StringBuilder("Parameters:\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("  P%d: {Type: String}%n".formatted(i));
        }
        text.append("Conditions:\n  C: !Or\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("    - !Equals [!Ref P%d, a]%n".formatted(i));
        }
        text.append("Resources: {X: {Type: T::T::T, Condition: C}}\n");
        assertThat(resource(lower(text.toString()), "X").condition()).isSameAs(Guard.EXHAUSTED);
    }

}
