package dev.rolewire.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rolewire.testing.Tool;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A headless Chromium with one page, driven by its DevTools protocol.
final class Browser implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");

    private final Process process;

    private final HttpClient client = HttpClient.newHttpClient();

    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();

    private final WebSocket socket;

    private int calls;

    private Browser(Process process, String address) {
        this.process = process;
        this.socket = this.client.newWebSocketBuilder().buildAsync(URI.create(page(address)), new Listener()).join();
    }

    /// Starts it; skips the test where Chromium is not installed.
    /// @param directory for its profile
    static Browser start(Path directory) {
        Tool chromium = Tool.require("chromium", "Debian's package chromium has it");
        try {
            Process process = new ProcessBuilder(chromium.path().toString(), "--headless=new", "--no-sandbox",
                    "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                    "--remote-debugging-port=0", "--user-data-dir=" + directory.resolve("profile"), "about:blank")
                .redirectErrorStream(true)
                .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    Thread.ofVirtual().start(() -> output.lines().forEach((rest) -> {
                    }));
                    return new Browser(process, listening.group(1));
                }
            }
            throw new IllegalStateException("chromium ended with " + process.exitValue());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /// Opens an address.
    void open(String address) {
        call("Page.navigate", "url", address);
    }

    /// Clicks what a selector finds, as soon as it is there.
    void click(String selector) {
        await("((found) => found && (found.click(), 'clicked'))(document.querySelector('" + selector + "'))");
    }

    /// Clicks again every two seconds until another selector finds a text: a click that
    /// comes before the page is ready does
    /// nothing.
    void clickUntil(String selector, String answer) {
        await("document.querySelector('" + answer + "')?.innerText || ((now) => now - (window.clicked || 0) > 2000 && "
                + "(window.clicked = now, document.querySelector('" + selector + "')?.click(), ''))(Date.now())");
    }

    /// The text of what a selector finds, as soon as there is some.
    String text(String selector) {
        return await("document.querySelector('" + selector + "')?.innerText");
    }

    /// Asks the page until an expression gives a text that is not empty.
    /// @param expression of JavaScript
    /// @return the text
    private String await(String expression) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            String text = evaluate("String((" + expression + ") || '')");
            if (text != null && !text.isEmpty()) {
                return text;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError(expression + " gives nothing in: " + evaluate("document.body.innerText"));
    }

    private @Nullable String evaluate(String expression) {
        return call("Runtime.evaluate", "expression", expression).at("/result/result/value").asString(null);
    }

    private JsonNode call(String method, String name, String value) {
        int id = ++this.calls;
        ObjectNode message = JsonMapper.shared().createObjectNode().put("id", id).put("method", method);
        message.putObject("params").put(name, value);
        this.socket.sendText(message.toString(), true).join();
        try {
            while (true) {
                JsonNode answer = this.answers.poll(30, TimeUnit.SECONDS);
                if (answer == null) {
                    throw new AssertionError("chromium does not answer " + method);
                }
                if (answer.at("/id").asInt(0) == id) {
                    return answer;
                }
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private String page(String address) {
        try {
            HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + address + "/json/list")).build();
            JsonNode targets = JsonMapper.shared()
                .readTree(this.client.send(list, HttpResponse.BodyHandlers.ofString()).body());
            return targets.valueStream()
                .filter((target) -> target.at("/type").asString().equals("page"))
                .findFirst()
                .orElseThrow()
                .at("/webSocketDebuggerUrl")
                .asString();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    @Override
    public void close() {
        this.socket.abort();
        this.client.shutdownNow();
        this.process.destroy();
        try {
            if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
                this.process.destroyForcibly();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /// Puts messages together.
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            this.text.append(data);
            if (last) {
                Browser.this.answers.add(JsonMapper.shared().readTree(this.text.toString()));
                this.text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

    }

}
