package dev.rolewire.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The formats of a report.
public enum ReportFormat {

    /// The report as in `report.schema.json`.
    JSON("json", "application/json", "application/json", JsonReportRenderer.json()),
    /// The same as YAML.
    YAML("yaml", "application/yaml", "application/yaml", JsonReportRenderer.yaml()),
    /// For GitHub code scanning and other readers of SARIF 2.1.0.
    SARIF("sarif", "application/sarif+json", "application/sarif+json", new SarifReportRenderer()),
    /// GitLab's code quality report.
    GITLAB("gitlab", "application/vnd.gitlab.codequality+json", "application/vnd.gitlab.codequality+json",
            new GitLabReportRenderer()),
    /// JUnit XML, for the test reports of Jenkins, GitLab, Azure Pipelines and others.
    JUNIT("junit", "application/junit+xml", "application/junit+xml;charset=UTF-8", new JUnitReportRenderer()),
    /// For reviewdog, with suggestions.
    RDJSON("rdjson", "application/rdjson", "application/rdjson", new RdjsonReportRenderer()),
    /// For people: source lines with carets.
    TEXT("text", "text/plain", "text/plain;charset=UTF-8", new TextReportRenderer()),
    /// A comment for a pull request.
    MARKDOWN("markdown", "text/markdown", "text/markdown;charset=UTF-8", new MarkdownReportRenderer()),
    /// Annotations of GitHub Actions, as workflow commands.
    GITHUB("github", "text/x-github-annotations", "text/x-github-annotations;charset=UTF-8",
            new GitHubReportRenderer()),
    /// The wiring as a diagram.
    MERMAID("mermaid", "text/vnd.mermaid", "text/vnd.mermaid;charset=UTF-8", new MermaidReportRenderer()),
    /// All safe fixes as one unified diff.
    DIFF("diff", "text/x-diff", "text/x-diff;charset=UTF-8", new DiffRenderer());

    /// What a client gets that asks for nothing.
    public static final ReportFormat DEFAULT = JSON;

    private final String id;

    private final String mediaType;

    private final String contentType;

    private final Renderer renderer;

    ReportFormat(String id, String mediaType, String contentType, Renderer renderer) {
        this.id = id;
        this.mediaType = mediaType;
        this.contentType = contentType;
        this.renderer = renderer;
    }

    /// The word for `?format=`.
    public String id() {
        return this.id;
    }

    /// The media type that a client asks for.
    public String mediaType() {
        return this.mediaType;
    }

    /// The media type of the answer, with its charset where it has one.
    public String contentType() {
        return this.contentType;
    }

    /// What writes this format.
    public Renderer renderer() {
        return this.renderer;
    }

    /// The format that a word of `?format=` names.
    public static Optional<ReportFormat> of(String id) {
        return Arrays.stream(values()).filter((format) -> format.id.equals(id)).findFirst();
    }

    /// All words of `?format=`, in order.
    public static List<String> ids() {
        return Arrays.stream(values()).map(ReportFormat::id).toList();
    }

    /// All media types, in order.
    public static List<String> mediaTypes() {
        return Arrays.stream(values()).map(ReportFormat::mediaType).toList();
    }

}
