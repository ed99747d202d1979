package dev.rolewire.web;

import dev.rolewire.analysis.Analyzer;
import dev.rolewire.catalog.Catalog;
import dev.rolewire.catalog.Catalogs;
import dev.rolewire.report.RenderContext;
import dev.rolewire.web.access.Access;
import dev.rolewire.web.request.BodyDecoders;
import dev.rolewire.web.request.MemoryBudget;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Builds the core, which knows no Spring, and what stands around it.
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /// The version of a build that nothing says of, as when started from an editor.
    private static final String UNKNOWN_VERSION = "development";

    @Bean
    Catalog catalog() {
        return Catalogs.bundled();
    }

    @Bean
    Analyzer analyzer(Catalog catalog) {
        return new Analyzer(catalog);
    }

    @Bean
    RenderContext renderContext(Analyzer analyzer, ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        String version = (properties == null) ? null : properties.getVersion();
        return new RenderContext((version == null) ? UNKNOWN_VERSION : version, analyzer.rules());
    }

    @Bean
    BodyDecoders bodyDecoders(RolewireProperties properties, Analyzer analyzer) {
        return new BodyDecoders(properties.limits(), analyzer.rules());
    }

    @Bean
    Access access(RolewireProperties properties) {
        return properties.access();
    }

    @Bean
    MemoryBudget memoryBudget(RolewireProperties properties) {
        return new MemoryBudget(properties.limits().memoryBytes(), properties.limits().largePlans(),
                properties.limits().analysisMemoryBytes());
    }

    @Bean
    AnalysisExecutor analysisExecutor(RolewireProperties properties, Analyzer analyzer) {
        return new AnalysisExecutor(properties.limits(), analyzer::analyze);
    }

    @Bean
    AnalysisMetrics analysisMetrics(MeterRegistry registry, AnalysisExecutor executor, MemoryBudget memory) {
        return new AnalysisMetrics(registry, executor, memory);
    }

    @Bean
    Stages stages(AnalysisMetrics metrics, ObjectProvider<Tracer> tracer) {
        return new Stages(metrics, tracer.getIfAvailable(() -> Tracer.NOOP));
    }

}
