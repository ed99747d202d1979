package dev.rolewire.web.request;

import dev.rolewire.web.problem.Problem;
import dev.rolewire.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;

/// Archives are not unpacked: what to send instead.
final class Archives {

    private static final String INSTEAD = "Archives are not unpacked here. Send one document as the body, or several as "
            + "multipart/form-data with a `file` part each. ";

    private Archives() {
    }

    /// What to say of a body that no decoder takes.
    static String advice(Body body) {
        boolean archive = body.is("application/zip") || body.is("application/x-zip-compressed")
                || body.is("application/gzip") || body.is("application/x-gzip") || body.is("application/x-tar");
        if (archive) {
            return INSTEAD + "A gzipped document goes with `Content-Encoding: gzip` and its own `Content-Type`.";
        }
        return "Send a template or plan as application/yaml or application/json, or several as multipart/form-data.";
    }

    /// Ends the call when bytes that came as a document are an archive.
    /// @throws ProblemException with what to send instead
    static void refuse(byte[] bytes) {
        if (startsWith(bytes, 0, "PK\u0003\u0004")) {
            throw BodyDecoders
                .unsupported(INSTEAD + "If this is the binary plan that `terraform plan -out` wrote, send what "
                        + "`terraform show -json` makes of it.")
                .with("command", Commands.PLAN)
                .asException();
        }
        if (bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B) {
            throw BodyDecoders.unsupported(INSTEAD + "A gzipped document goes with `Content-Encoding: gzip`.")
                .asException();
        }
        if (startsWith(bytes, 257, "ustar")) {
            throw BodyDecoders.unsupported(INSTEAD.strip()).asException();
        }
    }

    private static boolean startsWith(byte[] bytes, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= offset + wanted.length
                && java.util.Arrays.equals(bytes, offset, offset + wanted.length, wanted, 0, wanted.length);
    }

}
