package dev.rolewire.web;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.servlet.context-path=/rolewire")
class ContextPathHttpTests {

    @LocalServerPort
    private int port;

    @Test
    void worksBelowABasePath() {
        HttpApi api = new HttpApi(this.port, "/rolewire");
        String link = "http://localhost:" + this.port + "/rolewire/v1/rules/role-as-instance-profile";
        assertThat(api.post("/v1/analyses", Documents.ROLE_AS_PROFILE).json().at("/findings/0/ruleUrl").asString())
            .isEqualTo(link);
        assertThat(api.get("/v1/rules/role-as-instance-profile", "Accept", "text/html").status()).isEqualTo(200);
        assertThat(api.post("/v1/analyses", Documents.ROLE_AS_PROFILE).rules())
            .containsExactly("role-as-instance-profile");
        assertThat(api.get("/").header("Location"))
            .isEqualTo("http://localhost:" + this.port + "/rolewire/swagger-ui/index.html");
        assertThat(api.get("/swagger-ui/index.html").status()).isEqualTo(200);
        assertThat(api.get("/v3/api-docs/swagger-config").body()).contains("/rolewire/v3/api-docs");
        assertThat(api.get("/v3/api-docs").json().at("/servers/0/url").asString())
            .isEqualTo("http://localhost:" + this.port + "/rolewire");
        assertThat(api.get("/missing").problem()).isEqualTo("not-found");
        assertThat(new HttpApi(this.port).get("/elsewhere").status()).isEqualTo(404);
    }

}
