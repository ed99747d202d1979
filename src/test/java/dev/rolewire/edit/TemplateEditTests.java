package dev.rolewire.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rolewire.analysis.AnalysisOptions;
import dev.rolewire.analysis.InputFile;
import dev.rolewire.analysis.Report;
import dev.rolewire.testing.Analyzers;
import dev.rolewire.testing.fix.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A template is edited in the style in which it is written, and where that cannot be done not at all.
class TemplateEditTests {

    private static final String ROLE = """
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: [lambda.amazonaws.com, ec2.amazonaws.com]}}]}
            """;

    private static final String FUNCTION = """
            Resources:
              Function:
                Type: AWS::Lambda::Function
                Properties:
                  Code: {ZipFile: x}
                  Role: %s
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !Ref Role                                      | !GetAtt Role.Arn
            !Ref "Role"                                    | !GetAtt "Role.Arn"
            !Ref 'Role' # by name                          | !GetAtt 'Role.Arn' # by name
            {Ref: Role}                                    | {Fn::GetAtt: [Role, Arn]}
            { "Ref" : "Role" }                             | { "Fn::GetAtt" : ["Role", "Arn"] }
            '{"Ref":"Role"}'                               | '{"Fn::GetAtt":["Role", "Arn"]}'
            !Sub ${Role}                                   | !GetAtt Role.Arn
            '!Sub "${Role}"'                               | !GetAtt Role.Arn
            !Join ['', [!Ref Role]]                        | !GetAtt Role.Arn
            !If [C, !Ref Role, !GetAtt Role.Arn]           | !If [C, !GetAtt Role.Arn, !GetAtt Role.Arn]
            &role !Ref Role                                | &role !GetAtt Role.Arn
            !GetAtt Role.RoleId                            | !GetAtt Role.Arn
            !GetAtt [Role, RoleId]                         | !GetAtt Role.Arn
            """)
    void keepsTheStyle(String before, String after) {
        String template = FUNCTION + ROLE + "Conditions: {C: !Equals [!Ref 'AWS::Region', us-east-1]}\n";
        assertThat(mended(template.formatted(before))).isEqualTo(template.formatted(after));
    }

    @Test
    void keepsBlocks() {
        String template = FUNCTION + ROLE;
        String block = """

                        Ref:
                          Role\
                """;
        assertThat(mended(template.formatted(block).replace(": \n", ":\n"))).isEqualTo(template.formatted("""

                        Fn::GetAtt: [Role, Arn]\
                """).replace(": \n", ":\n"));
        assertThat(mended(template.formatted(">-\n        ${Role}").replace(">-", "!Sub >-")))
            .isEqualTo(template.formatted("!GetAtt Role.Arn"));
    }

    @Test
    void keepsLineEndingsAndTheMark() {
        String text = "\uFEFF" + (FUNCTION + ROLE).formatted("!Ref Role").replace("\n", "\r\n").stripTrailing();
        assertThat(mended(text)).isEqualTo(text.replace("!Ref Role", "!GetAtt Role.Arn"));
    }

    @Test
    void appendsToAFileWithoutALastLineFeed() {
        String server = "Resources:\r\n  Server:\r\n    Type: AWS::EC2::Instance\r\n    Properties:\r\n"
                + "      IamInstanceProfile:\r\n        Ref: WebRole\r\n\r\n";
        String role = ROLE.replace("  Role:", "  WebRole:").stripTrailing().replace("\n", "\r\n");
        assertThat(mended(server + role)).isEqualTo(server.replace("Ref: WebRole", "Ref: WebInstanceProfile") + role
                + "\r\n\r\n  WebInstanceProfile:\r\n    Type: AWS::IAM::InstanceProfile\r\n    Properties:\r\n"
                + "      Roles:\r\n        - Ref: WebRole");
    }

    @Test
    void leavesAnchorsThatAreRepeatedAlone() {
        String template = FUNCTION.formatted("&role !Ref Role") + "  Other:\n    Type: AWS::Lambda::Function\n"
                + "    Properties: {Code: {ZipFile: x}, Role: *role}\n" + ROLE;
        assertThat(mended(template)).isEqualTo(template);
    }

    @Test
    void leavesValuesOfParametersAlone() {
        String template = "Parameters: {Name: {Type: String, Default: web}}\n" + FUNCTION.formatted("!Ref Name")
                + ROLE.replace("Properties:\n", "Properties:\n      RoleName: web\n");
        assertThat(mended(template)).isEqualTo(template);
    }

    @Test
    void leavesLoopsAlone() {
        String template = "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Functions:\n    - Name\n"
                + "    - [A, B]\n    - Function${Name}:\n        Type: AWS::Lambda::Function\n"
                + "        Properties: {Code: {ZipFile: x}, Role: !Ref Role}\n" + ROLE;
        assertThat(mended(template)).isEqualTo(template);
    }

    @Test
    void addsSeveralServicesToOneTrustPolicyAtOnce() {
        String template = FUNCTION.formatted("!GetAtt Role.Arn") + """
                  Server:
                    Type: AWS::EC2::Instance
                    Properties: {IamInstanceProfile: !Ref Profile}
                  Profile:
                    Type: AWS::IAM::InstanceProfile
                    Properties: {Roles: [!Ref Role]}
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument:
                        Statement:
                          - Effect: Allow
                            Action: sts:AssumeRole
                            Principal:
                              Service: %s
                """;
        assertThat(mended(template.formatted("glue.amazonaws.com # jobs")))
            .isEqualTo(template.formatted("[glue.amazonaws.com, lambda.amazonaws.com, ec2.amazonaws.com] # jobs"));
        assertThat(mended(template.formatted("'glue.amazonaws.com'")))
            .isEqualTo(template.formatted("['glue.amazonaws.com', 'lambda.amazonaws.com', 'ec2.amazonaws.com']"));
        assertThat(mended(template.formatted("!Sub glue.${AWS::URLSuffix}"))).isEqualTo(template.formatted("""

                                - !Sub glue.${AWS::URLSuffix}
                                - lambda.amazonaws.com
                                - ec2.amazonaws.com\
                """).replace(": \n", ":\n"));
        assertThat(mended(template.formatted("\n                - glue.amazonaws.com # jobs"))).isEqualTo(template
            .formatted("\n                - glue.amazonaws.com # jobs\n                - lambda.amazonaws.com"
                    + "\n                - ec2.amazonaws.com"));
    }

    private static String mended(String text) {
        List<InputFile> files = List
            .of(new InputFile("stacks/my template.yaml", text.getBytes(StandardCharsets.UTF_8)));
        Report report = Analyzers.analyzer().analyze(files, AnalysisOptions.DEFAULT);
        return new String(Patch.apply(files, Patch.of(report)).getFirst().content().bytes(), StandardCharsets.UTF_8);
    }

}
