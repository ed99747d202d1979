package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

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

    private final Map<ExportName, List<Candidate>> foreign = new HashMap<>();

    private final Set<BundleFile> opened = new HashSet<>();

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
        Guard meant = candidate.agreement() == ExportName.SAME || isNear(owner, user) ? output.exists()
                : this.deployment.guards()
                    .and(output.exists(), this.deployment.guards()
                        .opaque(owner.source().uri() + " exports " + Values.describe(name), Reason.IMPORT));
        return user.alternatives().choice(meant, value, unknown, origin);
    }

    /// Whether two templates are of one deployment or stand in one directory: then a name
    /// that agrees in what is written is meant.
    private static boolean isNear(Lowering owner, Lowering user) {
        return !owner.scope().foreign()
                || Bundle.directory(owner.source().uri()).equals(Bundle.directory(user.source().uri()));
    }

    private @Nullable Candidate find(Value value, Lowering user) {
        ExportName name = ExportName.of(value);
        if (!name.isWritten()) {
            return null;
        }
        List<Candidate> found = new ArrayList<>();
        for (Lowering own : this.deployment.lowerings()) {
            if (own != user) {
                own.outputs().exports().forEach((output, names) -> {
                    int agreement = names.stream().mapToInt(name::compare).max().orElse(ExportName.DIFFERENT);
                    found.add(new Candidate(own, output, agreement));
                });
            }
        }
        int best = found.stream().mapToInt(Candidate::agreement).max().orElse(ExportName.DIFFERENT);
        if (best < ExportName.ALIKE) {
            List<Candidate> known = this.foreign.get(name);
            if (known == null) {
                known = foreign(name);
                this.foreign.put(name, known);
            }
            found.addAll(known);
            best = found.stream().mapToInt(Candidate::agreement).max().orElse(ExportName.DIFFERENT);
        }
        int wanted = Math.max(best, ExportName.POSSIBLE);
        List<Candidate> nearest = found.stream().filter((each) -> each.agreement() == wanted).toList();
        return nearest.size() == 1 ? nearest.getFirst() : null;
    }

    /// The exports of other deployments whose names agree best; only they are looked
    /// into.
    private List<Candidate> foreign(ExportName name) {
        List<Candidate> found = new ArrayList<>();
        List<Exporters.Match> matches = this.exporters.matching(name)
            .stream()
            .filter((match) -> !this.deployment.isWrittenIn(match.export().file().source()))
            .toList();
        int best = matches.stream().mapToInt(Exporters.Match::agreement).max().orElse(ExportName.DIFFERENT);
        Set<String> outputs = new HashSet<>();
        for (Exporters.Match match : matches) {
            Exporters.Export export = match.export();
            boolean nearest = match.agreement() == best && outputs.add(export.stack() + "\n" + export.output());
            Lowering owner = nearest && outputs.size() <= 2 ? owner(export) : null;
            if (owner != null) {
                found.add(new Candidate(owner, export.output(), best));
            }
        }
        return found;
    }

    /// The stack that exports, lowered without a word.
    private @Nullable Lowering owner(Exporters.Export export) {
        BundleFile file = export.file();
        if (this.opened.add(file) && file.tree() instanceof Mapping root && this.exporters.take(file)) {
            StackSettings settings = this.exporters.settings(file);
            openAll(new Lowering(Scope.foreign(this.deployment, file, settings), file.source(), root));
        }
        return this.deployment.owner(export.stack());
    }

    private static void openAll(Lowering lowering) {
        lowering.stacks().all().forEach((stack) -> openAll(stack.lowering()));
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

}
