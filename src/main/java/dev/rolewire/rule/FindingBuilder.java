package dev.rolewire.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.rolewire.finding.Finding;
import dev.rolewire.finding.Severity;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Resource;
import dev.rolewire.remedy.Remedy;
import dev.rolewire.wiring.SlotAlternative;
import dev.rolewire.wiring.SlotUse;
import org.jspecify.annotations.Nullable;

/// Collects the parts of one finding.
///
/// A finding whose guard cannot happen is dropped; an error that needs a value which the document does not foresee (no
/// default, no allowed value, a condition that cannot be evaluated) becomes a warning, because it may never happen. So does
/// one about a reference that a function may stand around.
public final class FindingBuilder {

    private final RuleContext context;

    private final RuleMetadata rule;

    private final List<Finding.Related> related = new ArrayList<>();

    private final List<Remedy> remedies = new ArrayList<>();

    private final List<SlotUse> uses = new ArrayList<>();

    private Severity severity;

    private String message = "";

    private String help;

    private @Nullable String deployError;

    private Finding.@Nullable Subject subject;

    private @Nullable Resource resource;

    private @Nullable Origin origin;

    private Guard guard = Guard.TRUE;

    private boolean bare = true;

    /// What makes two reports the same finding.
    record Key(String rule, Finding.@Nullable Subject subject, @Nullable String pointer, String message) {

    }

    FindingBuilder(RuleContext context, RuleMetadata rule) {
        this.context = context;
        this.rule = rule;
        this.severity = rule.defaultSeverity();
        this.help = rule.help();
    }

    /// Judges a slot; an error makes the slot broken.
    public FindingBuilder at(SlotUse use, Origin origin) {
        this.uses.add(use);
        return at(use.resource(), use.property(), origin);
    }

    /// Judges the kind or form of one value of a slot. One of which a function that is
    /// not
    /// shown may make the right thing gives no error.
    public FindingBuilder at(SlotUse use, SlotAlternative alternative) {
        this.bare = !alternative.mayBeWrapped(use.slot());
        return at(use, alternative.origin()).under(alternative.guard());
    }

    /// Judges a property of a resource, or the resource itself when `property` is null.
    public FindingBuilder at(Resource resource, @Nullable String property, Origin origin) {
        this.resource = resource;
        this.subject = subject(resource.address(), resource.type(), property);
        this.origin = origin;
        return this;
    }

    /// Takes place, resource, guard and message of a problem of the document.
    public FindingBuilder at(ModelProblem problem) {
        this.origin = problem.origin();
        if (problem.address() != null) {
            String type = problem.type() == null ? "" : problem.type();
            this.subject = subject(problem.address(), type, problem.property());
        }
        return under(problem.guard()).message(problem.message());
    }

    private Finding.Subject subject(String address, String type, @Nullable String property) {
        return new Finding.Subject(address, type, property, this.context.labelOf(address));
    }

    public FindingBuilder severity(Severity severity) {
        this.severity = severity;
        return this;
    }

    public FindingBuilder message(String message) {
        this.message = message;
        return this;
    }

    /// Takes a message with placeholders.
    /// @param format as for [String#format]
    public FindingBuilder message(String format, Object first, Object... others) {
        Object[] arguments = new Object[others.length + 1];
        arguments[0] = first;
        System.arraycopy(others, 0, arguments, 1, others.length);
        return message(String.format(Locale.ROOT, format, arguments));
    }

    public FindingBuilder help(String help) {
        this.help = help;
        return this;
    }

    /// What AWS will answer, or null when no confirmed text is known.
    public FindingBuilder deployError(@Nullable String deployError) {
        this.deployError = deployError;
        return this;
    }

    public FindingBuilder related(String message, @Nullable String address, Origin origin) {
        this.related.add(new Finding.Related(message + construct(address), address, origin.location()));
        return this;
    }

    /// What mends it; may be called several times, the best way first.
    public FindingBuilder remedy(Remedy remedy) {
        this.remedies.add(remedy);
        return this;
    }

    /// When it happens.
    public FindingBuilder under(Guard guard) {
        this.guard = guard;
        return this;
    }

    /// Makes another slot broken too.
    public FindingBuilder breaks(SlotUse use) {
        this.uses.add(use);
        return this;
    }

    /// Hands the finding in.
    public void report() {
        boolean stays = this.resource != null && this.resource.change() == Resource.Change.UNCHANGED
                && this.rule.effect() == RuleMetadata.Effect.DEPLOYMENT;
        if (!stays && this.guard != Guard.FALSE) {
            this.context.report(this);
        }
    }

    Key key() {
        String pointer = this.subject == null && this.origin != null ? this.origin.location().toString() : null;
        return new Key(this.rule.id(), this.subject, pointer, this.message);
    }

    void widen(FindingBuilder other) {
        this.guard = this.context.guards().or(this.guard, other.guard);
        this.bare |= other.bare;
        List<Remedy> both = new ArrayList<>();
        for (int i = 0; i < Math.min(this.remedies.size(), other.remedies.size()); i++) {
            both.add(this.remedies.get(i).and(other.remedies.get(i)));
        }
        this.remedies.clear();
        this.remedies.addAll(both);
        other.uses.stream().filter((use) -> !this.uses.contains(use)).forEach(this.uses::add);
    }

    Optional<Finding> build() {
        if (this.resource != null && this.resource.maker() != null) {
            related("the transform makes `" + this.resource.address() + "` for this", this.resource.maker(),
                    this.resource.origin());
        }
        GuardSpace.Solution solution = this.context.guards().solve(this.context.reachable(this.guard)).orElse(null);
        if (solution == null) {
            return Optional.empty();
        }
        Severity judged = this.severity;
        if ((!solution.certain() || !this.bare) && judged == Severity.ERROR) {
            judged = Severity.WARNING;
        }
        if (judged == Severity.ERROR) {
            this.uses.forEach((use) -> this.context.markBroken(use, this.guard));
        }
        String key = this.resource == null ? null : this.resource.instanceKey();
        boolean applied = this.resource == null || this.resource.change() == Resource.Change.APPLIED;
        String told = this.message + construct(this.subject == null ? null : this.subject.address());
        return Optional.of(new Finding(this.rule.id(), judged, told, applied ? this.deployError : null, this.subject,
                this.origin == null ? null : this.origin.location(), uri(),
                this.origin == null ? null : this.origin.pointer().toString(), List.copyOf(this.related),
                new Finding.Witness(new LinkedHashMap<>(solution.assignment()), key), this.help, fixes(), null,
                fingerprint()));
    }

    /// What a program makes is mended in the program.
    private List<Finding.Fix> fixes() {
        if (this.subject != null && this.subject.label() != null) {
            return List.of();
        }
        return this.remedies.stream().flatMap((remedy) -> this.context.fix(remedy).stream()).toList();
    }

    /// What the people who write the program call a resource, to be put behind a message.
    private String construct(@Nullable String address) {
        String label = address == null ? null : this.context.labelOf(address);
        return label == null ? "" : " (construct `" + label + "`)";
    }

    /// The file that it is found in: a deployment may be written in several.
    private String uri() {
        return this.origin == null ? this.context.source().uri() : this.origin.source().uri();
    }

    private String fingerprint() {
        return Fingerprint.of(this.rule.id(), uri(), this.subject, this.message);
    }

}
