package dev.rolewire.frontend.cloudformation;

import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rolewire.frontend.cloudformation.Templates.lower;
import static dev.rolewire.frontend.cloudformation.Templates.property;
import static dev.rolewire.frontend.cloudformation.Templates.show;
import static dev.rolewire.frontend.cloudformation.Templates.text;
import static dev.rolewire.frontend.cloudformation.Templates.x;
import static org.assertj.core.api.Assertions.assertThat;

class FunctionsTests {

    private static final String YAML = """
            Parameters:
              Name: {Type: String}
              Names: {Type: CommaDelimitedList}
            Mappings:
              M:
                k1: {a: v1, list: [x, y]}
            Conditions:
              C: !Equals [!Ref Name, prod]
            Resources:
              Role: {Type: AWS::IAM::Role}
              Custom: {Type: Custom::Thing}
              Stack: {Type: AWS::CloudFormation::Stack}
              X:
                Type: T::T::T
                Properties:
                  P: %s
            """;

    private static String value(String expression) {
        return x(lower(YAML.formatted(expression)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^',
            textBlock = """
                    # function in its short form # in its long form # what it yields
                    Ref ~ !Ref Role ~ {Ref: Role} ~ ${Role.Ref}
                    Ref ~ !Ref AWS::StackName ~ {Ref: 'AWS::StackName'} ~ ${AWS::StackName.Ref}
                    Ref ~ !Ref AWS::NoValue ~ {Ref: 'AWS::NoValue'} ~ -
                    GetAtt ~ !GetAtt Role.Arn ~ {'Fn::GetAtt': [Role, Arn]} ~ ${Role.Arn}
                    GetAtt ~ !GetAtt [Role, Arn] ~ {'Fn::GetAtt': Role.Arn} ~ ${Role.Arn}
                    GetAtt ~ !GetAtt Stack.Outputs.Role.Arn ~ {'Fn::GetAtt': [Stack, Outputs.Role.Arn]} ~ ?remote-module Stack.Outputs.Role.Arn
                    GetAtt ~ !GetAtt Custom.RoleArn ~ {'Fn::GetAtt': [Custom, RoleArn]} ~ ?known-after-apply Custom.RoleArn
                    GetAtt ~ !GetAtt [Role, !Ref Name] ~ {'Fn::GetAtt': [Role, {Ref: Name}]} ~ ?known-after-apply Role.${Name}
                    Sub ~ !Sub 'a-${Role.Arn}-${AWS::Region}' ~ {'Fn::Sub': 'a-${Role.Arn}-${AWS::Region}'} ~ <a-|${Role.Arn}|-|${AWS::Region.Ref}>
                    Sub ~ !Sub ['${V}/${Role}', {V: lit}] ~ {'Fn::Sub': ['${V}/${Role}', {V: lit}]} ~ <lit/|${Role.Ref}>
                    Sub ~ !Sub 'x${!Role}' ~ {'Fn::Sub': ['x${!Role}']} ~ x${Role}
                    Sub ~ !Sub '${Role}' ~ {'Fn::Sub': '${Role}'} ~ ${Role.Ref}
                    Join ~ !Join [':', [a, !Ref Role, b, c]] ~ {'Fn::Join': [':', [a, {Ref: Role}, b, c]]} ~ <a:|${Role.Ref}|:b:c>
                    Join ~ !Join ['', [a, b]] ~ {'Fn::Join': ['', [a, b]]} ~ ab
                    Join ~ !Join [',', !Ref Names] ~ {'Fn::Join': [',', {Ref: Names}]} ~ ?parameter Fn::Join(Names)
                    Split ~ !Split [':', 'a:b::c'] ~ {'Fn::Split': [':', 'a:b::c']} ~ [a, b, , c]
                    Split ~ !Join ['-', !Split ['.', a.b.c]] ~ {'Fn::Join': ['-', {'Fn::Split': ['.', a.b.c]}]} ~ a-b-c
                    Select ~ !Select [1, [a, b]] ~ {'Fn::Select': ['1', [a, b]]} ~ b
                    Select ~ !Select [1, [!Ref 'AWS::NoValue', a, b]] ~ {'Fn::Select': ['1', [{Ref: 'AWS::NoValue'}, a, b]]} ~ b
                    Select ~ !Select [0, !Ref Names] ~ {'Fn::Select': [0, {Ref: Names}]} ~ ?parameter Fn::Select[0](Names)
                    Select ~ !Select [0, !GetAZs ''] ~ {'Fn::Select': [0, {'Fn::GetAZs': ''}]} ~ ?known-after-apply Fn::Select[0](Fn::GetAZs)
                    Select ~ !Select [5, [a]] ~ {'Fn::Select': [5, [a]]} ~ ?macro `Fn::Select` with arguments that are not understood
                    FindInMap ~ !FindInMap [M, k1, a] ~ {'Fn::FindInMap': [M, k1, a]} ~ v1
                    FindInMap ~ !FindInMap [M, k1, list] ~ {'Fn::FindInMap': [M, k1, list]} ~ [x, y]
                    If ~ !If [C, a, b] ~ {'Fn::If': [C, a, b]} ~ ((Name=prod ? true : false) ? a : b)
                    ImportValue ~ !ImportValue net-Role ~ {'Fn::ImportValue': net-Role} ~ ?import net-Role
                    ImportValue ~ !ImportValue {'Fn::Sub': '${AWS::StackName}-r'} ~ {'Fn::ImportValue': {'Fn::Sub': '${AWS::StackName}-r'}} ~ ?import ${AWS::StackName}-r
                    GetStackOutput ~ !GetStackOutput {StackName: s, OutputName: o} ~ {'Fn::GetStackOutput': {StackName: s, OutputName: o}} ~ ?import s.o
                    Base64 ~ !Base64 x ~ {'Fn::Base64': x} ~ eA==
                    Cidr ~ !Cidr [10.0.0.0/16, 2, 8] ~ {'Fn::Cidr': [10.0.0.0/16, 2, 8]} ~ ?known-after-apply Fn::Cidr
                    GetAZs ~ !GetAZs '' ~ {'Fn::GetAZs': {Ref: 'AWS::Region'}} ~ ?known-after-apply Fn::GetAZs
                    Transform ~ !Transform {Name: 'AWS::Include'} ~ {'Fn::Transform': {Name: 'AWS::Include'}} ~ ?macro AWS::Include
                    ToJsonString ~ !ToJsonString {a: !Ref Role} ~ {'Fn::ToJsonString': {a: {Ref: Role}}} ~ <{"a":"|${Role.Ref}|"}>
                    Length ~ !Length [a, b] ~ {'Fn::Length': [a, b]} ~ 2
                    Length ~ !Length [!Ref 'AWS::NoValue', b] ~ {'Fn::Length': [{Ref: 'AWS::NoValue'}, b]} ~ 1
                    unknown ~ !Frobnicate x ~ {'Fn::Frobnicate': x} ~ ?macro Fn::Frobnicate
                    dynamic ~ '{{resolve:ssm:/a}}' ~ "{{resolve:ssm:/a}}" ~ ?dynamic-reference {{resolve:ssm:/a}}
                    dynamic ~ 'x{{resolve:ssm:/a}}y' ~ "x{{resolve:ssm:/a}}y" ~ <x|?dynamic-reference {{resolve:ssm:/a}}|y>
                    """)
    void bothFormsOfAFunctionYieldTheSame(String function, String shortForm, String longForm, String expected) {
        assertThat(value(shortForm)).as(function).isEqualTo(expected);
        assertThat(value(longForm)).as(function).isEqualTo(expected);
    }

    @Test
    void theOriginIsTheWholeCall() {
        Value tagged = property(lower(YAML.formatted("!GetAtt Role.Arn")), "X", "P");
        assertThat(text(tagged.origin())).isEqualTo("!GetAtt Role.Arn");
        Value mapped = property(lower(YAML.formatted("{'Fn::GetAtt': [Role, Arn]}")), "X", "P");
        assertThat(text(mapped.origin())).isEqualTo("{'Fn::GetAtt': [Role, Arn]}");
        assertThat(mapped.origin().pointer()).hasToString("/Resources/X/Properties/P");
    }

    @Test
    void aPartOfASubstitutionIsWrittenWhereItsNameIs() {
        Value.Concat concat = (Value.Concat) property(lower(YAML.formatted("!Sub \"\\u0061 ${Role.Arn} z\"")), "X",
                "P");
        assertThat(concat.parts()).extracting((part) -> text(part.origin()))
            .containsExactly("\\u0061 ", "${Role.Arn}", " z");
    }

    @Test
    void aPartOfAFoldedTextIsWrittenWhereItsNameIs() {
        Value value = property(lower(YAML.formatted(">-\n          one\n          two")), "X", "P");
        assertThat(show(value)).isEqualTo("one two");
        Value sub = property(lower(YAML.formatted("!Sub |\n          one\n          ${Role}\n          two")), "X",
                "P");
        assertThat(((Value.Concat) sub).parts()).extracting((part) -> text(part.origin())).contains("${Role}");
    }

    @Test
    void nestedTextsBecomeOne() {
        assertThat(value("!Sub ['${A}-${A}', {A: !Join ['', [x, !Sub '${Role}y']]}]"))
            .isEqualTo("<x|${Role.Ref}|y-x|${Role.Ref}|y>");
    }

    @Test
    void aChoiceInsideATextStaysAPart() {
        assertThat(value("!Sub ['a-${V}', {V: !If [C, x, !Ref Role]}]"))
            .isEqualTo("<a-|((Name=prod ? true : false) ? x : ${Role.Ref})>");
    }

    @Test
    void anItemThatMayBeMissingMakesTwoTexts() {
        assertThat(value("!Join [',', [a, !If [C, b, !Ref 'AWS::NoValue'], c]]"))
            .isEqualTo("((Name=prod ? true : false) ? a,b,c : a,c)");
        assertThat(value("!Select [1, [a, !If [C, b, !Ref 'AWS::NoValue'], c]]"))
            .isEqualTo("((Name=prod ? true : false) ? b : c)");
        assertThat(value("!Join [',', !If [C, [a, b], [c]]]")).isEqualTo("((Name=prod ? true : false) ? a,b : c)");
    }

    @Test
    void aDynamicReferenceMayGoOverTheNamesInIt() {
        Value value = property(lower(YAML.formatted("!Sub '{{resolve:secretsmanager:${Role}:SecretString:a}}-b'")), "X",
                "P");
        assertThat(show(value)).isEqualTo("<?dynamic-reference {{resolve:secretsmanager:${Role}:SecretString:a}}|-b>");
        Value.Unknown unknown = (Value.Unknown) ((Value.Concat) value).parts().getFirst();
        assertThat(unknown.operands()).extracting(Value.Reference::address).containsExactly("Role");
    }

    @Test
    void whatIsUnknownKeepsTheReferencesThatItIsComputedFrom() {
        Value.Unknown unknown = (Value.Unknown) property(
                lower(YAML.formatted("{'Fn::Base64': {'Fn::Sub': '${Role} ${Role} ${Role.Arn}'}}")), "X", "P");
        assertThat(unknown.operands()).extracting((reference) -> reference.address() + "." + reference.attribute())
            .containsExactly("Role.Ref", "Role.Arn");
    }

    @Test
    void theNameInARolesArnIsTheRole() {
        assertThat(value("!Select [1, !Split ['/', !GetAtt Role.Arn]]")).isEqualTo("${Role.Ref}");
        assertThat(value("!Select [4, !Split [':', !GetAtt Role.Arn]]")).isEqualTo("${AWS::AccountId.Ref}");
        assertThat(value("!Select [5, !Split [':', !GetAtt Role.Arn]]")).isEqualTo("<role/|${Role.Ref}>");
    }

    @Test
    void aRolesPathIsPartOfItsArn() {
        String template = YAML.replace("{Type: AWS::IAM::Role}",
                "{Type: AWS::IAM::Role, Properties: {Path: !If [C, /a/, !Ref 'AWS::NoValue']}}");
        assertThat(x(lower(template.formatted("!Select [1, !Split ['/', !GetAtt Role.Arn]]"))))
            .isEqualTo("((Name=prod ? true : false) ? a : ${Role.Ref})");
        String circular = YAML.replace("{Type: AWS::IAM::Role}",
                "{Type: AWS::IAM::Role, Properties: {Path: !Select [1, !Split ['/', !GetAtt Role.Arn]]}}");
        assertThat(x(lower(circular.formatted("!Select [1, !Split ['/', !GetAtt Role.Arn]]"))))
            .startsWith("?known-after-apply");
    }

    @Test
    void whatStandsBeforeAnUnknownPartOfASplitTextIsKnown() {
        assertThat(value("!Select [0, !Split ['/', !Sub 'a/${Name}']]")).isEqualTo("a");
        assertThat(value("!Select [1, !Split ['/', !Sub 'a/${Name}']]")).isEqualTo("?parameter Fn::Select[1](Name)");
        assertThat(value("!Select [1, !Split ['-', !Sub 'a-${AWS::AccountId}-b']]")).isEqualTo("${AWS::AccountId.Ref}");
        assertThat(value("!Select [1, !Split ['-', !Sub 'a-${AWS::Region}-b']]")).startsWith("?known-after-apply");
    }

    @Test
    void argumentsOfTheWrongShapeAreUnknown() {
        for (String call : new String[] { "!Sub [[a], {}]", "!Join a", "!Join [a]", "!Select [[], []]", "!Select x",
                "!Split [a]", "!If [C]", "!If C", "!GetAtt Role", "!GetAtt {a: b}", "!Ref [a]", "!FindInMap [M]",
                "!FindInMap [M, [], []]", "!Length x", "!Join [',', {a: b}]", "!Select [a, [b]]", "!Sub {a: b}" }) {
            assertThat(value(call)).as(call).startsWith("?");
        }
    }

    @Test
    void anObjectWithAFunctionBesideOtherKeysIsAnObject() {
        assertThat(value("{Ref: Role, Other: 1}")).isEqualTo("{Ref: Role, Other: 1}");
        assertThat(value("{Condition: C}")).isEqualTo("{Condition: C}");
    }

    @Test
    void scalarsKeepTheirKinds() {
        Template template = lower(YAML.formatted("[a, '1', 2, true, null, 2012-10-17]"));
        assertThat(((Value.ListValue) property(template, "X", "P")).items()).map((item) -> switch (item) {
            case Value.Literal literal -> literal.kind() + " " + literal.text();
            case Value.Absent _ -> "absent";
            case Value.Reference _, Value.Concat _, Value.Choice _, Value.ListValue _, Value.ObjectValue _,
                    Value.Unknown _ ->
                "other";
        }).containsExactly("STRING a", "STRING 1", "NUMBER 2", "BOOLEAN true", "absent", "STRING 2012-10-17");
    }

}
