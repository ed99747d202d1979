package dev.rolewire.frontend.terraform.hcl;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

import org.jspecify.annotations.Nullable;

/// The AWS providers of a root module.
final class Providers {

    private final Evaluation evaluation;

    private final ModuleInstance root;

    Providers(Evaluation evaluation, ModuleInstance root) {
        this.evaluation = evaluation;
        this.root = root;
    }

    /// The Region of all AWS providers; null when one is not known, or they differ.
    @Nullable String region() {
        SequencedSet<String> regions = new LinkedHashSet<>();
        for (ConfigBlock provider : this.root.module().providers()) {
            if (!provider.label(0).equals("aws")) {
                continue;
            }
            Part.Argument region = provider.argument("region");
            String text = region == null ? null : Values.text(this.evaluation
                .known(this.evaluation.evaluator().evaluate(region.value(), this.root.scope(region.source()))));
            if (text == null) {
                return null;
            }
            regions.add(text);
        }
        return regions.size() == 1 ? regions.getFirst() : null;
    }

}
