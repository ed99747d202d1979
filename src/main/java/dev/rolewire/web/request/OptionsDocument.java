package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/// Reads the `options` object, JSON or YAML. Scalars are taken as they are written, so that `012345678901` stays an
/// account and `1.10` a version.
final class OptionsDocument {

    /// The options of the object.
    static final List<String> OPTIONS = List.of("parameters", "region", "accountId", "rules", "minSeverity", "failOn",
            "failOnUnchecked", "suppress", "baseline", "inventory");

    /// Those that the query does not have.
    static final List<String> ONLY_THERE = List.of("suppress", "baseline");

    private static final List<String> SUPPRESSION = List.of("rule", "address", "path", "reason");

    private static final List<String> RULE_OPTIONS = List.of("enable", "disable", "severity");

    private static final JsonFactory JSON = JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();

    private static final YAMLFactory YAML = YAMLFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();

    private final OptionsBuilder options;

    private final JsonParser parser;

    private OptionsDocument(OptionsBuilder options, JsonParser parser) {
        this.options = options;
        this.parser = parser;
    }

    /// Reads an object into the options.
    /// @param bytes JSON or YAML
    /// @throws dev.rolewire.web.problem.ProblemException when it is neither, or for an
    /// option or value that does not exist
    static void read(byte[] bytes, OptionsBuilder options) {
        if (RawDocumentDecoder.isBlank(bytes)) {
            return;
        }
        TokenStreamFactory factory = new DocumentStart(bytes).isJson() ? JSON : YAML;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            OptionsDocument document = new OptionsDocument(options, parser);
            parser.nextToken();
            document.object();
            if (parser.nextToken() != null) {
                throw document.here("nothing is expected after the object").asException();
            }
        }
        catch (JacksonException malformed) {
            throw malformed(malformed.getLocation(), "it is neither JSON nor YAML from there on").asException();
        }
    }

    /// Reads an object that is part of a larger document.
    /// @param parser at the first token of the value
    /// @throws dev.rolewire.web.problem.ProblemException when it is no object, or for an
    /// option or value that does not exist
    static void read(JsonParser parser, OptionsBuilder options) {
        new OptionsDocument(options, parser).object();
    }

    private void object() {
        if (this.parser.currentToken() != JsonToken.START_OBJECT) {
            throw here("an object is expected").asException();
        }
        while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = this.parser.currentName();
            this.parser.nextToken();
            option(name);
        }
    }

    private void option(String name) {
        switch (name) {
            case "parameters" -> pairs("parameters", this::parameter);
            case "region" -> this.options.region(text("region"));
            case "accountId" -> this.options.accountId(text("accountId"));
            case "rules" -> rules();
            case "minSeverity" -> this.options.minSeverity(text("minSeverity"));
            case "failOn" -> this.options.failOn(text("failOn"));
            case "inventory" -> this.options.inventory(this.parser);
            case "failOnUnchecked" -> this.options.failOnUnchecked(text("failOnUnchecked"));
            case "suppress" -> suppressions();
            case "baseline" -> baseline();
            default -> throw OptionsBuilder.unknown(name, OPTIONS).asException();
        }
    }

    /// The baseline as it stands there, or as a text.
    private void baseline() {
        String pointer = this.parser.streamReadContext().pathAsPointer().toString();
        boolean text = this.parser.currentToken() == JsonToken.VALUE_STRING;
        byte[] excerpt = text ? BaselineExcerpt.of(this.parser.getString().getBytes(StandardCharsets.UTF_8))
                : BaselineExcerpt.of(this.parser);
        this.options.baseline(excerpt, pointer);
    }

    private void suppressions() {
        expect(JsonToken.START_ARRAY, "`suppress` takes a list of objects");
        for (int i = 0; this.parser.nextToken() != JsonToken.END_ARRAY; i++) {
            expect(JsonToken.START_OBJECT, "`suppress` takes a list of objects");
            suppression("suppress[" + i + "]");
        }
    }

    private void suppression(String at) {
        Map<String, String> members = new HashMap<>();
        while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = this.parser.currentName();
            this.parser.nextToken();
            if (!SUPPRESSION.contains(name)) {
                throw OptionsBuilder
                    .unknown(at + "." + name, SUPPRESSION.stream().map((known) -> at + "." + known).toList())
                    .asException();
            }
            members.put(name, text(at + "." + name));
        }
        String rule = members.get("rule");
        if (rule == null) {
            throw here("`" + at + "` names no `rule`").asException();
        }
        this.options.suppress(rule, members.get("address"), members.get("path"), members.get("reason"));
    }

    private void rules() {
        expect(JsonToken.START_OBJECT, "`rules` takes an object");
        while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = this.parser.currentName();
            this.parser.nextToken();
            switch (name) {
                case "enable" -> list("rules.enable").forEach(this.options::enable);
                case "disable" -> list("rules.disable").forEach(this.options::disable);
                case "severity" -> pairs("rules.severity", (rule) -> this.options.severity(rule, text("severity")));
                default -> throw OptionsBuilder
                    .unknown("rules." + name, RULE_OPTIONS.stream().map((known) -> "rules." + known).toList())
                    .asException();
            }
        }
    }

    private interface ValueReader {

        void read(String name);

    }

    private void pairs(String option, ValueReader reader) {
        expect(JsonToken.START_OBJECT, "`" + option + "` takes an object");
        while (this.parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = this.parser.currentName();
            this.parser.nextToken();
            reader.read(name);
        }
    }

    /// A list is a `CommaDelimitedList` of CloudFormation.
    private void parameter(String name) {
        String value = (this.parser.currentToken() == JsonToken.START_ARRAY)
                ? String.join(",", list("parameters." + name)) : text("parameters." + name);
        this.options.parameter(name, value);
    }

    private List<String> list(String option) {
        expect(JsonToken.START_ARRAY, "`" + option + "` takes a list");
        List<String> items = new ArrayList<>();
        while (this.parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(text(option));
        }
        return items;
    }

    private String text(String option) {
        JsonToken token = this.parser.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw here("`" + option + "` takes a text").asException();
        }
        return this.parser.getString();
    }

    private void expect(JsonToken token, String message) {
        if (this.parser.currentToken() != token) {
            throw here(message).asException();
        }
    }

    private Problem here(String message) {
        return malformed(this.parser.currentTokenLocation(), message);
    }

    private static Problem malformed(@Nullable TokenStreamLocation location, String message) {
        String place = (location == null || location.getLineNr() < 1) ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
        return Problem.of(ProblemType.MALFORMED_OPTIONS, "In the options, " + place + message + ".")
            .with("known", OPTIONS);
    }

}
