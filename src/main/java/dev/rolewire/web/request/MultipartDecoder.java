package dev.rolewire.web.request;

import dev.rolewire.analysis.InputFile;
import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Several files as `file` parts, the options in an `options` part, with or without a content type. Options in the query
/// are taken as well; the part wins.
final class MultipartDecoder implements BodyDecoder {

    static final String MEDIA_TYPE = "multipart/form-data";

    private static final int LARGEST_OPTIONS = 1 << 20;

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
        SequencedMap<String, InputFile> files = new LinkedHashMap<>();
        Multipart.@Nullable Part optionsPart = null;
        for (Multipart.Part part : parts(body)) {
            switch (part.name()) {
                case "file" -> {
                    InputFile file = file(part);
                    if (files.putIfAbsent(file.uri(), file) != null) {
                        throw duplicate(file.uri()).asException();
                    }
                }
                case "options" -> {
                    if (optionsPart != null || part.content().length > LARGEST_OPTIONS) {
                        throw Problem.of(ProblemType.MALFORMED_OPTIONS, "One `options` part of at most 1 MB is taken.")
                            .asException();
                    }
                    optionsPart = part;
                }
                default -> throw unknown(part.name()).asException();
            }
        }
        if (optionsPart != null) {
            OptionsDocument.read(optionsPart.content(), options);
        }
        return new AnalysisRequest(checked(List.copyOf(files.values())), options.build());
    }

    private List<InputFile> checked(List<InputFile> files) {
        if (files.size() > this.limits.maxFiles()) {
            throw Multipart.tooMany(this.limits.maxFiles()).asException();
        }
        if (files.stream().allMatch((file) -> RawDocumentDecoder.isBlank(file.bytes()))) {
            throw Problem.of(ProblemType.EMPTY_BODY, "There is no `file` part with something in it.")
                .with("command", Commands.FILES)
                .asException();
        }
        if (files.size() == 1) {
            // Among others an archive is one of the files that are skipped.
            Archives.refuse(files.getFirst().bytes());
        }
        return files;
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

    private InputFile file(Multipart.Part part) {
        DocumentLimit.check(part.content(), this.limits);
        @Nullable String sent = part.fileName();
        String path = (sent == null) ? "" : FilePath.of(sent);
        return new InputFile(path.isEmpty() ? new DocumentStart(part.content()).defaultName() : path, part.content());
    }

    private static Problem unknown(String part) {
        return Problem
            .of(ProblemType.UNKNOWN_OPTION,
                    Excerpt.of(part) + " is no part of this form. The parts are `file` and `options`.")
            .with("known", List.of("file", "options"))
            .with("command", Commands.FILES);
    }

    private static Problem duplicate(String path) {
        return Problem
            .of(ProblemType.DUPLICATE_PATH,
                    "Two files are named " + Excerpt.of(path)
                            + ". Give each its path: curl drops directories unless the " + "part says `;filename=`.")
            .with("command", Commands.FILES);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replace("\\", "") : value;
    }

}
