package dev.rolewire.web.openapi;

import dev.rolewire.web.access.Access;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Objects;

/// What credentials an analysis needs, in the OpenAPI document: none is mentioned when access is open.
final class SecuritySchemes {

    private static final String API_KEY = "apiKey";

    private static final String BEARER = "bearer";

    private SecuritySchemes() {
    }

    static void add(OpenAPI api, Access access) {
        Operation analyze = Objects.requireNonNull(api.getPaths().get("/v1/analyses")).getPost();
        switch (access.mode()) {
            case OPEN -> {
                return;
            }
            case API_KEY -> {
                api.getComponents()
                    .addSecuritySchemes(API_KEY,
                            new SecurityScheme().type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-API-Key")
                                .description("A key that the operator gave out."))
                    .addSecuritySchemes(BEARER,
                            new SecurityScheme().type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("The same key."));
                analyze.addSecurityItem(new SecurityRequirement().addList(API_KEY));
                analyze.addSecurityItem(new SecurityRequirement().addList(BEARER));
            }
            case JWT -> {
                api.getComponents()
                    .addSecuritySchemes(BEARER,
                            new SecurityScheme().type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("A token for " + String.join(" or ", access.jwt().audience())
                                        + " with the scope `" + access.jwt().scope() + "`."));
                analyze.addSecurityItem(new SecurityRequirement().addList(BEARER));
            }
        }
        ProblemResponses.add(analyze.getResponses(), List.of(401, 403));
    }

}
