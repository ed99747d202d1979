package dev.rolewire.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import dev.rolewire.RolewireApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// Bytes on the line to the running service: what is answered is HTTP, never a flaw of the service, and JSON where it says
/// so.
final class EndpointFuzzing {

    private static final int PORT = start();

    private static final int PATIENCE = 20_000;

    private EndpointFuzzing() {
    }

    static void endpoint(byte[] input) {
        String answer = send(input);
        if (answer.isEmpty() || answer.startsWith("{\"type\":")) {
            // HTTP 0.9, which a request line without a version is, has no head.
            return;
        }
        if (!answer.startsWith("HTTP/1.1 ")) {
            throw new AssertionError("no HTTP: " + answer.substring(0, Math.min(100, answer.length())));
        }
        int status = Integer.parseInt(answer.substring(9, 12));
        if (status == 500 || status > 505) {
            throw new AssertionError(answer);
        }
        int body = answer.indexOf("\r\n\r\n");
        String head = answer.substring(0, body);
        String json = answer.substring(body + 4);
        boolean whole = head.contains("Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length);
        if (whole && !json.isEmpty() && head.contains("json")) {
            JsonMapper.shared().readTree(json);
        }
    }

    private static String send(byte[] input) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(input);
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (SocketException reset) {
            // The service closes on who breaks HTTP, with bytes unread.
            return "";
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int start() {
        var context = (ServletWebServerApplicationContext) SpringApplication.run(RolewireApplication.class,
                "--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off",
                "--logging.level.root=error");
        context.registerShutdownHook();
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

}
