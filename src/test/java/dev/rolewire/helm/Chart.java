package dev.rolewire.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import dev.rolewire.testing.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The chart, rendered by Helm itself.
final class Chart {

    static final Path DIRECTORY = Repository.root().resolve("helm/rolewire");

    private static final String HOOK = "helm.sh/hook";

    private static final String HIDDEN_HOOK = "hidden.helm.sh/hook";

    /// The library renders no hooks: in this copy they are none.
    private static final Path SHOWN = copy();

    private static final Map<String, Rendered> RENDERED = new ConcurrentHashMap<>();

    private static final YAMLMapper YAML = YAMLMapper.shared();

    private Chart() {
    }

    /// The manifests that a set of values makes.
    ///
    /// @param text as Helm prints them
    /// @param manifests the same, parsed
    record Rendered(String text, List<JsonNode> manifests) {

        /// All of a kind.
        List<JsonNode> all(String kind) {
            return this.manifests.stream().filter((each) -> each.at("/kind").asString().equals(kind)).toList();
        }

        /// The one of a kind.
        JsonNode only(String kind) {
            List<JsonNode> all = all(kind);
            if (all.size() != 1) {
                throw new AssertionError(all.size() + " of " + kind);
            }
            return all.getFirst();
        }

        /// The pod of the deployment.
        JsonNode pod() {
            return only("Deployment").at("/spec/template/spec");
        }

        /// The container of the deployment.
        JsonNode container() {
            return pod().at("/containers/0");
        }

        /// The service's own configuration.
        JsonNode configuration() {
            return this.manifests.stream()
                .map((each) -> each.at("/data/application.yaml"))
                .filter(JsonNode::isString)
                .map((text) -> YAML.readTree(text.asString()))
                .findFirst()
                .orElseThrow();
        }

    }

    /// The sets of values in `ci`: `default`, `gateway`, ...
    static List<String> cases() {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve("ci"))) {
            return files.map((file) -> file.getFileName().toString().replace("-values.yaml", "")).sorted().toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /// Renders the values of `ci`.
    static Rendered render(String name) {
        return RENDERED.computeIfAbsent(name,
                (key) -> render(command().withValuesFile(DIRECTORY.resolve("ci/" + key + "-values.yaml"))));
    }

    /// Renders the default values with some changed.
    static Rendered with(Map<String, Object> values) {
        TemplateCommand command = command();
        values.forEach(command::set);
        return render(command);
    }

    private static TemplateCommand command() {
        return new Helm(SHOWN).template().withName("check").withNamespace("tools").withKubeVersion("1.30.0");
    }

    private static Rendered render(TemplateCommand command) {
        String text = command.call().replace(HIDDEN_HOOK, HOOK);
        try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(text)) {
            return new Rendered(text, documents.readAll().stream().filter(JsonNode::isObject).toList());
        }
    }

    private static Path copy() {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            Path copy = Files.createTempDirectory("chart").resolve("rolewire");
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Repository.write(copy.resolve(DIRECTORY.relativize(file).toString()),
                        Repository.read(file).replace(HOOK, HIDDEN_HOOK));
            }
            return copy;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
