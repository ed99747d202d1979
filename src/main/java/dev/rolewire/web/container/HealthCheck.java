package dev.rolewire.web.container;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The health check of the container image, which holds neither a shell nor curl for it: asks `/readyz` of the service in
/// the same container, or of the host that is its argument, and exits with 0 when it is ready, with 1 otherwise.
///
/// It is a program of its own, and so uses nothing that takes long to load.
public final class HealthCheck {

    private static final int TIMEOUT_MILLIS = 3_000;

    private HealthCheck() {
    }

    public static void main(String[] args) {
        System.exit(isReady((args.length > 0) ? args[0] : "localhost", System.getenv()) ? 0 : 1);
    }

    /// Whether the service is ready.
    /// @param host where it runs
    /// @param environment of the container; port and context path are those that the
    /// service reads there
    static boolean isReady(String host, Map<String, String> environment) {
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8080"));
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String path = environment.getOrDefault("SERVER_SERVLET_CONTEXT_PATH", "") + "/readyz";
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return status.endsWith(" 200");
        }
        catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
    }

}
