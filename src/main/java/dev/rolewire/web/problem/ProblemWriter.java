package dev.rolewire.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes problems as `application/problem+json`, whatever the client accepts: a client that cannot read the problem can
/// read the status. Used by controllers, the error page and Tomcat's valve alike.
public final class ProblemWriter {

    /// The media type of RFC 9457.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// The header with the id of the request, in the answer before anything else.
    public static final String REQUEST_ID = "X-Request-Id";

    private static final JsonFactory FACTORY = new JsonFactory();

    private ProblemWriter() {
    }

    /// Answers with a problem, in place of anything that was to be answered and is not
    /// sent yet.
    /// @param problem the problem
    /// @param response the answer, not committed
    /// @throws IOException when the client is gone
    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        byte[] body = body(problem, response.getHeader(REQUEST_ID));
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        problem.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static byte[] body(Problem problem, @Nullable String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", problem.type().uri().toString());
            json.writeStringProperty("title", problem.type().title());
            json.writeNumberProperty("status", problem.status());
            json.writeStringProperty("detail", problem.detail());
            problem.members().forEach((name, value) -> member(json, name, value));
            if (requestId != null) {
                json.writeStringProperty("requestId", requestId);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void member(JsonGenerator json, String name, Object value) {
        json.writeName(name);
        if (value instanceof List<?> values) {
            json.writeStartArray();
            values.forEach((item) -> json.writeString(item.toString()));
            json.writeEndArray();
        }
        else if (value instanceof Long number) {
            json.writeNumber(number.longValue());
        }
        else {
            json.writeString(value.toString());
        }
    }

}
