package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

import dev.rolewire.model.Guard;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import dev.rolewire.syntax.Scalar;
import dev.rolewire.syntax.Sequence;

/// The conditions of a template, evaluated to guards.
final class Conditions {

    /// Longer chains of conditions that name each other, in an order that makes each wait
    /// for the next, are given up.
    private static final int MAX_CHAIN = 100;

    private static final int MAX_DEPTH = 520;

    private static final int MAX_KEY = 500;

    private final Lowering lowering;

    private Map<String, Loops.Entry> declared = Map.of();

    private boolean open = true;

    private final Map<String, Guard> known = new HashMap<>();

    /// In the order in which they lead to each other.
    private final SequencedSet<String> running = new LinkedHashSet<>();

    private final Set<String> circular = new HashSet<>();

    private int depth;

    Conditions(Lowering lowering) {
        this.lowering = lowering;
    }

    /// Takes the conditions of the template. Until then nothing is known of any, which
    /// only the loops of the section
    /// itself can ask for.
    void declare(Loops.Entries section) {
        this.declared = section.byName();
        this.open = !section.complete();
    }

    /// Evaluates all, so that what is wrong in them is reported even when nothing uses
    /// them.
    void evaluateAll() {
        this.declared.keySet().forEach(this::guard);
    }

    /// The guard of a condition that a node names.
    Guard named(Node name, Site site) {
        if (!(name instanceof Scalar scalar) || Call.of(name) != null) {
            return opaque(name, site);
        }
        String text = Loops.substitute(scalar.text(), site.bindings());
        if (!this.declared.containsKey(text)) {
            if (!this.open && !this.lowering.transforms().mayAddNames()) {
                this.lowering.problem(ModelProblem.Kind.UNDEFINED_REFERENCE, "condition `" + text + "` is not defined",
                        site, name);
            }
            return this.lowering.guards().opaque(this.lowering.scope().address("condition " + text), Reason.MACRO);
        }
        if (this.running.contains(text)) {
            if (this.circular.add(text)) {
                this.lowering.problem(ModelProblem.Kind.CYCLIC_REFERENCE, circle(text), site, name);
            }
            return this.lowering.guards().opaque(this.lowering.scope().address("condition " + text), Reason.MACRO);
        }
        return guard(text);
    }

    /// What is wrong when a condition comes up that is being evaluated.
    private String circle(String name) {
        List<String> way = new ArrayList<>(this.running);
        way.subList(0, way.indexOf(name)).clear();
        way.add(name);
        return way.size() == 2 ? "condition `" + name + "` refers to itself, but a condition must be made of others"
                : "conditions are made of each other: `" + String.join("` -> `", way) + "`";
    }

    private Guard guard(String name) {
        Guard done = this.known.get(name);
        if (done != null) {
            return done;
        }
        Loops.Entry entry = this.declared.get(name);
        if (entry == null || this.running.size() >= MAX_CHAIN) {
            return Guard.EXHAUSTED;
        }
        this.running.add(name);
        Site site = entry.site().outsideProperties();
        this.lowering.functions().condition(entry.node(), entry.name(), site);
        Guard guard = evaluate(entry.node(), site);
        this.running.remove(name);
        this.known.put(name, guard);
        return guard;
    }

    /// The guard of a condition expression.
    /// When an assertion of the `Rules` section holds.
    Guard assertion(Node node, Site site) {
        return evaluate(node, site);
    }

    private Guard evaluate(Node node, Site site) {
        if (this.depth >= MAX_DEPTH) {
            return Guard.EXHAUSTED;
        }
        this.depth++;
        Guard guard = expression(node, site);
        this.depth--;
        return guard;
    }

    private Guard expression(Node node, Site site) {
        Call call = Call.ofCondition(node);
        if (call == null) {
            return opaque(node, site);
        }
        this.lowering.functions().check(call, site);
        Site inner = call.argumentSite(site);
        return switch (call.name()) {
            // SAM's transform writes the name in two wrappings
            case "Condition" ->
                Call.isCondition(call.argument()) ? evaluate(call.argument(), inner) : named(call.argument(), inner);
            case "Fn::Equals" -> equal(call, inner);
            case "Fn::And" -> all(call, inner, true);
            case "Fn::Or" -> all(call, inner, false);
            case "Fn::Not" -> not(call, inner);
            case "Fn::Contains" -> contains(call, inner);
            default -> opaque(node, site);
        };
    }

    private Guard equal(Call call, Site site) {
        List<Node> sides = call.arguments(2);
        if (sides == null) {
            return opaque(call.node(), site);
        }
        return this.lowering.comparison()
            .equal(this.lowering.evaluator().lower(sides.get(0), site.argument(0)),
                    this.lowering.evaluator().lower(sides.get(1), site.argument(1)),
                    this.lowering.scope().address(key(call.node(), site)));
    }

    /// `Fn::Contains` of the `Rules` section: a list of texts holds a value.
    private Guard contains(Call call, Site site) {
        List<Node> sides = call.arguments(2);
        if (sides == null || !(sides.get(0) instanceof Sequence list)) {
            return opaque(call.node(), site);
        }
        Value value = this.lowering.evaluator().lower(sides.get(1), site.argument(1));
        Guard result = Guard.FALSE;
        for (int i = 0; i < list.items().size(); i++) {
            Value item = this.lowering.evaluator().lower(list.items().get(i), site.argument(0).argument(i));
            Guard same = this.lowering.comparison()
                .equal(item, value, this.lowering.scope().address(key(call.node(), site) + i));
            result = this.lowering.guards().or(result, same);
        }
        return result;
    }

    private Guard all(Call call, Site site, boolean and) {
        List<Node> members = call.arguments(1);
        if (members == null) {
            return opaque(call.node(), site);
        }
        Guard result = and ? Guard.TRUE : Guard.FALSE;
        for (int i = 0; i < members.size(); i++) {
            Guard member = evaluate(members.get(i), site.argument(i));
            result = and ? this.lowering.guards().and(result, member) : this.lowering.guards().or(result, member);
        }
        return result;
    }

    private Guard not(Call call, Site site) {
        List<Node> members = call.arguments(1);
        return members == null ? opaque(call.node(), site)
                : this.lowering.guards().not(evaluate(members.getFirst(), site.argument(0)));
    }

    private Guard opaque(Node node, Site site) {
        return this.lowering.guards().opaque(this.lowering.scope().address(key(node, site)), Reason.MACRO);
    }

    /// Names an expression: what reads the same is the same.
    private static String key(Node node, Site site) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        boolean whole = text.length() <= MAX_KEY;
        String key = whole ? text.toString() : "expression at " + node.span().start();
        return site.bindings().isEmpty() ? key : key + " " + site.bindings();
    }

    private static void write(Node node, StringBuilder text) {
        Call call = Call.ofCondition(node);
        if (text.length() > MAX_KEY) {
            return;
        }
        if (call != null) {
            text.append(call.name()).append('(');
            write(call.argument(), text);
            text.append(')');
            return;
        }
        switch (node) {
            case Scalar scalar -> text.append(scalar.text()).append(',');
            case Sequence sequence -> {
                text.append('[');
                sequence.items().forEach((item) -> write(item, text));
                text.append(']');
            }
            case Mapping mapping -> {
                text.append('{');
                mapping.entries().forEach((entry) -> {
                    text.append(entry.name()).append(':');
                    write(entry.value(), text);
                });
                text.append('}');
            }
        }
    }

}
