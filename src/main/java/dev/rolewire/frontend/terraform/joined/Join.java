package dev.rolewire.frontend.terraform.joined;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.frontend.terraform.ModuleOutline;
import dev.rolewire.frontend.terraform.plan.LoweredPlan;
import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;

/// Makes one deployment of a plan and the configuration that it was made of.
///
/// Which resources there are and what becomes of them says the plan. A resource that only the plan has (its module is
/// not at hand, or it was taken out of the configuration since) is as the plan has it. One whose block the plan does
/// not know was added since, and is as the configuration has it; so is one that
/// a plan which is not complete leaves out.
final class Join {

    private static final int MAX_NAMED = 5;

    private final LoweredPlan plan;

    private final Template planned;

    private final Template configuration;

    private final ModuleOutline outline;

    private final Addresses written;

    private final Merger merger;

    private final Addresses instances;

    private final SequencedSet<String> changed = new LinkedHashSet<>();

    /// Starts a join.
    /// @param configuration the configuration, lowered with what the plan knows
    /// @param outline the outline of the configuration
    Join(LoweredPlan plan, Template configuration, ModuleOutline outline) {
        this.plan = plan;
        this.planned = plan.template();
        this.configuration = configuration;
        this.outline = outline;
        this.written = new Addresses(configuration.resources().keySet());
        this.instances = new Addresses(this.planned.resources().keySet());
        this.merger = new Merger(this.planned, this.instances);
    }

    Template template() {
        SequencedMap<String, Resource> resources = new LinkedHashMap<>();
        this.planned.resources().forEach((address, resource) -> {
            String same = this.written.standsFor(address);
            Resource other = same == null ? null : this.configuration.resources().get(same);
            resources.put(address,
                    other == null || !other.type().equals(resource.type()) ? resource : join(resource, other));
        });
        SequencedSet<String> known = this.plan.configuration().addresses();
        SequencedSet<String> added = new LinkedHashSet<>();
        this.configuration.resources().forEach((address, resource) -> {
            String block = Addresses.block(address);
            boolean isNew = !known.contains(block);
            boolean left = !this.plan.complete() && this.instances.instances(address).isEmpty();
            if ((isNew || left) && !resources.containsKey(address)) {
                resources.put(address, resource);
                if (isNew) {
                    added.add(block);
                }
            }
        });
        List<ModelProblem> problems = new ArrayList<>(this.planned.problems());
        problems.addAll(this.configuration.problems());
        notice(added, known, problems);
        SequencedSet<SourceFile> sources = new LinkedHashSet<>(this.planned.sources());
        sources.addAll(this.configuration.sources());
        return new Template(this.planned.dialect(), List.copyOf(sources), resources, this.configuration.guards(),
                Guard.TRUE, List.copyOf(problems), environment(), this.planned.omitted(), this.planned.providers());
    }

    private Template.Environment environment() {
        Template.Environment environment = this.planned.environment();
        return new Template.Environment(
                environment.region() != null ? environment.region() : this.configuration.environment().region(),
                environment.accountId());
    }

    private Resource join(Resource resource, Resource other) {
        Merger.Result merged = this.merger.merge(resource, other);
        if (merged.changed()) {
            this.changed.add(Addresses.block(resource.address()));
        }
        SequencedSet<String> after = new LinkedHashSet<>();
        resource.dependencies().forEach(after::add);
        for (String address : other.dependencies()) {
            if (Addresses.isOpen(address)) {
                after.addAll(this.instances.instances(address));
            }
            else {
                after.add(address);
            }
        }
        after.remove(resource.address());
        Value.ObjectValue properties = merged.properties();
        return new Resource(resource.address(), resource.type(), resource.mode(), resource.change(), Guard.TRUE,
                properties, resource.complete(), List.copyOf(after), other.origin(), other.typeOrigin(),
                resource.instanceKey());
    }

    /// Says what tells that the plan is older than the configuration.
    private void notice(SequencedSet<String> added, SequencedSet<String> known, List<ModelProblem> problems) {
        SequencedSet<String> here = this.outline.addresses();
        SequencedSet<String> removed = new LinkedHashSet<>();
        for (String block : known) {
            if (!here.contains(block) && isAtHand(block)) {
                removed.add(block);
            }
        }
        List<String> differences = new ArrayList<>();
        name(added, "only the files have", differences);
        name(removed, "only the plan has", differences);
        name(this.changed, "they differ in", differences);
        if (!differences.isEmpty()) {
            SourceFile source = this.planned.sources().getFirst();
            problems.add(ModelProblem.ofDocument(ModelProblem.Kind.NOTICE,
                    "the plan was not made of the configuration as it is in the files given: "
                            + String.join("; ", differences) + "; where they differ the plan was judged",
                    new Origin(source, Span.at(0), Pointer.ROOT)));
        }
    }

    /// Whether the configuration of the block's module is in the files given.
    private boolean isAtHand(String block) {
        ModuleOutline at = this.outline;
        String rest = block;
        while (rest.startsWith("module.")) {
            int end = rest.indexOf('.', "module.".length());
            ModuleOutline.Call call = at.calls().get(rest.substring("module.".length(), end));
            if (call == null) {
                return true;
            }
            if (call.module() == null) {
                return false;
            }
            at = call.module();
            rest = rest.substring(end + 1);
        }
        return true;
    }

    private static void name(SequencedSet<String> blocks, String how, List<String> into) {
        if (!blocks.isEmpty()) {
            List<String> named = blocks.stream().limit(MAX_NAMED).map((block) -> "`" + block + "`").toList();
            into.add(how + " " + String.join(", ", named)
                    + (blocks.size() > named.size() ? " and " + (blocks.size() - named.size()) + " more" : ""));
        }
    }

}
