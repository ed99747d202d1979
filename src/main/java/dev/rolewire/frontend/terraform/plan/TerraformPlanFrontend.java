package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.Frontend;
import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.Dialect;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Resource.Mode;
import dev.rolewire.model.Template;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.json.JsonOutline;
import org.jspecify.annotations.Nullable;

/// Lowers what `terraform show -json` prints of a plan or state, by Terraform 0.12 to today and OpenTofu.
///
/// AWS resources get their arguments; resources of other providers are there without, for what is ordered by them. What
/// the plan destroys or forgets is left out. A data source that is read while planning has its values; one that is read
/// later has what is known of them, and an `aws_iam_policy_document` the policy that it will give.
///
/// A plan holds no locals, no `dynamic` blocks and no functions; where they may stand between a value and what it comes
/// from, the value is unknown. The rules of each step are with its class: [ReferenceResolver], [BlockMatcher],
/// [KnownLowering], [UnknownLowering].
public final class TerraformPlanFrontend implements Frontend {

    private static final String ATTRIBUTES_LOST = "0.1";

    private static final List<String> PARTS = List.of("format_version", "resource_changes", "planned_values", "values");

    @Override
    public void lower(Bundle bundle, FrontendOptions options, Receiver receiver) {
        for (BundleFile file : bundle.files(Set.of(Dialect.TERRAFORM_PLAN, Dialect.TERRAFORM_STATE))) {
            LoweredPlan plan = lower(file, options);
            if (plan != null) {
                receiver.template(plan.template());
            }
        }
    }

    /// Lowers one plan or state; gives null when the file is none.
    public static @Nullable LoweredPlan lower(BundleFile file, FrontendOptions options) {
        Node tree = file.tree();
        Dialect dialect = file.dialect();
        if (tree == null || dialect == null) {
            return null;
        }
        JsonOutline outline = file.outline();
        PlanParts parts = outline == null ? new TreeParts(new Place(tree, Pointer.ROOT))
                : new StreamedParts(outline, options.interest());
        Place document = parts.document();
        Place root = isKnownVersion(document.get("format_version")) ? document.get("configuration").get("root_module")
                : Place.NOWHERE;
        return new LoweredPlan(lower(dialect, file.source(), tree, parts, file.parses(), options),
                OutlineReader.read(root), isComplete(document), new PlannedVariables(file, document));
    }

    /// Lowers one plan or state.
    static Template lower(Dialect dialect, SourceFile source, Node tree, FrontendOptions options) {
        return lower(dialect, source, tree, new TreeParts(new Place(tree, Pointer.ROOT)), true, options);
    }

    private static Template lower(Dialect dialect, SourceFile source, Node tree, PlanParts parts, boolean whole,
            FrontendOptions options) {
        Problems problems = new Problems(source, tree);
        Place document = parts.document();
        if (!document.isMapping()) {
            problems.unrecognised(document, "the document is " + document.describe() + ", expected an object");
        }
        else if (PARTS.stream().allMatch((part) -> document.get(part).node() == null)) {
            problems.unrecognised(document, "the document has none of the parts expected of a plan or state: `"
                    + String.join("`, `", PARTS) + "`");
        }
        Place version = document.get("format_version");
        if (!isKnownVersion(version)) {
            problems.unrecognised(version, "`format_version` is of a version that is not known here, expected `0.` or"
                    + " `1.` and a number: the plan is not looked at");
            return new Template(dialect, List.of(source), new LinkedHashMap<>(), new GuardSpace(), Guard.TRUE,
                    problems.all(), Template.Environment.UNKNOWN);
        }
        ModuleInstance root = ModuleInstance.root(new ConfigModule(document.get("configuration").get("root_module")));
        PlanReader reader = new PlanReader(root, problems, whole);
        PlannedResources planned = switch (dialect) {
            case TERRAFORM_STATE -> reader.readState(parts);
            case TERRAFORM_PLAN, TERRAFORM_HCL, CLOUDFORMATION -> reader.readPlan(parts);
        };
        notices(document, options, problems);
        Template.Environment environment = EnvironmentReader.read(document, planned, options);
        SequencedMap<String, Resource> resources = resources(parts, source, problems, planned, root, options);
        return new Template(dialect, List.of(source), resources, new GuardSpace(), Guard.TRUE, problems.all(),
                environment, parts.omitted(), providers(planned));
    }

    /// Whether the format is one that Terraform promises to read as the ones known here:
    /// later minor versions add to it (Terraform documentation, "JSON Output Format").
    private static boolean isKnownVersion(Place version) {
        String text = version.scalarText();
        return text == null || text.equals("0") || text.equals("1") || text.startsWith("0.") || text.startsWith("1.");
    }

    private static SequencedMap<String, Resource> resources(PlanParts parts, SourceFile source, Problems problems,
            PlannedResources planned, ModuleInstance root, FrontendOptions options) {
        Place document = parts.document();
        boolean attributesLost = ATTRIBUTES_LOST.equals(document.get("format_version").text());
        ReferenceResolver resolver = new ReferenceResolver(planned, attributesLost, isComplete(document));
        RelevantAttributes relevant = new RelevantAttributes(planned, document.get("relevant_attributes"));
        PropertyLowering lowering = new PropertyLowering(source, problems, resolver, relevant, options.interest());
        DependencyCollector dependencies = new DependencyCollector(planned);
        List<PlannedResource> ordered = new ArrayList<>(planned.all());
        ordered.sort(Comparator.comparingInt((resource) -> resource.origin().span().start()));
        SequencedMap<String, Resource> resources = new LinkedHashMap<>();
        for (PlannedResource resource : ordered) {
            Value.ObjectValue properties = lowering.properties(resource);
            List<String> after = join(resource, dependencies.dependencies(resource),
                    lowering.possibleOrdering(resource));
            Origin origin = resource.origin();
            resources.put(resource.address(),
                    new Resource(resource.address(), resource.block().type(),
                            resource.block().data() ? Mode.DATA : Mode.MANAGED, resource.change(), Guard.TRUE,
                            properties, resource.lowered(), after, origin, origin, resource.instanceKey()));
            Predicate<String> askedFor = parts.askedFor(resource);
            if (askedFor != null) {
                resource.forget(askedFor);
            }
        }
        new ProviderLowering(source, problems, resolver, options.interest()).lower(document, root)
            .forEach((provider) -> resources.putIfAbsent(provider.address(), provider));
        if (dependencies.isExhausted()) {
            problems.limit(document, "more dependencies than are looked at, some are left out");
        }
        return resources;
    }

    private static SequencedMap<String, String> providers(PlannedResources planned) {
        SequencedMap<String, String> providers = new LinkedHashMap<>();
        for (PlannedResource resource : planned.all()) {
            String provider = resource.config() == null ? null : resource.config().provider();
            if (provider != null) {
                providers.put(resource.address(), provider);
            }
        }
        return providers;
    }

    private static List<String> join(PlannedResource resource, List<String> dependencies,
            SequencedSet<String> possible) {
        if (possible.isEmpty()) {
            return dependencies;
        }
        SequencedSet<String> all = new LinkedHashSet<>(dependencies);
        all.addAll(possible);
        all.remove(resource.address());
        return List.copyOf(all);
    }

    private static boolean isComplete(Place document) {
        Place complete = document.get("complete");
        return !document.get("errored").isTrue() && (!complete.isPresent() || complete.isTrue())
                && document.get("deferred_changes").items().isEmpty();
    }

    private static void notices(Place document, FrontendOptions options, Problems problems) {
        if (document.get("errored").isTrue()) {
            problems.notice(document.get("errored"), "planning ended with an error, so resources may be missing");
        }
        Place complete = document.get("complete");
        if (complete.isPresent() && !complete.isTrue()) {
            problems.notice(complete, "the plan is not complete, so resources may be missing");
        }
        Place deferred = document.get("deferred_changes");
        if (!deferred.items().isEmpty()) {
            problems.notice(deferred, deferred.items().size() + " deferred changes are not looked at");
        }
        if (!options.parameters().isEmpty()) {
            problems.notice(document, "variables given in the request are ignored, the plan was made with its own");
        }
    }

}
