package dev.rolewire.web.openapi;

import dev.rolewire.web.problem.ProblemType;
import dev.rolewire.web.problem.ProblemWriter;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// The problems of an operation in the OpenAPI document.
final class ProblemResponses {

    private ProblemResponses() {
    }

    static void add(ApiResponses responses, List<Integer> statuses) {
        statuses.forEach((status) -> responses.addApiResponse(Integer.toString(status), response(status)));
    }

    private static ApiResponse response(int status) {
        String types = Arrays.stream(ProblemType.values())
            .filter((type) -> type.status() == status)
            .map((type) -> "`" + type.slug() + "`: " + type.title())
            .collect(Collectors.joining("; "));
        ApiResponse response = new ApiResponse().description("Problem. " + types)
            .content(new Content().addMediaType(ProblemWriter.MEDIA_TYPE,
                    new MediaType().schema(OpenApiConfiguration.reference("Problem"))));
        if (status == 503) {
            JsonSchema seconds = new JsonSchema();
            seconds.setTypes(new LinkedHashSet<>(List.of("integer")));
            response.addHeaderObject("Retry-After", new Header().description("Seconds.").schema(seconds));
        }
        return response;
    }

}
