package dev.rolewire.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.analysis.Report;
import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.source.Location;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// Reports made by hand.
final class SampleReport {

    private static final String TEMPLATE = """
            Parameters:
              Env: {Type: String}
            Resources:
              WebServer:
                Type: AWS::EC2::Instance
                Properties:
                  IamInstanceProfile: !Ref WebServerRole
              WebServerRole:
                Type: AWS::IAM::Role
            """;

    /// A service with the rules that the reports name.
    static final RenderContext CONTEXT = new RenderContext("1.2.3",
            List.of(new RulePage(RuleMetadata.builder("role-as-instance-profile", Severity.ERROR)
                .summary("Role is given where an instance profile is taken")
                .why("EC2 does not take a role.")
                .deployError("Invalid IAM Instance Profile name")
                .help("Refer to an instance profile.")
                .exceptions("None.")
                .reference("A source", "https://example.com/a")
                .build(), List.of(new RuleExample("cloudformation", "bad: 1", "good: 1"))),
                    new RulePage(RuleMetadata.builder("unrecognised-document", Severity.NOTE)
                        .category(RuleMetadata.Category.HYGIENE)
                        .effect(RuleMetadata.Effect.HYGIENE)
                        .securitySeverity("5.5")
                        .summary("Document is not recognised")
                        .why("Why not.")
                        .help("Say what it is.")
                        .exceptions("None.")
                        .build(), List.of())),
            "https://rolewire.example.com");

    private SampleReport() {
    }

    /// A report with everything in it.
    static Report full() {
        SourceFile source = SourceFile.of("stacks/web.yaml", TEMPLATE);
        Location slot = at(source, "!Ref WebServerRole");
        Location role = at(source, "WebServerRole:");
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Env", "prod");
        Finding error = new Finding("role-as-instance-profile", Severity.ERROR,
                "`WebServer` needs an instance profile, but `IamInstanceProfile` refers to role `WebServerRole`",
                "Invalid IAM Instance Profile name",
                new Finding.Subject("WebServer", "AWS::EC2::Instance", "IamInstanceProfile", null), slot, source.uri(),
                "/Resources/WebServer/Properties/IamInstanceProfile",
                List.of(new Finding.Related("the role", "WebServerRole", role)), new Finding.Witness(parameters, null),
                "Refer to an instance profile that holds the role.",
                List.of(new Finding.Fix("Refer to the profile", Finding.Applicability.SAFE,
                        List.of(new Finding.Edit(slot, "!Ref WebServerProfile"))),
                        new Finding.Fix("Rename the role and refer to `Web`", Finding.Applicability.UNSAFE,
                                List.of(new Finding.Edit(slot, "!Ref Web"), new Finding.Edit(role, "Web:\n    #\n")))),
                null, "0011aabb");
        Finding suppressed = new Finding("unrecognised-document", Severity.NOTE, "binary data", null, null, null,
                "logo.png", null, List.of(), new Finding.Witness(new LinkedHashMap<>(), "blue"), "", List.of(),
                new Finding.Suppression("inSource", "known"), "ccdd");
        return report(List.of(error, suppressed),
                List.of(new Report.Document(source.uri(), "cloudformation", Report.Verdict.FAIL, 1, 0, 0, 2, null),
                        new Report.Document("logo.png", null, Report.Verdict.PASS, 0, 0, 0, 0, "binary data")),
                slot);
    }

    /// A report with one finding at a place.
    static Report of(String text, String marked) {
        SourceFile source = SourceFile.of("a.json", text);
        return report(List.of(finding(source, at(source, marked))), List.of(), null);
    }

    /// A report with one finding at a span.
    static Report of(String text, Span span) {
        SourceFile source = SourceFile.of("a.json", text);
        return report(List.of(finding(source, new Location(source, span))), List.of(), null);
    }

    /// The report with other findings.
    static Report with(Report report, List<Finding> findings) {
        return new Report(report.catalogVersion(), report.verdict(), report.summary(), report.documents(), findings,
                report.slots(), report.wiring(), report.requirements(), report.threshold());
    }

    /// The finding with another message.
    static Finding with(Finding finding, String message) {
        return new Finding(finding.ruleId(), finding.severity(), message, finding.deployError(), finding.subject(),
                finding.location(), finding.uri(), finding.pointer(), finding.related(), finding.witness(),
                finding.help(), finding.fixes(), finding.suppressed(), finding.fingerprint());
    }

    /// The finding with another severity.
    static Finding with(Finding finding, Severity severity) {
        return new Finding(finding.ruleId(), severity, finding.message(), finding.deployError(), finding.subject(),
                finding.location(), finding.uri(), finding.pointer(), finding.related(), finding.witness(),
                finding.help(), finding.fixes(), finding.suppressed(), finding.fingerprint());
    }

    /// The bytes of a report as text.
    static String render(Renderer renderer, Report report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            renderer.render(report, CONTEXT, out);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Finding finding(SourceFile source, Location location) {
        return new Finding("syntax-error", Severity.ERROR, "expected something else", null, null, location,
                source.uri(), null, List.of(), new Finding.Witness(new LinkedHashMap<>(), null), "", List.of(), null,
                "00");
    }

    private static Report report(List<Finding> findings, List<Report.Document> documents, @Nullable Location edge) {
        SequencedMap<Report.Outcome, Integer> slots = new LinkedHashMap<>();
        slots.put(Report.Outcome.WIRED, 1);
        slots.put(Report.Outcome.BROKEN, 1);
        slots.put(Report.Outcome.UNCHECKED, 1);
        return new Report("cat1", Report.Verdict.FAIL, new Report.Summary(1, 0, 0, 1, 2, slots), documents, findings,
                List.of(new Report.Slot("template.yaml", "WebServer", "AWS::EC2::Instance", "IamInstanceProfile",
                        Report.Outcome.BROKEN, "WebServerRole", null),
                        new Report.Slot("template.yaml", "Worker", "AWS::Lambda::Function", "Role",
                                Report.Outcome.UNCHECKED, null, "parameter"),
                        new Report.Slot("template.yaml", "Job", "AWS::Lambda::Function", "Role", Report.Outcome.WIRED,
                                "JobRole", null)),
                graph(edge),
                new Report.Requirements(List.of("CAPABILITY_NAMED_IAM"),
                        List.of(new Report.PassRole("arn:aws:iam::*:role/a", List.of("ec2.amazonaws.com")),
                                new Report.PassRole("arn:aws:iam::*:role/b", List.of()),
                                new Report.PassRole("arn:aws:iam::*:role/c", List.of("ec2.amazonaws.com")))),
                new Report.Threshold(Severity.ERROR, Set.of()));
    }

    private static Report.Graph graph(@Nullable Location edge) {
        List<Report.GraphNode> nodes = List.of(new Report.GraphNode("WebServer", "consumer", "WebServer"),
                new Report.GraphNode("ec2.amazonaws.com", "service", null));
        return new Report.Graph(nodes,
                edge == null ? List.of() : List.of(new Report.GraphEdge("WebServer", "WebServerRole", "takes", edge)));
    }

    private static Location at(SourceFile source, String marked) {
        int start = source.text().indexOf(marked);
        return new Location(source, new Span(start, start + marked.length()));
    }

}
