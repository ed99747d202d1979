package dev.rolewire.frontend.terraform.plan;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.Interest;
import dev.rolewire.model.Template.Environment;
import dev.rolewire.syntax.Mapping;
import org.jspecify.annotations.Nullable;

/// Finds where a plan is deployed to, as far as all that speaks of it agrees.
final class EnvironmentReader {

    private EnvironmentReader() {
    }

    /// The Region and account of the request, else those of the plan.
    static Environment read(Place document, PlannedResources resources, FrontendOptions options) {
        String region = options.region() != null ? options.region() : region(document, resources, options.interest());
        String account = options.accountId() != null ? options.accountId() : account(resources);
        return new Environment(region, account);
    }

    private static @Nullable String region(Place document, PlannedResources resources, Interest interest) {
        SequencedSet<String> regions = new LinkedHashSet<>();
        Place providers = document.get("configuration").get("provider_config");
        for (Mapping.Entry entry : providers.entries()) {
            Place provider = providers.get(entry.name());
            if ("aws".equals(provider.get("name").text())) {
                String region = region(document, provider.get("expressions").get("region"));
                if (region == null) {
                    return agreed(plannedRegions(resources, interest));
                }
                regions.add(region);
            }
        }
        regions.addAll(plannedRegions(resources, interest));
        return agreed(regions);
    }

    /// The variables that the Regions of the providers are made of.
    static Set<String> regionVariables(Place configuration) {
        Set<String> names = new LinkedHashSet<>();
        Place providers = configuration.get("provider_config");
        for (Mapping.Entry entry : providers.entries()) {
            Place region = providers.get(entry.name()).get("expressions").get("region");
            Expression.references(region)
                .stream()
                .filter((reference) -> reference.startsWith("var."))
                .forEach((reference) -> names.add(reference.substring("var.".length())));
        }
        return names;
    }

    private static @Nullable String region(Place document, Place expression) {
        String constant = Expression.constant(expression).text();
        var references = Expression.references(expression);
        if (constant != null || references.size() != 1 || !references.getFirst().startsWith("var.")) {
            return constant;
        }
        return document.get("variables").get(references.getFirst().substring("var.".length())).get("value").text();
    }

    private static SequencedSet<String> plannedRegions(PlannedResources resources, Interest interest) {
        SequencedSet<String> regions = new LinkedHashSet<>();
        for (PlannedResource resource : resources.all()) {
            boolean matters = resource.lowered() && !resource.block().data()
                    && interest.attributes(resource.block().type(), false) != null;
            String region = matters ? resource.after().get("region").text() : null;
            if (region != null) {
                regions.add(region);
            }
        }
        return regions;
    }

    private static @Nullable String account(PlannedResources resources) {
        SequencedSet<String> accounts = new LinkedHashSet<>();
        for (PlannedResource resource : resources.all()) {
            if (resource.block().data() && resource.block().type().equals("aws_caller_identity")) {
                String account = resource.after().get("account_id").text();
                if (account != null) {
                    accounts.add(account);
                }
            }
        }
        return agreed(accounts);
    }

    private static @Nullable String agreed(SequencedSet<String> values) {
        return values.size() == 1 ? values.getFirst() : null;
    }

}
