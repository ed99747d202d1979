package dev.rolewire.web.request;

import dev.rolewire.rule.RuleMetadata;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;

/// Finds the decoder for a body. A further kind of body is a class and a line here.
public final class BodyDecoders {

    private final List<BodyDecoder> decoders;

    public BodyDecoders(Limits limits, List<RuleMetadata> rules) {
        List<String> ruleIds = rules.stream().map(RuleMetadata::id).toList();
        this.decoders = List.of(new MultipartDecoder(limits, ruleIds), new EnvelopeDecoder(limits, ruleIds),
                new ArchiveDecoder(limits, ruleIds), new RawDocumentDecoder(limits, ruleIds));
    }

    /// Reads the body of a request.
    /// @throws dev.rolewire.web.problem.ProblemException when the call makes no sense
    public AnalysisRequest decode(Body body, Query query) {
        for (BodyDecoder decoder : this.decoders) {
            if (decoder.takes(body)) {
                return decoder.decode(body, query);
            }
        }
        throw unsupported(
                "Send a template or plan as application/yaml or application/json, several files as zip, tar.gz or "
                        + "multipart/form-data.")
            .asException();
    }

    /// The problem of a body that no decoder takes.
    static Problem unsupported(String detail) {
        return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail)
            .with("supported", supported())
            .with("command", Commands.RAW);
    }

    private static List<String> supported() {
        List<String> all = new ArrayList<>(RawDocumentDecoder.MEDIA_TYPES);
        all.add(EnvelopeDecoder.MEDIA_TYPE);
        all.add(MultipartDecoder.MEDIA_TYPE);
        all.addAll(Archives.mediaTypes());
        return all;
    }

}
