package dev.rolewire.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// Clients that send or read a byte now and then: they are cut off, and others are served all the while.
@Timeout(120)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = { "rolewire.limits.header-timeout=1s", "rolewire.limits.transfer-grace=1s",
                "rolewire.limits.min-transfer-rate=400KB", "rolewire.limits.body-timeout=4s" })
class SlowClientHttpTests {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final String HEAD = "POST /v1/analyses HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\n";

    @LocalServerPort
    private int port;

    @AfterEach
    void othersAreServed() {
        HttpApi api = new HttpApi(this.port);
        assertThat(api.post("/v1/analyses", Documents.ROLE_AS_PROFILE).rules())
            .containsExactly("role-as-instance-profile");
    }

    @Test
    void cutsOffWhoSendsHeadersForEver() throws Exception {
        try (Socket slow = connect()) {
            slow.getOutputStream().write(HEAD.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(sendUntilCut(slow, "X-a: b\r\n")).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void cutsOffManyAtOnce() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Socket socket = connect();
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHo".getBytes(StandardCharsets.ISO_8859_1));
                slow.add(socket);
            }
            othersAreServed();
            for (Socket socket : slow) {
                assertThat(sendUntilCut(socket, "s")).isLessThan(Duration.ofSeconds(10));
            }
        }
        finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void tellsWhoSendsABodyTooSlowly() throws Exception {
        try (Socket slow = connect()) {
            slow.getOutputStream()
                .write((HEAD + "Content-Length: 1000000\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            assertThat(sendUntilCut(slow, "# a\n")).isLessThan(Duration.ofSeconds(10));
            String answer = new String(read(slow), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("request-timeout");
        }
    }

    @Test
    void tellsWhoTakesTooLongInAll() throws Exception {
        try (Socket slow = connect()) {
            slow.getOutputStream()
                .write((HEAD + "Content-Length: 100000000\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            String piece = "{\"format_version\":\"1.2\",\"x\":\"" + "x".repeat(200_000);
            assertThat(sendUntilCut(slow, piece)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(15));
        }
    }

    @Test
    void cutsOffWhoReadsTooSlowly() throws Exception {
        StringBuilder template = new StringBuilder("Resources:\n  R: {Type: 'AWS::IAM::Role'}\n");
        for (int i = 0; i < 4_000; i++) {
            template.append("  S")
                .append(i)
                .append(": {Type: 'AWS::EC2::Instance', Properties: {IamInstanceProfile: !Ref R}}\n");
        }
        byte[] body = template.toString().getBytes(StandardCharsets.UTF_8);
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
            slow.setSoTimeout(20_000);
            slow.getOutputStream()
                .write((HEAD + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            slow.getOutputStream().write(body);
            long read = 0;
            InputStream in = slow.getInputStream();
            try {
                for (int i = 0; i < 100 && in.read() >= 0; i++) {
                    Thread.sleep(150);
                }
                read = in.readAllBytes().length;
            }
            catch (SocketException cut) {
                assertThat(cut).isNotNull();
            }
            assertThat(read).as("the whole report").isLessThan(3_000_000);
        }
        assertThat(new HttpApi(this.port).get("/actuator/prometheus").body())
            .containsPattern("rolewire_connections_cut_total\\{phase=\"transfer\"} [1-9]");
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /// Sends the same again and again, with pauses.
    /// @return after how long the service had enough
    private static Duration sendUntilCut(Socket socket, String piece) throws IOException, InterruptedException {
        long start = System.nanoTime();
        OutputStream out = socket.getOutputStream();
        try {
            while (System.nanoTime() - start < 30_000_000_000L && socket.getInputStream().available() == 0) {
                out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
                Thread.sleep(PAUSE);
            }
        }
        catch (SocketException cut) {
            assertThat(cut).isNotNull();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static byte[] read(Socket socket) {
        try {
            return socket.getInputStream().readNBytes(4000);
        }
        catch (IOException gone) {
            return new byte[0];
        }
    }

}
