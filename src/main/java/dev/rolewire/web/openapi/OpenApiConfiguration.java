package dev.rolewire.web.openapi;

import dev.rolewire.report.RenderContext;
import dev.rolewire.web.access.Access;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The OpenAPI document: what the controllers do not say, in an order that does not change.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String DESCRIPTION = """
            Will every AWS resource in this template or plan get the IAM identity that it needs, in the form that it \
            accepts, from a role that the service can really assume? If not: where exactly, what AWS will answer at deploy \
            time, and the edit that mends it.

            The service keeps nothing of a request, needs no AWS credentials and no network. Failed calls are answered \
            with problem details (RFC 9457); findings never are.""";

    private static final List<String> PATHS = List.of("/v1/analyses", "/v1/report-schema", "/v1/config-schema",
            "/v1/rules", "/v1/rules/{id}", "/v1/catalog", "/v1/catalog/{type}");

    @Bean
    OpenAPI openApi(RenderContext context) {
        return new OpenAPI()
            .info(new Info().title("Rolewire")
                .version(context.toolVersion())
                .description(DESCRIPTION)
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
            .tags(List.of(new Tag().name("Analyses").description("Templates and plans in, a report out"),
                    new Tag().name("Rules").description("What is checked"),
                    new Tag().name("Catalog").description("What AWS wants where: the identity slots")));
    }

    @Bean
    OpenApiCustomizer openApiCustomizer(Access access) {
        return (api) -> {
            customize(api);
            SecuritySchemes.add(api, access);
        };
    }

    /// A reference to a schema of the document.
    static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    private static void customize(OpenAPI api) {
        Components components = (api.getComponents() == null) ? new Components() : api.getComponents();
        Map<String, Schema> schemas = new TreeMap<>();
        if (components.getSchemas() != null) {
            schemas.putAll(components.getSchemas());
        }
        schemas.putAll(SchemaResource.read("dev/rolewire/report/report.schema.json", "$defs"));
        schemas.putAll(SchemaResource.read(AnalysisOperation.RESOURCES + "schemas.json", ""));
        components.setSchemas(schemas);
        api.setComponents(components);
        api.setPaths(ordered(api.getPaths()));
        api.getPaths().forEach(OpenApiConfiguration::describe);
    }

    private static void describe(String path, PathItem item) {
        for (Operation operation : item.readOperations()) {
            if (path.equals("/v1/analyses")) {
                AnalysisOperation.describe(operation);
            }
            else {
                boolean finds = path.endsWith("}");
                ProblemResponses.add(operation.getResponses(),
                        finds ? List.of(400, 404, 406, 500) : List.of(400, 406, 500));
            }
        }
    }

    private static Paths ordered(Paths paths) {
        Paths ordered = new Paths();
        PATHS.stream().filter(paths::containsKey).forEach((path) -> ordered.addPathItem(path, paths.get(path)));
        new TreeMap<>(paths).forEach(ordered::putIfAbsent);
        return ordered;
    }

}
