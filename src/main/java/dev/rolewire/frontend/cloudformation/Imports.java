package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

import dev.rolewire.frontend.Bundle;
import dev.rolewire.frontend.BundleFile;
import dev.rolewire.frontend.cloudformation.stack.StackSettings;
import dev.rolewire.model.Guard;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Resource;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import org.jspecify.annotations.Nullable;

/// What `Fn::ImportValue` yields in one deployment: the outputs that other stacks of the bundle export, or nested ones
/// of the same deployment.
final class Imports {

    private final Deployment deployment;

    private final Exporters exporters;

    private final SequencedMap<BundleFile, Lowering> opened = new LinkedHashMap<>();

    private final List<Value> used = new ArrayList<>();

    Imports(Deployment deployment, Exporters exporters) {
        this.deployment = deployment;
        this.exporters = exporters;
    }

    /// An export that may be meant.
    ///
    /// @param owner the template that exports
    /// @param output its output
    /// @param agreement how well its name agrees
    private record Candidate(Lowering owner, String output, int agreement) {

    }

    /// What an import yields.
    /// @param name the name of the export, without choices
    /// @param operands what the name is computed from
    /// @param user the template that imports
    Value value(Value name, List<Value.Reference> operands, Lowering user, Origin origin) {
        Value unknown = new Value.Unknown(Reason.IMPORT, Values.describe(name), operands, origin);
        Candidate candidate = find(name, user);
        Outputs.Output output = candidate == null ? null : candidate.owner().outputs().get(candidate.output());
        if (candidate == null || output == null || output.value() == null) {
            return unknown;
        }
        Lowering owner = candidate.owner();
        if (owner.scope().foreign()) {
            this.used.add(output.value());
        }
        Value value = user.stacks().moved(output.value(), origin);
        Guard meant = candidate.agreement() == ExportNames.SAME || isNear(owner, user) ? output.exists()
                : this.deployment.guards()
                    .and(output.exists(), this.deployment.guards()
                        .opaque(owner.source().uri() + " exports " + Values.describe(name)));
        return user.alternatives().choice(meant, value, unknown, origin);
    }

    /// Whether two templates are of one deployment or stand in one directory: then a name
    /// that agrees in what is written is meant.
    private static boolean isNear(Lowering owner, Lowering user) {
        return !owner.scope().foreign()
                || Bundle.directory(owner.source().uri()).equals(Bundle.directory(user.source().uri()));
    }

    private @Nullable Candidate find(Value name, Lowering user) {
        Search search = new Search(name);
        for (Lowering own : this.deployment.lowerings()) {
            if (own != user) {
                search.in(own);
            }
        }
        if (search.best < ExportNames.ALIKE) {
            for (BundleFile file : this.exporters.files()) {
                if (!this.deployment.isWrittenIn(file.source())) {
                    tree(file).forEach(search::in);
                }
            }
        }
        return search.found.size() == 1 ? search.found.getFirst() : null;
    }

    /// A stack of the bundle with all that is nested in it, lowered without a word.
    private List<Lowering> tree(BundleFile file) {
        Lowering root = this.opened.get(file);
        if (root == null && file.tree() instanceof Mapping mapping && this.exporters.take(file)) {
            StackSettings settings = this.exporters.settings(file);
            root = new Lowering(Scope.foreign(this.deployment, file, settings), file.source(), mapping);
            this.opened.put(file, root);
        }
        List<Lowering> all = new ArrayList<>();
        if (root != null) {
            addTree(root, all);
        }
        return all;
    }

    private static void addTree(Lowering lowering, List<Lowering> all) {
        all.add(lowering);
        for (NestedStack stack : lowering.stacks().all()) {
            addTree(stack.lowering(), all);
        }
    }

    /// The resources of other stacks that the values taken from them refer to, by
    /// address.
    SequencedMap<String, Resource> resources() {
        SequencedSet<String> addresses = new LinkedHashSet<>();
        this.used.forEach((value) -> addReferences(value, addresses));
        SequencedMap<String, Resource> resources = new LinkedHashMap<>();
        while (!addresses.isEmpty()) {
            String address = addresses.removeFirst();
            Lowering owner = this.deployment.owner(address);
            if (owner == null || !owner.scope().foreign() || resources.containsKey(address)
                    || !this.deployment.budget().take(1)) {
                continue;
            }
            Resource resource = new ResourceLowering(owner, owner.root()).lower(owner.scope().nameOf(address));
            if (resource != null) {
                resources.put(address, resource);
                addReferences(resource.properties(), addresses);
            }
        }
        return resources;
    }

    private static void addReferences(Value value, SequencedSet<String> addresses) {
        for (Value.Reference reference : Values.operands(List.of(value))) {
            addresses.add(reference.address());
        }
    }

    /// The search for the exports that agree best with one name.
    private static final class Search {

        private final Value name;

        private final List<Candidate> found = new ArrayList<>();

        private int best = ExportNames.POSSIBLE;

        private Search(Value name) {
            this.name = name;
        }

        private void in(Lowering owner) {
            owner.outputs().exports().forEach((output, names) -> {
                int agreement = names.stream()
                    .mapToInt((each) -> ExportNames.compare(this.name, each))
                    .max()
                    .orElse(ExportNames.DIFFERENT);
                if (agreement > this.best) {
                    this.found.clear();
                    this.best = agreement;
                }
                if (agreement == this.best) {
                    this.found.add(new Candidate(owner, output, agreement));
                }
            });
        }

    }

}
