package dev.rolewire.frontend.terraform.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.rolewire.frontend.terraform.plan.ConfigModule.Block;
import dev.rolewire.model.Resource.Change;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Scalar;
import org.jspecify.annotations.Nullable;

/// Collects the resource instances of a plan or state.
///
/// A plan shows them in three places, read in this order: `resource_changes` (what the plan does), `planned_values`
/// (what will be there, `-target` leaves it out of the changes), `prior_state` (what was there: data sources read while
/// planning, and everything of a `-refresh-only` plan).
final class PlanReader {

    private static final int MAX_MODULE_DEPTH = 64;

    /// Marks all of a value as secret.
    private static final Scalar SECRET = new Scalar("true", Scalar.Kind.BOOLEAN, Scalar.Style.PLAIN, Span.at(0), null);

    private final ModuleInstance root;

    private final Problems problems;

    private final PlannedResources resources = new PlannedResources();

    private final Set<String> removed = new HashSet<>();

    private final boolean whole;

    private boolean last;

    /// Starts to read.
    /// @param whole whether the document parsed to its end. Of one that did not, the last
    /// resource is taken for secret,
    /// since what marks its secrets may be missing, and planned values are left out,
    /// since the changes that tell what
    /// becomes of them may be
    PlanReader(ModuleInstance root, Problems problems, boolean whole) {
        this.root = root;
        this.problems = problems;
        this.whole = whole;
    }

    PlannedResources readPlan(PlanParts plan) {
        Place changes = plan.document().get("resource_changes");
        if (changes.isPresent() && !changes.isSequence()) {
            this.problems.unrecognised(changes, "`resource_changes` is " + changes.describe() + ", expected a list");
        }
        each(plan::changes, this::readChange);
        if (this.whole) {
            readValues(plan, "planned_values", true);
        }
        readValues(plan, "prior_state", false);
        return this.resources;
    }

    PlannedResources readState(PlanParts state) {
        readValues(state, "values", false);
        return this.resources;
    }

    private void readChange(Place entry) {
        Place change = entry.get("change");
        if (!entry.isMapping() || !change.isMapping()) {
            Place wrong = entry.isMapping() ? change : entry;
            String what = entry.isMapping() ? "`change`" : "an entry of `resource_changes`";
            this.problems.unrecognised(wrong.node() == null ? entry : wrong,
                    what + " is " + wrong.describe() + ", expected an object");
            return;
        }
        if (entry.get("deposed").isPresent()) {
            return;
        }
        String address = entry.get("address").text();
        String previous = entry.get("previous_address").text();
        if (previous != null && !previous.equals(address)) {
            this.removed.add(previous);
        }
        Effect effect = effect(entry, change);
        if (effect == Effect.REMOVED) {
            if (address != null) {
                this.removed.add(address);
            }
            return;
        }
        Place after = change.get("after");
        if (after.isPresent() && !after.isMapping()) {
            this.problems.unrecognised(after, "`after` is " + after.describe() + ", expected an object");
        }
        add(entry, after, change.get("after_unknown"), secret(change.get("after_sensitive")), effect, false);
    }

    /// What a change does to its resource.
    enum Effect {

        APPLIED, UNCHANGED, REMOVED

    }

    private Effect effect(Place entry, Place change) {
        Place actions = change.get("actions");
        List<String> names = new ArrayList<>(2);
        for (Place action : actions.items()) {
            String name = action.text();
            if (name != null) {
                names.add(name);
            }
        }
        Effect effect = effect(names);
        if (effect != null) {
            return effect;
        }
        this.problems.unrecognised(actions.node() == null ? entry : actions, "`actions` is " + actions.describe()
                + ", expected a list of `create`, `update`, `delete`, `no-op`, " + "`read` or `forget`");
        return change.get("after").isPresent() ? Effect.APPLIED : Effect.REMOVED;
    }

    /// What the actions of a change do together; null when none of them is known.
    static @Nullable Effect effect(List<String> actions) {
        if (actions.contains("create") || actions.contains("update")) {
            return Effect.APPLIED;
        }
        if (actions.contains("delete") || actions.contains("forget")) {
            return Effect.REMOVED;
        }
        return actions.contains("no-op") || actions.contains("read") ? Effect.UNCHANGED : null;
    }

    /// Goes through resources, and takes note when the last one is reached.
    private void each(Consumer<Consumer<Place>> all, Consumer<Place> reader) {
        Deque<Place> waiting = new ArrayDeque<>();
        this.last = false;
        all.accept((entry) -> {
            waiting.add(entry);
            if (waiting.size() > 1) {
                reader.accept(waiting.remove());
            }
        });
        this.last = true;
        waiting.forEach(reader);
    }

    private Place secret(Place marks) {
        return this.whole || !this.last ? marks : new Place(SECRET, marks.pointer());
    }

    private void readValues(PlanParts parts, String part, boolean planned) {
        each((receiver) -> parts.values(part, new PlanParts.ValuesReceiver() {
            @Override
            public void root(Place module) {
                if (module.isPresent() && !module.isMapping()) {
                    PlanReader.this.problems.unrecognised(module,
                            "`root_module` is " + module.describe() + ", expected an object");
                }
            }

            @Override
            public void resource(Place entry) {
                receiver.accept(entry);
            }
        }), (entry) -> readValue(entry, planned));
    }

    private void readValue(Place entry, boolean planned) {
        if (!entry.isMapping()) {
            this.problems.unrecognised(entry, "a resource is " + entry.describe() + ", expected an object");
            return;
        }
        String address = entry.get("address").text();
        if (address != null) {
            addStateDependencies(address, entry);
        }
        if (address == null || (!this.removed.contains(address) && !this.resources.contains(address))) {
            Place values = entry.get("values");
            if (values.isPresent() && !values.isMapping()) {
                this.problems.unrecognised(values, "`values` is " + values.describe() + ", expected an object");
            }
            if (values.isPresent() && !entry.get("deposed_key").isPresent()) {
                add(entry, values, Place.NOWHERE, secret(entry.get("sensitive_values")), Effect.UNCHANGED, planned);
            }
        }
    }

    private void add(Place entry, Place after, Place unknown, Place sensitive, Effect effect, boolean partial) {
        Place origin = entry.get("address");
        String address = origin.text();
        String type = entry.get("type").text();
        if (address == null || type == null) {
            String key = address == null ? "address" : "type";
            Place wrong = entry.get(key);
            this.problems.unrecognised(wrong.node() == null ? entry : wrong,
                    "`" + key + "` is " + wrong.describe() + ", expected a string");
            return;
        }
        ResourceAddress parsed = ResourceAddress.parse(address);
        if (parsed == null || parsed.modules().size() > MAX_MODULE_DEPTH || !parsed.block().type().equals(type)) {
            this.problems.unrecognised(origin,
                    "`address` is another text, expected the address of a resource of this type");
            return;
        }
        ModuleInstance module = this.root.descendant(parsed.modules());
        Block config = module.config().block(parsed.block());
        Change change = effect == Effect.APPLIED ? Change.APPLIED : Change.UNCHANGED;
        this.resources.add(new PlannedResource(
                new PlannedResource.Identity(address, module, config == null ? parsed.block() : config.name(),
                        parsed.key()),
                change, isAws(entry, type) || isRemoteState(entry, type), this.problems.origin(origin),
                new PlannedResource.Values(after, unknown.node(), sensitive.node()), partial, config));
    }

    private static boolean isAws(Place entry, String type) {
        String provider = entry.get("provider_name").text();
        return type.startsWith("aws_")
                && (provider == null || provider.equals("aws") || provider.endsWith("/aws") || provider.isEmpty());
    }

    /// Whether it reads another state, for which it may take a role; its outputs may be
    /// anything.
    private static boolean isRemoteState(Place entry, String type) {
        return type.equals("terraform_remote_state") && "data".equals(entry.get("mode").text());
    }

    private void addStateDependencies(String address, Place entry) {
        List<String> dependencies = new ArrayList<>();
        for (Place item : entry.get("depends_on").items()) {
            String text = item.text();
            if (text != null) {
                dependencies.add(text);
            }
        }
        ResourceAddress parsed = dependencies.isEmpty() ? null : ResourceAddress.parse(address);
        if (parsed != null) {
            this.resources.addStateDependencies(parsed.configurationAddress(), dependencies);
        }
    }

}
