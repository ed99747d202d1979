package dev.rolewire.benchmark;

import java.nio.charset.StandardCharsets;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What the parser libraries need for the same bytes when nothing is made of their tokens: no text, no position, no tree.
final class Tokens {

    private static final JsonFactory JSON = new JsonFactory();

    private Tokens() {
    }

    /// Counts the tokens or events of a document.
    static int count(byte[] bytes, boolean json) {
        return json ? json(bytes) : yaml(bytes);
    }

    private static int json(byte[] bytes) {
        int count = 0;
        try (JsonParser tokens = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            while (tokens.nextToken() != null) {
                count++;
            }
        }
        return count;
    }

    private static int yaml(byte[] bytes) {
        StreamReader reader = new StreamReader(new String(bytes, StandardCharsets.UTF_8));
        ParserImpl events = new ParserImpl(reader, new LoaderOptions());
        int count = 1;
        while (events.getEvent().getEventId() != Event.ID.StreamEnd) {
            count++;
        }
        return count;
    }

}
