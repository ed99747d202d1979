package dev.rolewire.web.container;

import dev.rolewire.analysis.Analyzer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Trains the AOT cache (JEP 483, 514, 515) while the image is built: with the profile `training` the service takes ports
/// of its own, sends itself real documents of every kind over HTTP, and exits. What was loaded and compiled on the way is
/// what the cache makes fast. An answer that is not the expected one ends it with exit code 1, and so the build.
@Component
@Profile("training")
class TrainingRun implements ApplicationListener<ApplicationReadyEvent> {

    /// Enough for the profiles of JEP 515 to say which methods are worth compiling.
    private static final int ROUNDS = 5;

    private static final Logger log = LoggerFactory.getLogger(TrainingRun.class);

    private final Environment environment;

    private final Analyzer analyzer;

    TrainingRun(Environment environment, Analyzer analyzer) {
        this.environment = environment;
        this.analyzer = analyzer;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        System.exit(train() ? 0 : 1);
    }

    private boolean train() {
        TrainingRequests requests = new TrainingRequests(address("local.server.port"), address("local.management.port"),
                this.analyzer.rules());
        int sent = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (TrainingRequests.Exchange exchange : requests.all()) {
                    send(client, exchange);
                    sent++;
                }
            }
        }
        catch (IOException | IllegalStateException failed) {
            log.error("training ended after {} requests", sent, failed);
            return false;
        }
        log.info("trained with {} requests", sent);
        return true;
    }

    private static void send(HttpClient client, TrainingRequests.Exchange exchange) throws IOException {
        HttpRequest request = exchange.request();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != exchange.status()) {
                throw new IllegalStateException(
                        request.method() + " " + request.uri() + " was answered with " + status);
            }
        }
        catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String address(String portProperty) {
        String port = this.environment.getRequiredProperty(portProperty);
        return "http://localhost:" + port + this.environment.getProperty("server.servlet.context-path", "");
    }

}
