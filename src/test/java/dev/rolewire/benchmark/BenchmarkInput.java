package dev.rolewire.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import dev.rolewire.analysis.InputFile;

/// What is analysed. All but the article's template are generated, the same bytes each time.
public enum BenchmarkInput {

    /// The article's failing template, 22 lines.
    ARTICLE("article.yaml", "the article's template"),

    /// A template of usual size.
    LINES_220("lines.yaml", "template, 220 lines"),

    /// A large template.
    TEMPLATE_100_KB("large.yaml", "template, 100 kB of YAML"),

    /// A plan of usual size.
    PLAN_400_KB("plan.json", "plan, 400 kB of JSON");

    private static final String FIXTURE = "/fixtures/role-as-instance-profile/fail-article.cfn.yaml";

    private final String uri;

    private final String title;

    BenchmarkInput(String uri, String title) {
        this.uri = uri;
        this.title = title;
    }

    String title() {
        return this.title;
    }

    String uri() {
        return this.uri;
    }

    boolean isJson() {
        return this.uri.endsWith(".json");
    }

    byte[] bytes() {
        return switch (this) {
            case ARTICLE -> fixture();
            case LINES_220 -> GeneratedTemplate.of(2);
            case TEMPLATE_100_KB -> GeneratedTemplate.of(33);
            case PLAN_400_KB -> GeneratedPlan.of(32);
        };
    }

    /// The input as a request of one file.
    List<InputFile> files() {
        return List.of(new InputFile(this.uri, bytes()));
    }

    private static byte[] fixture() {
        try (InputStream data = BenchmarkInput.class.getResourceAsStream(FIXTURE)) {
            if (data == null) {
                throw new IllegalStateException("missing on the class path: " + FIXTURE);
            }
            return data.readAllBytes();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
