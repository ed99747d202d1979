package dev.rolewire.web.request;

import dev.rolewire.web.problem.Excerpt;
import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Several files with options as one JSON object: `{"files": [{"path": ..., "content": ...}], "options": {...}}`. Options
/// in the query are taken as well; the object wins.
final class EnvelopeDecoder implements BodyDecoder {

    static final String MEDIA_TYPE = "application/vnd.rolewire.request+json";

    private static final List<String> MEMBERS = List.of("files", "options");

    private static final List<String> FILE_MEMBERS = List.of("path", "content", "encoding");

    private static final List<String> ENCODINGS = List.of("utf-8", "base64");

    private final Limits limits;

    private final List<String> ruleIds;

    private final JsonFactory json;

    EnvelopeDecoder(Limits limits, List<String> ruleIds) {
        this.limits = limits;
        this.ruleIds = ruleIds;
        // In base64 a character is six bits.
        long longest = Math.min(Integer.MAX_VALUE, largest() / 3 * 4 + 4);
        this.json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength((int) longest).build())
            .build();
    }

    @Override
    public boolean takes(Body body) {
        return body.is(MEDIA_TYPE);
    }

    @Override
    public AnalysisRequest decode(Body body, Query query) {
        OptionsBuilder options = new OptionsBuilder(this.ruleIds).query(query, List.of("format"));
        FileCollector files = new FileCollector(this.limits.maxFiles(), Commands.ENVELOPE);
        try (InputStream in = body.stream(largest());
                JsonParser parser = this.json.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() == null) {
                throw RawDocumentDecoder.empty().asException();
            }
            read(parser, files, options, body);
        }
        catch (StreamConstraintsException large) {
            throw malformed(large.getLocation(), "something there is too long or too deep").asException();
        }
        catch (JacksonException broken) {
            throw malformed(broken.getLocation(), "it is no JSON from there on").asException();
        }
        catch (IOException broken) {
            throw Problem.of(ProblemType.MALFORMED_GZIP, "The body is not a whole gzip stream.").asException();
        }
        return new AnalysisRequest(files.files(), options.build());
    }

    private void read(JsonParser parser, FileCollector files, OptionsBuilder options, Body body) {
        expect(parser, JsonToken.START_OBJECT, "an object with `files` is expected");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "files" -> files(parser, files, body);
                case "options" -> OptionsDocument.read(parser, options);
                default -> throw unknown(member, MEMBERS).asException();
            }
        }
        if (parser.nextToken() != null) {
            throw here(parser, "nothing is expected after the object").asException();
        }
    }

    private void files(JsonParser parser, FileCollector files, Body body) {
        expect(parser, JsonToken.START_ARRAY, "`files` takes a list of objects");
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            expect(parser, JsonToken.START_OBJECT, "`files` takes a list of objects");
            new EntryReader(i, parser).read(files, body);
        }
    }

    /// Reads one file.
    private final class EntryReader {

        private final String at;

        private final JsonParser parser;

        private @Nullable String path;

        private byte @Nullable [] content;

        private boolean base64;

        EntryReader(int index, JsonParser parser) {
            this.at = "files[" + index + "]";
            this.parser = parser;
        }

        void read(FileCollector files, Body body) {
            while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = this.parser.currentName();
                this.parser.nextToken();
                switch (member) {
                    case "path" -> this.path = text(member);
                    case "encoding" -> this.base64 = encoding(text(member));
                    case "content" -> this.content = content();
                    default -> throw unknown(this.at + "." + member,
                            FILE_MEMBERS.stream().map((known) -> this.at + "." + known).toList())
                        .asException();
                }
            }
            byte[] bytes = this.content;
            if (bytes == null) {
                throw here(this.parser, "`" + this.at + "` has no `content`").asException();
            }
            bytes = this.base64 ? decoded(bytes) : bytes;
            body.hold(bytes.length);
            String given = (this.path == null) ? "" : EntryPath.of(this.path);
            String name = given.isEmpty() ? new DocumentStart(bytes).defaultName() : given;
            ArchiveKind archive = ArchiveKind.of(bytes).orElse(null);
            if (archive != null) {
                files.skip(name, Archives.notOpened(archive));
                return;
            }
            DocumentLimit.check(name, bytes, EnvelopeDecoder.this.limits);
            files.add(name, bytes);
        }

        private String text(String member) {
            expect(this.parser, JsonToken.VALUE_STRING, "`" + this.at + "." + member + "` takes a text");
            return this.parser.getString();
        }

        /// The text as UTF-8, without a string in between.
        private byte[] content() {
            expect(this.parser, JsonToken.VALUE_STRING,
                    "`" + this.at + ".content` takes the file as a text, JSON documents too");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
                this.parser.getString(writer);
            }
            catch (IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        }

        private boolean encoding(String value) {
            if (!ENCODINGS.contains(value)) {
                throw OptionsBuilder.bad(this.at + ".encoding", value, "one of " + String.join(", ", ENCODINGS))
                    .with("allowed", ENCODINGS)
                    .asException();
            }
            return value.equals("base64");
        }

        /// Base64 with or without line breaks; the MIME decoder would drop whatever else
        /// is
        /// there.
        private byte[] decoded(byte[] text) {
            int count = 0;
            for (byte each : text) {
                if (each != '\n' && each != '\r' && each != ' ' && each != '\t') {
                    text[count++] = each;
                }
            }
            try {
                return Base64.getDecoder().decode(Arrays.copyOf(text, count));
            }
            catch (IllegalArgumentException broken) {
                throw here(this.parser, "`" + this.at + ".content` is no base64").asException();
            }
        }

    }

    private long largest() {
        return this.limits.maxRequestSize().toBytes();
    }

    private static void expect(JsonParser parser, JsonToken token, String message) {
        if (parser.currentToken() != token) {
            throw here(parser, message).asException();
        }
    }

    private static Problem unknown(String member, List<String> known) {
        return Problem
            .of(ProblemType.UNKNOWN_OPTION,
                    Excerpt.of(member) + " is no member of the envelope. The members are " + String.join(", ", known)
                            + ".")
            .with("known", known)
            .with("command", Commands.ENVELOPE);
    }

    private static Problem here(JsonParser parser, String message) {
        return malformed(parser.currentTokenLocation(), message);
    }

    private static Problem malformed(@Nullable TokenStreamLocation location, String message) {
        String place = (location == null || location.getLineNr() < 1) ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
        return Problem.of(ProblemType.MALFORMED_ENVELOPE, "In the envelope, " + place + message + ".")
            .with("command", Commands.ENVELOPE);
    }

}
