package dev.rolewire.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A multipart body as clients write it.
final class Form {

    private static final String BOUNDARY = "------------------------d74496d66958873e";

    /// The content type of the request.
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /// A `file` part, its name written as given.
    Form file(String name, String content) {
        return part("Content-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream", content);
    }

    /// A `file` part of bytes.
    Form file(String name, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        this.bytes.writeBytes(content);
        write("\r\n");
        return this;
    }

    /// An `options` part without a content type.
    Form options(String content) {
        return part("Content-Disposition: form-data; name=\"options\"", content);
    }

    /// A part with these headers.
    Form part(String headers, String content) {
        write("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n" + content + "\r\n");
        return this;
    }

    /// The body, closed.
    byte[] body() {
        write("--" + BOUNDARY + "--\r\n");
        return this.bytes.toByteArray();
    }

    /// The body without its end.
    byte[] open() {
        return this.bytes.toByteArray();
    }

    private void write(String text) {
        this.bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

}
