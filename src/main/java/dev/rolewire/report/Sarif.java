package dev.rolewire.report;

import dev.rolewire.source.Location;
import dev.rolewire.source.Position;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The small pieces of a SARIF log.
final class Sarif {

    /// What SARIF takes for an embedded link (3.11.6).
    private static final Pattern LINK = Pattern.compile("\\[(?=[^\\]]*\\]\\()");

    private Sarif() {
    }

    /// Text in which nothing is a link.
    static String escaped(String text) {
        return LINK.matcher(text).replaceAll("\\\\[");
    }

    /// Writes a message of plain text.
    static void message(JsonGenerator json, String name, String text) {
        json.writeObjectPropertyStart(name);
        text(json, "text", text);
        json.writeEndObject();
    }

    /// Writes a property, unless there is nothing.
    static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeName(Utf16.wellFormed(name));
            json.writeString(Utf16.wellFormed(value));
        }
    }

    /// Writes a location. GitHub wants a region: what has none is the start of the file.
    static void location(JsonGenerator json, String uri, @Nullable Location location, @Nullable String address) {
        json.writeStartObject();
        physicalLocation(json, uri, location);
        logicalLocation(json, address);
        json.writeEndObject();
    }

    static void physicalLocation(JsonGenerator json, String uri, @Nullable Location location) {
        json.writeObjectPropertyStart("physicalLocation");
        artifact(json, uri);
        region(json, "region", location);
        json.writeEndObject();
    }

    static void artifact(JsonGenerator json, String uri) {
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", Paths.uriReference(uri));
        json.writeEndObject();
    }

    static void region(JsonGenerator json, String name, @Nullable Location location) {
        Position first = new Position(1, 1);
        Position start = (location == null) ? first : location.start();
        Position end = (location == null) ? first : location.end();
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("startLine", start.line());
        json.writeNumberProperty("startColumn", start.column());
        json.writeNumberProperty("endLine", end.line());
        json.writeNumberProperty("endColumn", end.column());
        json.writeEndObject();
    }

    static void logicalLocation(JsonGenerator json, @Nullable String address) {
        if (address != null) {
            json.writeArrayPropertyStart("logicalLocations");
            json.writeStartObject();
            text(json, "fullyQualifiedName", address);
            json.writeStringProperty("kind", "resource");
            json.writeEndObject();
            json.writeEndArray();
        }
    }

}
