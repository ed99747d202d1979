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
    /// For people: source lines with carets.
    TEXT("text", "text/plain", "text/plain;charset=UTF-8", new TextReportRenderer()),
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
