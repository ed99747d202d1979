package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import org.jspecify.annotations.Nullable;

/// The resources that a template declares, before they are lowered: what their names and types are.
final class Resources {

    /// How many paths may lead to each other.
    private static final int MAX_PATHS = 8;

    private final Lowering lowering;

    private final Loops loops;

    private final SequencedMap<String, Loops.Entry> declared = new LinkedHashMap<>();

    private final Map<String, Value> paths = new HashMap<>();

    private final Set<String> pathsInWork = new HashSet<>();

    private final List<String> makers = new ArrayList<>();

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
                if (makesOthers(entry.node())) {
                    this.makers.add(name);
                }
            }
        });
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

    boolean contains(String name) {
        return this.declared.containsKey(name);
    }

    /// The type of a resource; null when it is not known or the resource is not.
    @Nullable String typeOf(String name) {
        Loops.Entry entry = this.declared.get(name);
        return entry != null && entry.node() instanceof Mapping mapping && mapping.get("Type") instanceof Scalar type
                && Call.of(type) == null ? Loops.substitute(type.text(), entry.site().bindings()) : null;
    }

    /// Whether a name that the template does not declare may come to be before
    /// CloudFormation reads it.
    boolean mayBeAdded(String name) {
        boolean serverless = this.lowering.transforms().isServerless()
                && (name.startsWith("Serverless") || name.equals("CodeDeployServiceRole"));
        return !this.complete || this.lowering.transforms().mayAddNames() || serverless
                || this.makers.stream().anyMatch(name::startsWith);
    }

    /// The path of a role or instance profile, `/` when none is written; null when it
    /// cannot be told.
    @Nullable Value pathOf(String name) {
        Value known = this.paths.get(name);
        if (known != null) {
            return known;
        }
        Loops.Entry entry = this.declared.get(name);
        if (entry == null || !(entry.node() instanceof Mapping body) || this.pathsInWork.contains(name)
                || this.pathsInWork.size() >= MAX_PATHS) {
            return null;
        }
        this.pathsInWork.add(name);
        Value path = path(entry, body);
        this.pathsInWork.remove(name);
        if (path != null) {
            this.paths.put(name, path);
        }
        return path;
    }

    private @Nullable Value path(Loops.Entry entry, Mapping body) {
        Value root = Value.Literal.of("/", this.lowering.origin(entry.key(), entry.site()));
        Node properties = body.get("Properties");
        if (properties == null) {
            return root;
        }
        if (!(properties instanceof Mapping mapping) || Call.of(properties) != null
                || mapping.get(Call.TRANSFORM) != null) {
            return null;
        }
        Node node = mapping.get("Path");
        if (node == null) {
            return root;
        }
        Site site = entry.site().outsideProperties().argument("Properties").field("Path");
        return this.lowering.alternatives()
            .map(this.lowering.lowerAgain(node, site), root.origin(),
                    (each) -> each instanceof Value.Absent ? root : each);
    }

}
