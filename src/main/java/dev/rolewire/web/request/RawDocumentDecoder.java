package dev.rolewire.web.request;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.source.Content;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// One document as the body, its options in the query.
final class RawDocumentDecoder implements BodyDecoder {

    /// The media types that are documented; a few more names of the same things are
    /// taken.
    static final List<String> MEDIA_TYPES = List.of("application/yaml", "application/json", "text/yaml",
            "application/x-yaml", "text/plain", "application/octet-stream", "text/x-hcl");

    /// What `curl --data-binary` sends when it is not told otherwise.
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final List<String> MORE_MEDIA_TYPES = List.of(FORM, "text/x-yaml", "text/vnd.yaml",
            "application/vnd.yaml", "text/json", "application/hcl", "text/hcl");

    private final Limits limits;

    private final List<String> ruleIds;

    RawDocumentDecoder(Limits limits, List<String> ruleIds) {
        this.limits = limits;
        this.ruleIds = ruleIds;
    }

    @Override
    public boolean takes(Body body) {
        return isRaw(body);
    }

    /// Whether a body is a document, by its media type or for want of one.
    static boolean isRaw(Body body) {
        return body.type() == null || MEDIA_TYPES.stream().anyMatch(body::is)
                || MORE_MEDIA_TYPES.stream().anyMatch(body::is);
    }

    @Override
    public AnalysisRequest decode(Body body, Query query) {
        RequestOptions options = new OptionsBuilder(this.ruleIds).query(query, List.of("filename", "format")).build();
        String name = FilePath.of(query.one("filename").orElse(""));
        Charset charset = charset(body.type());
        byte[][] start = new byte[1][];
        Content content = body.content(this.limits.rawBytes(), this.limits.maxDocumentSize().toBytes(), (beginning) -> {
            DocumentLimit.check(beginning, this.limits);
            start[0] = beginning;
        }, charset);
        byte[] bytes = (start[0] != null) ? start[0] : content.bytes();
        if (isBlank(bytes)) {
            throw empty().asException();
        }
        if (body.is(FORM)) {
            refuseMangled(bytes);
        }
        if (name.isEmpty()) {
            boolean hcl = body.is("text/x-hcl") || body.is("text/hcl") || body.is("application/hcl");
            name = hcl ? "main.tf" : new DocumentStart(bytes).defaultName();
        }
        Content utf8 = (start[0] != null || charset == null) ? content
                : Content.of(new String(bytes, charset).getBytes(StandardCharsets.UTF_8));
        return new AnalysisRequest(List.of(new InputFile(name, utf8)), options);
    }

    /// The problem of a request without anything to analyse.
    static Problem empty() {
        return Problem
            .of(ProblemType.EMPTY_BODY, "Send a CloudFormation template or the JSON of a Terraform plan as the body.")
            .with("command", Commands.RAW);
    }

    static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static void refuseMangled(byte[] bytes) {
        DocumentStart start = new DocumentStart(bytes);
        if (start.isFormField()) {
            throw Problem
                .of(ProblemType.MANGLED_BODY,
                        "The body is an HTML form. Send the document itself, not as the value of a field.")
                .with("command", Commands.RAW)
                .asException();
        }
        if (!start.isJson() && !hasLineBreak(bytes)) {
            throw Problem
                .of(ProblemType.MANGLED_BODY,
                        "The document has no line break: `curl -d` takes them out. Use `--data-binary` instead.")
                .with("command", Commands.RAW)
                .asException();
        }
    }

    private static boolean hasLineBreak(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    /// The charset of a body; null when there is nothing to do because it is UTF-8.
    private static @Nullable Charset charset(@Nullable MediaType type) {
        Charset charset;
        try {
            charset = (type == null) ? null : type.getCharset();
        }
        catch (IllegalArgumentException unknown) {
            throw BodyDecoders.unsupported("The charset of the `Content-Type` header is not known. Send UTF-8.")
                .asException();
        }
        boolean utf8 = charset == null || charset.equals(StandardCharsets.UTF_8)
                || charset.equals(StandardCharsets.US_ASCII);
        return utf8 ? null : charset;
    }

}
