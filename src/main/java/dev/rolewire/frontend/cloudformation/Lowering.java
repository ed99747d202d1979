package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.List;

import dev.rolewire.frontend.FrontendOptions;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardVariable;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// One document on its way to the model: its parts, and the problems met so far.
final class Lowering {

    private final SourceFile source;

    private final GuardSpace guards = new GuardSpace();

    private final Budget budget = new Budget(Budget.DEFAULT);

    private final List<ModelProblem> problems = new ArrayList<>();

    private final Uses uses = new Uses(this);

    private final FunctionCheck functions = new FunctionCheck(this);

    private final Transforms transforms;

    private final Alternatives alternatives;

    private final Texts texts;

    private final PseudoParameters pseudoParameters;

    private final Parameters parameters;

    private final Comparison comparison;

    private final Mappings mappings;

    private final Evaluator evaluator;

    private final Conditions conditions;

    private final Resources resources;

    private boolean muted;

    Lowering(SourceFile source, Mapping root, FrontendOptions options) {
        this.source = source;
        this.transforms = new Transforms(root);
        this.alternatives = new Alternatives(this.guards, this.budget);
        this.texts = new Texts(this.budget, new EmbeddedDocuments(source));
        this.pseudoParameters = new PseudoParameters(options, this.guards);
        this.parameters = new Parameters(root.get("Parameters"), options, this.guards, this.budget, this.alternatives);
        this.comparison = new Comparison(this.guards, this.budget, this.alternatives, this.parameters,
                this.pseudoParameters);
        this.mappings = new Mappings(this, root.get("Mappings"));
        this.evaluator = new Evaluator(this);
        Loops loops = new Loops(this);
        this.resources = new Resources(this, loops);
        this.conditions = new Conditions(this,
                loops.entries(root.get("Conditions"), Site.of(Pointer.ROOT.child("Conditions"))));
        this.resources.declare(root);
    }

    GuardSpace guards() {
        return this.guards;
    }

    Budget budget() {
        return this.budget;
    }

    Transforms transforms() {
        return this.transforms;
    }

    Alternatives alternatives() {
        return this.alternatives;
    }

    Texts texts() {
        return this.texts;
    }

    PseudoParameters pseudoParameters() {
        return this.pseudoParameters;
    }

    Parameters parameters() {
        return this.parameters;
    }

    Comparison comparison() {
        return this.comparison;
    }

    Mappings mappings() {
        return this.mappings;
    }

    Evaluator evaluator() {
        return this.evaluator;
    }

    Conditions conditions() {
        return this.conditions;
    }

    /// What calls are refused.
    FunctionCheck functions() {
        return this.functions;
    }

    /// Which resource uses which.
    Uses uses() {
        return this.uses;
    }

    Resources resources() {
        return this.resources;
    }

    SourceFile source() {
        return this.source;
    }

    List<ModelProblem> problems() {
        return this.problems;
    }

    Origin origin(Node node, Site site) {
        return new Origin(this.source, node.span(), site.pointer());
    }

    /// The free choice that a value is, or null.
    @Nullable GuardVariable variable(Value value) {
        return switch (value) {
            case Value.Unknown unknown when unknown.reason() == Reason.PARAMETER ->
                this.parameters.variable(unknown.detail());
            case Value.Reference reference when PseudoParameters.claims(reference.address()) ->
                this.pseudoParameters.variable(reference.address());
            case Value.Unknown _, Value.Reference _, Value.Literal _, Value.Concat _, Value.Choice _, Value.ListValue _,
                    Value.ObjectValue _, Value.Absent _ ->
                null;
        };
    }

    void problem(ModelProblem.Kind kind, String message, Site site, Node node) {
        problem(kind, message, site, origin(node, site));
    }

    void problem(ModelProblem.Kind kind, String message, Site site, Origin origin) {
        problem(kind, message, site, null, origin);
    }

    /// Reports what is wrong.
    /// @param target the name that it is about, or null
    void problem(ModelProblem.Kind kind, String message, Site site, @Nullable String target, Origin origin) {
        Subject subject = site.subject();
        if (!this.muted) {
            this.problems.add(new ModelProblem(kind, message, subject == null ? null : subject.address(),
                    subject == null ? null : subject.type(), site.propertyPath(), site.guard(), target, origin));
        }
    }

    void problem(ModelProblem problem) {
        this.problems.add(problem);
    }

    boolean isMuted() {
        return this.muted;
    }

    /// The guard of a condition that is named, what is wrong in it being reported
    /// elsewhere.
    Guard conditionAgain(Node node, Site site) {
        boolean before = this.muted;
        this.muted = true;
        Guard guard = this.conditions.named(node, site);
        this.muted = before;
        return guard;
    }

    /// Lowers a node that is lowered at another time as well, without reporting what is
    /// wrong in it twice.
    Value lowerAgain(Node node, Site site) {
        boolean before = this.muted;
        this.muted = true;
        Value value = this.evaluator.lower(node, site);
        this.muted = before;
        return value;
    }

}
