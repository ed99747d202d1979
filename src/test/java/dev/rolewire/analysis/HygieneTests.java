package dev.rolewire.analysis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.catalog.Catalogs;
import dev.rolewire.finding.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What works but is not as it should be fails no deployment, unless the request asks for it.
class HygieneTests {

    private static final String TEMPLATE = """
            Resources:
                Instance:
                    Type: AWS::EC2::Instance
                    Properties:
                        IamInstanceProfile: web
                        MetadataOptions: {HttpTokens: optional}
            """;

    private static final String RULE = "imdsv1-with-instance-profile";

    private final Analyzer analyzer = new Analyzer(Catalogs.bundled());

    @Test
    void doesNotCountByItself() {
        Report report = analyze(Map.of(), Severity.NOTE);
        assertThat(report.findings()).extracting((finding) -> finding.ruleId()).containsExactly(RULE);
        assertThat(report.summary().warning()).isOne();
        assertThat(report.verdict()).isEqualTo(Report.Verdict.PASS);
    }

    @Test
    void countsWithTheSeverityThatTheRequestGivesIt() {
        assertThat(analyze(Map.of(RULE, Severity.ERROR), null).verdict()).isEqualTo(Report.Verdict.FAIL);
        assertThat(analyze(Map.of(RULE, Severity.WARNING), Severity.WARNING).verdict()).isEqualTo(Report.Verdict.FAIL);
        assertThat(analyze(Map.of(RULE, Severity.WARNING), null).verdict()).isEqualTo(Report.Verdict.PASS);
    }

    private Report analyze(Map<String, Severity> given, @Nullable Severity failOn) {
        SequencedMap<String, Severity> severities = new LinkedHashMap<>(given);
        return this.analyzer.analyze(List.of(new InputFile("template.yaml", TEMPLATE.getBytes(StandardCharsets.UTF_8))),
                new AnalysisOptions(new LinkedHashMap<>(), null, null, new LinkedHashSet<>(),
                        new LinkedHashSet<>(Set.of("unknown-identity")), severities, Severity.NOTE, failOn));
    }

}
