package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.util.List;

/// A zip, a tar, a tar.gz or one gzipped document as the body, its options in the query. Which of them it is says the body
/// itself.
final class ArchiveDecoder implements BodyDecoder {

    private final Limits limits;

    private final List<String> ruleIds;

    ArchiveDecoder(Limits limits, List<String> ruleIds) {
        this.limits = limits;
        this.ruleIds = ruleIds;
    }

    /// A document or an archive may come without a type, or with one that says nothing.
    @Override
    public boolean takes(Body body) {
        return Archives.claims(body) || (RawDocumentDecoder.isRaw(body)
                && ArchiveKind.of(body.start(Math.max(largest(), this.limits.rawBytes()))).isPresent());
    }

    @Override
    public AnalysisRequest decode(Body body, Query query) {
        RequestOptions options = new OptionsBuilder(this.ruleIds).query(query, List.of("filename", "format")).build();
        String name = FilePath.of(query.one("filename").orElse(""));
        byte[] start = start(body);
        if (start.length == 0) {
            throw RawDocumentDecoder.empty().asException();
        }
        ArchiveKind kind = ArchiveKind.of(start)
            .orElseThrow(() -> Problem
                .of(ProblemType.MALFORMED_ARCHIVE,
                        "The body is neither zip, gzip nor tar. A document goes with its own "
                                + "media type, or without one.")
                .with("command", Commands.ARCHIVE)
                .asException());
        if (!kind.isUnpacked()) {
            throw Archives.unsupported(kind).asException();
        }
        FileCollector files = new FileCollector(this.limits.maxFiles(), Commands.ARCHIVE);
        Unpacker unpacker = new Unpacker(files, this.limits, body::hold, FilePath.directory(name));
        if (kind == ArchiveKind.ZIP) {
            unpacker.unpack(kind, body.read(largest()), name);
        }
        else {
            unpacker.unpack(kind, body.stream(largest()), name);
        }
        return new AnalysisRequest(files.files(), options);
    }

    private byte[] start(Body body) {
        return body.start(largest());
    }

    private long largest() {
        return this.limits.maxRequestSize().toBytes();
    }

}
