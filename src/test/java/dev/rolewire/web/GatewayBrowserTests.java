package dev.rolewire.web;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/// What a newcomer does first, behind a gateway: opens the service in a browser, and has an example analysed in Swagger UI.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GatewayBrowserTests {

    @LocalServerPort
    private int port;

    @TempDir
    private Path directory;

    @Test
    void swaggerUiAnalysesAnExample() {
        try (Nginx nginx = Nginx.start(this.directory, this.port); Browser browser = Browser.start(this.directory)) {
            browser.open(nginx.base() + "/");
            browser.click(".opblock-post .opblock-summary-control");
            browser.clickUntil(".opblock-post button.execute", ".live-responses-table tbody .response-col_status");
            assertThat(browser.text(".live-responses-table tbody .response-col_status")).startsWith("200");
            assertThat(browser.text(".live-responses-table tbody .response-col_description"))
                .contains("role-as-instance-profile", "\"verdict\": \"fail\"");
            assertThat(browser.text(".request-url")).contains(nginx.base() + "/v1/analyses");
        }
    }

}
