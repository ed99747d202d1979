package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// Copies of a baseline only what tells its findings apart: a report or log may be large, and what is read of it must not
/// be. What is of another shape than expected is kept, so that the reader can say so.
final class BaselineExcerpt {

    private static final JsonFactory JSON = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
        .build();

    private static final YAMLFactory YAML = YAMLFactory.builder()
        .loadSettings(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build())
        .build();

    /// The members that are kept, by the path to them; `*` is each item of a list.
    private static final List<List<String>> KEPT = List.of(List.of("findings", "*", "fingerprint"),
            List.of("runs", "*", "tool", "driver", "name"),
            List.of("runs", "*", "results", "*", "partialFingerprints"));

    private final JsonParser parser;

    private final JsonGenerator generator;

    private BaselineExcerpt(JsonParser parser, JsonGenerator generator) {
        this.parser = parser;
        this.generator = generator;
    }

    /// Copies a document.
    /// @param document JSON or YAML
    /// @throws dev.rolewire.web.problem.ProblemException when it is neither
    static byte[] of(byte[] document) {
        TokenStreamFactory factory = new DocumentStart(document).isJson() ? JSON : YAML;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), document)) {
            parser.nextToken();
            byte[] copy = of(parser);
            if (parser.nextToken() != null) {
                throw malformed(parser.currentTokenLocation()).asException();
            }
            return copy;
        }
        catch (JacksonException broken) {
            throw malformed(broken.getLocation()).asException();
        }
    }

    private static Problem malformed(@Nullable TokenStreamLocation location) {
        String place = (location == null || location.getLineNr() < 1) ? ""
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
        return Problem
            .of(ProblemType.MALFORMED_BASELINE,
                    "In the baseline" + place + ": it is neither JSON nor YAML from there on.")
            .with("pointer", "");
    }

    /// Copies a value.
    /// @param parser at the first token of the value; afterwards at its last
    /// @return JSON
    /// @throws tools.jackson.core.JacksonException when the value is malformed
    static byte[] of(JsonParser parser) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), copy)) {
            new BaselineExcerpt(parser, generator).copy(KEPT, 0);
        }
        return copy.toByteArray();
    }

    /// Copies the value that the parser is at, as far as a path goes through it.
    /// @param paths the paths that lead to it
    /// @param depth how long its own path is
    private void copy(List<List<String>> paths, int depth) {
        boolean whole = paths.stream().anyMatch((path) -> path.size() == depth);
        JsonToken token = this.parser.currentToken();
        if (whole || token == null || token.isScalarValue()) {
            this.generator.copyCurrentStructure(this.parser);
        }
        else if (token == JsonToken.START_ARRAY) {
            List<List<String>> deeper = through(paths, depth, "*");
            this.generator.writeStartArray();
            while (!deeper.isEmpty() && this.parser.nextToken() != JsonToken.END_ARRAY) {
                copy(deeper, depth + 1);
            }
            if (deeper.isEmpty()) {
                this.parser.skipChildren();
            }
            this.generator.writeEndArray();
        }
        else {
            this.generator.writeStartObject();
            while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = this.parser.currentName();
                List<List<String>> deeper = through(paths, depth, name);
                this.parser.nextToken();
                if (deeper.isEmpty()) {
                    this.parser.skipChildren();
                }
                else {
                    this.generator.writeName(name);
                    copy(deeper, depth + 1);
                }
            }
            this.generator.writeEndObject();
        }
    }

    private static List<List<String>> through(List<List<String>> paths, int depth, String step) {
        return paths.stream().filter((path) -> path.size() > depth && path.get(depth).equals(step)).toList();
    }

}
