package dev.rolewire.frontend.terraform.joined;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.frontend.terraform.hcl.Facts;
import dev.rolewire.frontend.terraform.plan.LoweredPlan;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.source.Span;
import org.jspecify.annotations.Nullable;

/// What a plan knows: the values that it was made with and those that it read.
///
/// @param variables the values of the root module's variables
/// @param plan the plan
record PlanFacts(Map<String, Value> variables, Template plan) implements Facts {

    static PlanFacts of(LoweredPlan plan) {
        Origin origin = new Origin(plan.template().sources().getFirst(), Span.at(0), Pointer.ROOT);
        return new PlanFacts(plan.variables().values(origin), plan.template());
    }

    /// The options of a request as the plan's configuration has them: what is deployed,
    /// and where, is the plan's.
    static FrontendOptions options(LoweredPlan plan, FrontendOptions options) {
        Template.Environment environment = plan.template().environment();
        return new FrontendOptions(new LinkedHashMap<>(), environment.region(), environment.accountId(),
                options.interest());
    }

    @Override
    public boolean isPlanned() {
        return true;
    }

    @Override
    public @Nullable Value variable(String name) {
        return this.variables.get(name);
    }

    @Override
    public @Nullable Value attribute(String address, String name) {
        Resource resource = this.plan.resources().get(address);
        Value value = resource == null ? null : resource.properties().get(name);
        return value != null && !(value instanceof Value.Absent) && isKnown(value) ? value : null;
    }

    private static boolean isKnown(Value value) {
        return switch (value) {
            case Value.Literal _, Value.Absent _ -> true;
            case Value.ListValue list -> list.items().stream().allMatch(PlanFacts::isKnown);
            case Value.ObjectValue object -> object.fields().stream().allMatch((field) -> isKnown(field.value()));
            case Value.Reference _, Value.Concat _, Value.Choice _, Value.Unknown _ -> false;
        };
    }

}
