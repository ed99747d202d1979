package dev.rolewire.frontend.cloudformation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.frontend.cloudformation.serverless.ServerlessNames;
import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/// The resources that a template declares, before they are lowered: what their names and types are.
final class Resources {

    /// How many properties may lead to each other.
    private static final int MAX_WRITTEN = 8;

    /// How names start that SAM makes and that do not start with that of a resource.
    private static final List<String> SERVERLESS_PREFIXES = List.of("Serverless", "CodeDeployServiceRole",
            "ApiGatewayDomainName", "RecordSetGroup");

    /// CloudFormation's bound of a logical id.
    private static final String ROTATION_SCHEDULE = "AWS::SecretsManager::RotationSchedule";

    private static final int MAX_NAME = 255;

    private final Lowering lowering;

    private final Loops loops;

    private final SequencedMap<String, Loops.Entry> declared = new LinkedHashMap<>();

    /// The types of what the SAM transform may add, by logical id.
    private final Map<String, String> made = new HashMap<>();

    private final Map<String, Value> written = new HashMap<>();

    private final Map<String, Guard> conditions = new HashMap<>();

    private final Set<String> writtenInWork = new HashSet<>();

    private @Nullable Set<String> makers;

    private boolean complete = true;

    Resources(Lowering lowering, Loops loops) {
        this.lowering = lowering;
        this.loops = loops;
    }

    /// Reads the names, once.
    void declare(Mapping root) {
        Pointer pointer = Pointer.ROOT.child("Resources");
        Loops.Entries entries = this.loops.entries(root.get("Resources"), Site.of(pointer));
        this.complete = entries.complete();
        Set<String> reported = new HashSet<>();
        for (Scalar loop : entries.open()) {
            if (reported.add(loop.text())) {
                this.lowering.problem(ModelProblem.Kind.NOTICE,
                        "what `" + loop.text()
                                + "` runs over is not known for certain, so not all of its resources are looked at",
                        Site.of(pointer), loop);
            }
        }
        entries.byName().forEach((name, entry) -> {
            if (!name.equals(Call.TRANSFORM)) {
                this.declared.put(name, entry);
            }
        });
        if (this.complete && !this.lowering.transforms().mayAddNames() && this.lowering.transforms().isServerless()) {
            this.declared.forEach(this::addMade);
        }
    }

    private void addMade(String name, Loops.Entry entry) {
        String type = typeOf(name);
        if (type != null && entry.node() instanceof Mapping body) {
            ServerlessNames.of(name, type, body, (text) -> Loops.substitute(text, entry.site().bindings()))
                .forEach(this.made::putIfAbsent);
        }
    }

    /// Adds the names that a SAM template chooses for the queues of its events.
    private static void addChosenNames(Node node, Set<String> names) {
        switch (node) {
            case Scalar _ -> {
            }
            case Sequence sequence -> {
                for (Node item : sequence.items()) {
                    addChosenNames(item, names);
                }
            }
            case Mapping mapping -> {
                for (Mapping.Entry entry : mapping.entries()) {
                    if (entry.name().equals("QueueLogicalId") && entry.value() instanceof Scalar name
                            && !name.text().isEmpty()) {
                        names.add(name.text());
                    }
                    addChosenNames(entry.value(), names);
                }
            }
        }
    }

    /// Whether SAM, a module or a tool makes resources whose names start with that of a
    /// resource.
    private boolean makesOthers(Node body) {
        if (Call.of(body) != null) {
            return true;
        }
        Node kind = body instanceof Mapping mapping ? mapping.get("Type") : null;
        if (kind != null && Call.of(kind) != null) {
            return true;
        }
        if (!(body instanceof Mapping mapping) || !(kind instanceof Scalar type)) {
            return false;
        }
        return type.text().endsWith("::MODULE") || type.text().equals("AWS::CloudFormation::Module")
                || type.text().startsWith("AWS::Serverless::") || mapping.get("Connectors") != null;
    }

    Iterable<Loops.Entry> entries() {
        return this.declared.sequencedValues();
    }

    Set<String> declared() {
        return this.declared.keySet();
    }

    Loops.@Nullable Entry entry(String name) {
        return this.declared.get(name);
    }

    /// Whether the template has a resource, or the SAM transform may add it.
    boolean contains(String name) {
        return this.declared.containsKey(name) || this.made.containsKey(name);
    }

    /// Whether a name is one of a resource that the SAM transform may add.
    boolean mayBeMade(String name) {
        return !this.declared.containsKey(name) && this.made.containsKey(name);
    }

    /// What the `Condition` of a resource says of when it exists.
    Guard conditionOf(String name) {
        Guard known = this.conditions.get(name);
        if (known == null) {
            Loops.Entry entry = this.declared.get(name);
            if (entry == null) {
                return Guard.TRUE;
            }
            Node node = entry.node() instanceof Mapping body ? body.get("Condition") : null;
            // a loop that is not written out for all values may make the resource for
            // others as well
            Guard made = this.complete ? entry.site().guard() : Guard.TRUE;
            known = node == null ? made : this.lowering.guards()
                .and(made, this.lowering.conditionAgain(node, entry.site().outsideProperties()));
            this.conditions.put(name, known);
        }
        return known;
    }

    /// The type of a resource; null when it is not known or the resource is not.
    @Nullable String typeOf(String name) {
        Loops.Entry entry = this.declared.get(name);
        if (entry == null) {
            return this.made.get(name);
        }
        return entry.node() instanceof Mapping mapping && mapping.get("Type") instanceof Scalar type
                && Call.of(type) == null ? Loops.substitute(type.text(), entry.site().bindings()) : null;
    }

    /// Whether a name that the template does not declare may come to be before
    /// CloudFormation reads it.
    boolean mayBeAdded(String name) {
        return !this.complete || this.lowering.transforms().mayAddNames() || startsLikeAMaker(name);
    }

    private boolean startsLikeAMaker(String name) {
        Set<String> starts = makers();
        for (int end = 1; end <= Math.min(name.length(), MAX_NAME); end++) {
            if (starts.contains(name.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /// What names may start with that the template does not declare.
    private Set<String> makers() {
        Set<String> known = this.makers;
        if (known == null) {
            known = new HashSet<>();
            boolean serverless = this.lowering.transforms().isServerless();
            for (Loops.Entry entry : this.declared.sequencedValues()) {
                if (makesOthers(entry.node())) {
                    known.add(entry.name());
                }
                if (this.lowering.transforms().addsRotationStacks() && ROTATION_SCHEDULE.equals(typeOf(entry.name()))) {
                    known.add(entry.name() + "HostedRotationLambda");
                }
                if (serverless) {
                    addChosenNames(entry.node(), known);
                }
            }
            if (serverless) {
                known.addAll(SERVERLESS_PREFIXES);
            }
            this.makers = known;
        }
        return known;
    }

    /// The path of a role or instance profile, `/` when none is written; null when it
    /// cannot be told.
    @Nullable Value pathOf(String name) {
        Value path = propertyOf(name, "Path");
        Loops.Entry entry = this.declared.get(name);
        if (path == null || entry == null) {
            return null;
        }
        Value root = Value.Literal.of("/", this.lowering.origin(entry.key(), entry.site()));
        return this.lowering.alternatives()
            .map(path, root.origin(), (each) -> each instanceof Value.Absent ? root : each);
    }

    /// What is written as a property of a resource: absent when nothing is, null when it
    /// cannot be told.
    @Nullable Value propertyOf(String name, String property) {
        String key = name + "." + property;
        Value known = this.written.get(key);
        if (known != null) {
            return known;
        }
        Loops.Entry entry = this.declared.get(name);
        if (entry == null || !(entry.node() instanceof Mapping body) || this.writtenInWork.contains(key)
                || this.writtenInWork.size() >= MAX_WRITTEN) {
            return null;
        }
        this.writtenInWork.add(key);
        Value value = property(entry, body, property);
        this.writtenInWork.remove(key);
        if (value != null) {
            this.written.put(key, value);
        }
        return value;
    }

    private @Nullable Value property(Loops.Entry entry, Mapping body, String property) {
        Value none = new Value.Absent(this.lowering.origin(entry.key(), entry.site()));
        Node properties = body.get("Properties");
        if (properties == null) {
            return none;
        }
        if (!(properties instanceof Mapping mapping) || Call.of(properties) != null
                || mapping.get(Call.TRANSFORM) != null) {
            return null;
        }
        Node node = mapping.get(property);
        Site site = entry.site().outsideProperties().argument("Properties").field(property);
        return node == null ? none : this.lowering.lowerAgain(node, site);
    }

}
