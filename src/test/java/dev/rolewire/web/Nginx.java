package dev.rolewire.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.rolewire.testing.Repository;
import dev.rolewire.testing.Tool;

import static org.assertj.core.api.Assertions.assertThat;

/// A real nginx with the configuration that README recommends, on a port of its own.
final class Nginx implements AutoCloseable {

    /// Where the recommended configuration puts the service.
    static final String PREFIX = "/tools/rolewire";

    private static final String MAIN = """
            worker_processes 1;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 256; }
            http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
            %2$s
            }
            """;

    private final Process process;

    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it in front of a service; skips the test where nginx is not installed.
    /// @param directory for its files
    /// @param service the port of the service
    static Nginx start(Path directory, int service) {
        Tool nginx = Tool.require("nginx", "Debian's package nginx-light has it");
        int port = freePort();
        String site = Repository.read(Repository.root().resolve("src/docs/gateway/nginx.conf"));
        assertThat(site).contains("127.0.0.1:8080", "listen 8000");
        String server = site.replace("127.0.0.1:8080", "127.0.0.1:" + service)
            .replace("listen 8000", "listen 127.0.0.1:" + port);
        Path configuration = directory.resolve("nginx.conf");
        Repository.write(configuration, MAIN.formatted(directory, server));
        try {
            Process process = new ProcessBuilder(nginx.path().toString(), "-p", directory.toString(), "-e",
                    directory.resolve("error.log").toString(), "-c", configuration.toString(), "-g", "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.log").toFile())
                .start();
            await(process, port, directory);
            return new Nginx(process, port);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    int port() {
        return this.port;
    }

    /// Scheme, host, port and prefix.
    String base() {
        return "http://localhost:" + this.port + PREFIX;
    }

    @Override
    public void close() {
        this.process.destroy();
        try {
            if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
                this.process.destroyForcibly();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Process process, int port, Path directory) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            }
            catch (IOException notYet) {
                assertThat(process.isAlive() && System.nanoTime() < end)
                    .as(Files.readString(directory.resolve("output.log")))
                    .isTrue();
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
