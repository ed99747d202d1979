package dev.rolewire.rule;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rolewire.finding.Finding;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.remedy.Fixer;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.source.SourceFile;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import dev.rolewire.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/// What a rule judges, and where its findings go. One context serves all rules on one document.
public final class RuleContext {

    private final SourceFile source;

    private final List<ModelProblem> problems;

    private final @Nullable Wiring wiring;

    private final GuardSpace guards;

    private final Fixer fixer;

    private final Map<FindingBuilder.Key, FindingBuilder> reported = new LinkedHashMap<>();

    /// By identity: a slot is hashed with all of its resource. Only looked up, so order
    /// does not matter.
    private final Map<SlotUse, Guard> broken = new IdentityHashMap<>();

    /// Makes a context.
    /// @param source the document
    /// @param problems what the parser and the front end met
    /// @param wiring the facts of the document, or null when it is of no known dialect
    /// @param fixer writes what rules say of how to mend their findings
    public RuleContext(SourceFile source, List<ModelProblem> problems, @Nullable Wiring wiring, Fixer fixer) {
        this.source = source;
        this.problems = problems;
        this.wiring = wiring;
        this.fixer = fixer;
        this.guards = wiring == null ? new GuardSpace() : wiring.template().guards();
    }

    public SourceFile source() {
        return this.source;
    }

    /// The problems of one kind, in the order that they were met.
    public List<ModelProblem> problems(ModelProblem.Kind kind) {
        return this.problems.stream().filter((problem) -> problem.kind() == kind).toList();
    }

    /// The facts of the document, or null when it is of no known dialect.
    public @Nullable Wiring wiring() {
        return this.wiring;
    }

    /// The identity slots of the document; none when it is of no known dialect.
    public List<SlotUse> slotUses() {
        return this.wiring == null ? List.of() : this.wiring.slotUses();
    }

    /// When a case under a guard can really happen: what the document asserts of its
    /// parameters must hold as well. What
    /// always happens needs no assertion.
    public Guard reachable(Guard guard) {
        return this.wiring == null || guard == Guard.TRUE ? guard
                : this.guards.and(guard, this.wiring.template().assumption());
    }

    /// What the program that makes the document calls a resource, or null.
    @Nullable String labelOf(String address) {
        return this.wiring == null ? null : this.wiring.template().labels().get(address);
    }

    /// Makes a finding break the slots that stand where a problem is.
    public void breakSlots(FindingBuilder finding, ModelProblem problem) {
        for (SlotUse use : slotUses()) {
            if (use.resource().address().equals(problem.address()) && use.property().equals(problem.property())) {
                finding.breaks(use);
            }
        }
    }

    public GuardSpace guards() {
        return this.guards;
    }

    /// What AWS answers to a mistake at a slot, with the document's own values filled in.
    /// @return null when no confirmed text is known
    public @Nullable String deployError(RuleMetadata rule, SlotUse use, SlotAlternative alternative) {
        return this.wiring == null ? null : DeployErrorText.of(this.wiring, rule.id(), use, alternative);
    }

    /// A remedy as edits, where it can be written.
    Optional<Finding.Fix> fix(Remedy remedy) {
        return this.fixer.fix(remedy);
    }

    /// Starts a finding.
    public FindingBuilder finding(RuleMetadata rule) {
        return new FindingBuilder(this, rule);
    }

    /// The findings of all rules that ran, in the order that they were reported.
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        this.reported.values().forEach((builder) -> builder.build().ifPresent(findings::add));
        return findings;
    }

    /// When a slot surely has an error.
    public Guard brokenWhen(SlotUse use) {
        return this.broken.getOrDefault(use, Guard.FALSE);
    }

    /// Takes a finding; one that was reported before under another guard gets both
    /// guards.
    void report(FindingBuilder builder) {
        FindingBuilder known = this.reported.putIfAbsent(builder.key(), builder);
        if (known != null) {
            known.widen(builder);
        }
    }

    void markBroken(SlotUse use, Guard guard) {
        this.broken.merge(use, guard, this.guards::or);
    }

}
