package dev.rolewire.inventory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads the trust policies of an inventory: objects as the AWS CLI prints them, or the URL-encoded texts of the API
/// (IAM API Reference, GetAccountAuthorizationDetails: "URL-encoded compliant with RFC 3986").
///
/// The values have no place: what an inventory says is not shown, and a finding about it stands at the slot.
final class TrustPolicies {

    private static final Origin NOWHERE = new Origin(SourceFile.of("inventory", ""), Span.at(0), Pointer.ROOT);

    private static final int DEEPEST = 50;

    private static final JsonFactory JSON = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
        .build();

    private TrustPolicies() {
    }

    /// Reads the policy at the current token.
    /// @return null when it is no policy that can be read
    static @Nullable Value read(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return value(parser);
        }
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return ofText(parser.getString());
        }
        parser.skipChildren();
        return null;
    }

    private static @Nullable Value ofText(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), decoded(text.strip()))) {
            Value value = parser.nextToken() == JsonToken.START_OBJECT ? value(parser) : null;
            return parser.nextToken() == null ? value : null;
        }
        catch (JacksonException | IllegalArgumentException malformed) {
            return null;
        }
    }

    /// In RFC 3986 a plus sign stands for itself, which the decoder of HTML forms does
    /// not know.
    private static String decoded(String text) {
        return text.startsWith("%") ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : text;
    }

    private static Value value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_NULL -> new Value.Absent(NOWHERE);
            case VALUE_TRUE, VALUE_FALSE -> literal(parser, Value.Literal.Kind.BOOLEAN);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> literal(parser, Value.Literal.Kind.NUMBER);
            case VALUE_STRING, VALUE_EMBEDDED_OBJECT, PROPERTY_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE ->
                literal(parser, Value.Literal.Kind.STRING);
        };
    }

    private static Value literal(JsonParser parser, Value.Literal.Kind kind) {
        return new Value.Literal(parser.getString(), kind, NOWHERE, null);
    }

    private static Value object(JsonParser parser) {
        List<Value.Field> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            fields.add(new Value.Field(key, NOWHERE, value(parser)));
        }
        return new Value.ObjectValue(List.copyOf(fields), NOWHERE);
    }

    private static Value list(JsonParser parser) {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Value.ListValue(List.copyOf(items), NOWHERE);
    }

}
