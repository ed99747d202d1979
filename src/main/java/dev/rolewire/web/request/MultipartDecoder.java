package dev.rolewire.web.request;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several files as `file` parts, the options in an `options` part, an inventory in `inventory` parts, with or without a
/// content type. Options in the query are taken as well; the part wins.
final class MultipartDecoder implements BodyDecoder {

    static final String MEDIA_TYPE = "multipart/form-data";

    private final Limits limits;

    private final List<String> ruleIds;

    MultipartDecoder(Limits limits, List<String> ruleIds) {
        this.limits = limits;
        this.ruleIds = ruleIds;
    }

    @Override
    public boolean takes(Body body) {
        return body.is(MEDIA_TYPE);
    }

    @Override
    public AnalysisRequest decode(Body body, Query query) {
        OptionsBuilder options = new OptionsBuilder(this.ruleIds).query(query, List.of("format"));
        List<Multipart.Part> files = new ArrayList<>();
        Multipart.@Nullable Part optionsPart = null;
        for (Multipart.Part part : parts(body)) {
            switch (part.name()) {
                case "file" -> files.add(part);
                case "inventory" -> options.inventory(part.content());
                case "options" -> {
                    if (optionsPart != null) {
                        throw Problem.of(ProblemType.MALFORMED_OPTIONS, "One `options` part is taken.").asException();
                    }
                    optionsPart = part;
                }
                case "baseline" -> options.baseline(BaselineExcerpt.of(part.content()), "");
                default -> throw unknown(part.name()).asException();
            }
        }
        if (optionsPart != null) {
            OptionsDocument.read(optionsPart.content(), options);
        }
        return new AnalysisRequest(files(files, body), options.build());
    }

    /// Archives are unpacked when there is nothing else; beside documents an archive is
    /// the code of a function, or something else that is not meant to be looked into.
    private List<InputFile> files(List<Multipart.Part> parts, Body body) {
        FileCollector files = new FileCollector(this.limits.maxFiles(), Commands.FILES);
        boolean unpack = parts.stream().allMatch((part) -> ArchiveKind.of(part.content()).isPresent());
        for (Multipart.Part part : parts) {
            String path = (part.fileName() == null) ? "" : FilePath.of(part.fileName());
            ArchiveKind archive = ArchiveKind.of(part.content()).orElse(null);
            if (archive == null) {
                DocumentLimit.check(path, part.content(), this.limits);
                files.add(path.isEmpty() ? new DocumentStart(part.content()).defaultName() : path, part.content());
            }
            else if (!unpack) {
                files.skip(path.isEmpty() ? "archive." + archive.id() : path, Archives.notOpened(archive));
            }
            else if (archive.isUnpacked()) {
                new Unpacker(files, this.limits, body::hold, FilePath.directory(path)).unpack(archive, part.content(),
                        path);
            }
            else {
                throw Archives.unsupported(archive).asException();
            }
        }
        return files.files();
    }

    private List<Multipart.Part> parts(Body body) {
        String boundary = (body.type() == null) ? null : body.type().getParameter("boundary");
        if (boundary == null || boundary.isBlank()) {
            throw Multipart.malformed("the `Content-Type` header names no boundary; let the client set it")
                .asException();
        }
        byte[] bytes = body.read(this.limits.maxRequestSize().toBytes());
        if (bytes.length == 0) {
            throw RawDocumentDecoder.empty().asException();
        }
        return Multipart.parse(bytes, unquoted(boundary), this.limits.maxFiles() + 1);
    }

    private static Problem unknown(String part) {
        return Problem
            .of(ProblemType.UNKNOWN_OPTION,
                    Excerpt.of(part)
                            + " is no part of this form. The parts are `file`, `options`, `baseline` and `inventory`.")
            .with("known", List.of("file", "options", "baseline", "inventory"))
            .with("command", Commands.FILES);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replace("\\", "") : value;
    }

}
