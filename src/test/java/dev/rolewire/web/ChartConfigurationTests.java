package dev.rolewire.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.rolewire.testing.Repository;
import dev.rolewire.web.access.Access;
import dev.rolewire.web.request.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// What the chart writes into the service's `application.yaml` is what the service reads: no property that it does not know,
/// and no value that it does not take. The manifests are those that `HelmChartTests` keeps.
class ChartConfigurationTests {

    @ParameterizedTest
    @ValueSource(strings = { "default", "gateway", "ingress", "minimal" })
    void everyPropertyIsOneOfTheService(String name) throws IOException {
        assertThat(properties(name).access()).isNotNull();
    }

    @Test
    void valuesArriveWhereTheyAreMeant() throws IOException {
        Access keys = properties("gateway").access();
        assertThat(keys.mode()).isEqualTo(Access.Mode.API_KEY);
        assertThat(keys.apiKeysFile()).isEqualTo("/application/api-keys");
        RolewireProperties ingress = properties("ingress");
        assertThat(ingress.access().mode()).isEqualTo(Access.Mode.JWT);
        assertThat(ingress.access().jwt().issuer()).isEqualTo("https://login.example.com/realms/platform");
        assertThat(ingress.access().jwt().audience()).containsExactly("rolewire");
        assertThat(ingress.limits().deadline()).isEqualTo(Duration.ofMinutes(1));
        assertThat(ingress.limits().maxFiles()).isEqualTo(500);
        assertThat(ingress.cors().allowedOrigins()).containsExactly("https://portal.example.com");
    }

    @Test
    void everyLimitCanBeSet() {
        Path schema = Repository.root().resolve("helm/rolewire/values.schema.json");
        assertThat(JsonMapper.shared()
            .readTree(Repository.read(schema))
            .at("/properties/limits/properties")
            .propertyNames()).as("the chart's `limits` are those of the service")
            .containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(Limits.class.getRecordComponents()).map(RecordComponent::getName).toList());
    }

    @Test
    void otherPropertiesAreThoseOfSpring() throws IOException {
        Set<String> known = new TreeSet<>();
        for (URL metadata : Collections
            .list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = metadata.openStream()) {
                JsonMapper.shared()
                    .readTree(in)
                    .at("/properties")
                    .forEach((property) -> known.add(property.at("/name").asString()));
            }
        }
        List<String> names = new ArrayList<>();
        for (PropertySource<?> source : sources("ingress")) {
            names.addAll(List.of(((EnumerablePropertySource<?>) source).getPropertyNames()));
        }
        names.removeIf((name) -> name.startsWith("rolewire.") || name.startsWith("logging.level."));
        assertThat(names).contains("server.servlet.context-path", "springdoc.swagger-ui.enabled",
                "management.opentelemetry.tracing.export.otlp.endpoint", "management.tracing.sampling.probability");
        assertThat(known).containsAll(names);
    }

    private static RolewireProperties properties(String name) throws IOException {
        Binder binder = new Binder(ConfigurationPropertySources.from(sources(name)), null,
                ApplicationConversionService.getSharedInstance());
        return binder
            .bind("rolewire", Bindable.of(RolewireProperties.class),
                    new NoUnboundElementsBindHandler(BindHandler.DEFAULT, (source) -> true))
            .orElseThrow(AssertionError::new);
    }

    private static List<PropertySource<?>> sources(String name) throws IOException {
        return new YamlPropertySourceLoader().load(name, new ByteArrayResource(configuration(name).getBytes(UTF_8)));
    }

    private static String configuration(String name) throws IOException {
        String manifests = Repository.read(Repository.testResources().resolve(Path.of("helm", name + ".yaml")));
        try (MappingIterator<JsonNode> documents = YAMLMapper.shared()
            .readerFor(JsonNode.class)
            .readValues(manifests)) {
            return documents.readAll()
                .stream()
                .map((manifest) -> manifest.at("/data/application.yaml"))
                .filter(JsonNode::isString)
                .findFirst()
                .orElseThrow()
                .asString();
        }
    }

}
