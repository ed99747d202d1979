package dev.rolewire.frontend.cloudformation;

import java.util.List;
import java.util.function.Supplier;

import dev.rolewire.frontend.cloudformation.include.SourceMap;
import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardVariable;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.source.SourceFile;
import dev.rolewire.source.Span;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.ScalarText;
import org.jspecify.annotations.Nullable;

/// One document on its way to the model: its parts, and the problems met so far.
final class Lowering {

    private final Scope scope;

    private final SourceFile source;

    private final Includes includes;

    private final Mapping root;

    private final GuardSpace guards;

    private final Budget budget;

    private final List<ModelProblem> problems;

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

    private final NestedStacks stacks;

    private final Outputs outputs;

    private boolean muted;

    /// Starts with a template, into which the files of the bundle are put that it
    /// includes.
    Lowering(Scope scope, SourceFile source, Mapping root) {
        this(scope, source, Includes.of(scope, source, root));
    }

    Lowering(Scope scope, SourceFile source, Includes includes) {
        this.scope = scope;
        this.muted = scope.foreign();
        this.source = source;
        this.includes = includes;
        this.root = includes.root();
        this.guards = scope.deployment().guards();
        this.budget = scope.deployment().budget();
        this.problems = scope.deployment().problems();
        scope.deployment().add(scope.prefix(), this);
        this.transforms = new Transforms(this.root, includes);
        this.alternatives = new Alternatives(this.guards, this.budget);
        this.texts = new Texts(this.budget, new EmbeddedDocuments());
        this.pseudoParameters = new PseudoParameters(scope);
        this.parameters = new Parameters(this.root.get("Parameters"), scope, this);
        this.comparison = new Comparison(scope.deployment(), this.alternatives, this.pseudoParameters);
        this.mappings = new Mappings(this, this.root.get("Mappings"));
        this.evaluator = new Evaluator(this);
        Loops loops = new Loops(this);
        this.resources = new Resources(this, loops);
        this.conditions = new Conditions(this);
        this.stacks = new NestedStacks(this);
        this.outputs = new Outputs(this);
        this.conditions.declare(loops.entries(this.root.get("Conditions"), Site.of(Pointer.ROOT.child("Conditions"))));
        this.resources.declare(this.root);
    }

    Scope scope() {
        return this.scope;
    }

    /// The document, what it includes in its place.
    Mapping root() {
        return this.root;
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

    NestedStacks stacks() {
        return this.stacks;
    }

    Outputs outputs() {
        return this.outputs;
    }

    SourceFile source() {
        return this.source;
    }

    List<ModelProblem> problems() {
        return this.problems;
    }

    Origin origin(Node node, Site site) {
        return origin(node.span(), site.pointer());
    }

    /// Where something is written.
    /// @param span its place as the nodes have it
    /// @param pointer its path from the root of the template
    Origin origin(Span span, Pointer pointer) {
        return this.includes.sources().origin(span, pointer);
    }

    /// The text of a scalar, each character of which knows its place in the file that it
    /// stands in.
    ScalarText written(Scalar scalar) {
        SourceMap sources = this.includes.sources();
        return ScalarText.of(sources.source(scalar), sources.local(scalar));
    }

    /// The files that are put into the template.
    Includes includes() {
        return this.includes;
    }

    /// The free choice that a value is, or null.
    @Nullable GuardVariable variable(Value value) {
        return switch (value) {
            case Value.Unknown unknown when unknown.reason() == Reason.PARAMETER ->
                this.scope.deployment().variable(unknown.detail());
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
            Guard guard = this.guards.and(this.scope.guard(), site.guard());
            this.problems.add(new ModelProblem(kind, message, subject == null ? null : subject.address(),
                    subject == null ? null : subject.type(), site.propertyPath(), guard, target, origin));
        }
    }

    boolean isMuted() {
        return this.muted;
    }

    /// The guard of a condition that is named, what is wrong in it being reported
    /// elsewhere.
    Guard conditionAgain(Node node, Site site) {
        return muted(() -> this.conditions.named(node, site));
    }

    /// Lowers a node that is lowered at another time as well, without reporting what is
    /// wrong in it twice.
    Value lowerAgain(Node node, Site site) {
        return muted(() -> this.evaluator.lower(node, site));
    }

    /// Does something without reporting what is wrong, because that is reported at
    /// another time.
    <T> T muted(Supplier<T> action) {
        boolean before = this.muted;
        this.muted = true;
        T result = action.get();
        this.muted = before;
        return result;
    }

    /// Does something and reports what is wrong, even when that is asked for only in
    /// passing.
    void always(Runnable action) {
        boolean before = this.muted;
        this.muted = this.scope.foreign();
        action.run();
        this.muted = before;
    }

    /// The type of the resource that an address means, in whichever template of the
    /// deployment; null when it is not known.
    @Nullable String typeOf(String address) {
        Lowering owner = this.scope.deployment().owner(address);
        return owner == null ? null : owner.resources.typeOf(owner.scope.nameOf(address));
    }

    /// What is written as a property of a resource, in whichever template of the
    /// deployment: absent when nothing is,
    /// null when it cannot be told.
    @Nullable Value propertyOf(String address, String property) {
        Lowering owner = this.scope.deployment().owner(address);
        return owner == null ? null : owner.resources.propertyOf(owner.scope.nameOf(address), property);
    }

    /// The path of a role or instance profile, in whichever template of the deployment;
    /// null when it cannot be told.
    @Nullable Value pathOf(String address) {
        Lowering owner = this.scope.deployment().owner(address);
        return owner == null ? null : owner.resources.pathOf(owner.scope.nameOf(address));
    }

}
