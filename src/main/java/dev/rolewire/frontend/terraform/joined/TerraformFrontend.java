package dev.rolewire.frontend.terraform.joined;

import java.util.HashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.terraform.ModuleOutline;
import dev.rolewire.frontend.terraform.hcl.TerraformHclFrontend;
import dev.rolewire.frontend.terraform.plan.LoweredPlan;
import dev.rolewire.frontend.terraform.plan.TerraformPlanFrontend;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Template;

/// Lowers plans, states and configuration. A plan whose root module is in the bundle is one deployment with it: what
/// the plan knows, at the place where the configuration has it. All else is lowered for itself.
public final class TerraformFrontend implements Frontend {

    private static final Set<Dialect> PLANS = Set.of(Dialect.TERRAFORM_PLAN, Dialect.TERRAFORM_STATE);

    @Override
    public void lower(Bundle bundle, FrontendOptions options, Receiver receiver) {
        Set<String> planned = new HashSet<>();
        SequencedMap<String, ModuleOutline> outlines = TerraformHclFrontend.outlines(bundle);
        for (BundleFile file : bundle.files(PLANS)) {
            LoweredPlan plan = TerraformPlanFrontend.lower(file, options);
            if (plan != null) {
                Optional<String> root = new RootFinder(outlines).find(file.uri(), plan.configuration());
                root.ifPresent(planned::add);
                receiver.template(root
                    .map((directory) -> joined(bundle, directory, outlines.get(directory), plan, options, receiver))
                    .orElse(plan.template()));
            }
        }
        new TerraformHclFrontend().lower(bundle, planned, options, receiver);
    }

    private static Template joined(Bundle bundle, String directory, ModuleOutline outline, LoweredPlan plan,
            FrontendOptions options, Receiver receiver) {
        Template configuration = TerraformHclFrontend.lower(bundle, directory, PlanFacts.options(plan, options),
                PlanFacts.of(plan), receiver);
        return new Join(plan, configuration, outline).template();
    }

}
