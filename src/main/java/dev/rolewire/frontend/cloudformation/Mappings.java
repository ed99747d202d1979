package dev.rolewire.frontend.cloudformation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

import dev.rolewire.model.Guard;
import dev.rolewire.model.GuardSpace;
import dev.rolewire.model.GuardVariable;
import dev.rolewire.model.ModelProblem;
import dev.rolewire.model.Origin;
import dev.rolewire.model.Pointer;
import dev.rolewire.model.Reason;
import dev.rolewire.model.Value;
import dev.rolewire.syntax.Mapping;
import dev.rolewire.syntax.Node;
import org.jspecify.annotations.Nullable;

/// `Fn::FindInMap` over the `Mappings` of a template.
final class Mappings {

    private static final String FUNCTION = "Fn::FindInMap";

    /// CloudFormation itself allows 200 keys.
    private static final int MAX_KEYS = 500;

    private final Lowering lowering;

    private final @Nullable Mapping section;

    /// The values met so far; many places look up the same one.
    private final Map<Node, Value> leaves = new IdentityHashMap<>();

    Mappings(Lowering lowering, @Nullable Node section) {
        this.lowering = lowering;
        this.section = section instanceof Mapping mapping ? mapping : null;
    }

    Value find(Call call, Site site) {
        Origin origin = this.lowering.origin(call.node(), site);
        Site inner = call.argumentSite(site);
        List<Node> arguments = call.arguments(3);
        if (arguments == null) {
            Value argument = this.lowering.evaluator().lower(call.argument(), inner);
            return Values.malformed(FUNCTION, List.of(argument), origin);
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            values.add(this.lowering.comparison()
                .spread(this.lowering.evaluator().lower(arguments.get(i), inner.argument(i))));
        }
        Value fallback = fallback(arguments, inner, origin);
        return this.lowering.alternatives()
            .mapUnder(values.getFirst(), site.guard(), origin,
                    (name, guard) -> new Lookup(values, fallback, site, call.node(), origin).in(name, guard));
    }

    private @Nullable Value fallback(List<Node> arguments, Site site, Origin origin) {
        if (arguments.size() < 4 || !(arguments.get(3) instanceof Mapping options)) {
            return null;
        }
        Node node = options.get("DefaultValue");
        return node == null ? null
                : this.lowering.evaluator().lower(node, site.argument(3).argument("DefaultValue")).at(origin);
    }

    /// One lookup.
    private final class Lookup {

        private final List<Value> arguments;

        private final @Nullable Value fallback;

        private final Site site;

        private final Node node;

        private final Origin origin;

        private Lookup(List<Value> arguments, @Nullable Value fallback, Site site, Node node, Origin origin) {
            this.arguments = arguments;
            this.fallback = fallback;
            this.site = site;
            this.node = node;
            this.origin = origin;
        }

        private Value in(Value name, Guard guard) {
            String text = Values.text(name);
            Mapping section = Mappings.this.section;
            if (text == null) {
                return Values.derived(FUNCTION, name, this.origin);
            }
            Node map = section == null ? null : section.get(text);
            if (map == null) {
                return missing("mapping `" + text + "` is not defined", guard, true);
            }
            Site at = Site.of(Pointer.ROOT.child("Mappings").child(text));
            return choose(new Level(map, at, "mapping `" + text + "`", guard, true), this.arguments.get(1),
                    (first) -> choose(first, this.arguments.get(2), (second) -> leaf(second.node(), second.site())));
        }

        private Value leaf(Node node, Site at) {
            Value known = Mappings.this.leaves.get(node);
            if (known == null) {
                known = Mappings.this.lowering.evaluator().lower(node, at);
                Mappings.this.leaves.put(node, known);
            }
            return known.at(this.origin);
        }

        private Value choose(Level level, Value key, Function<Level, Value> next) {
            if (!(level.node() instanceof Mapping map) || map.get(Call.TRANSFORM) != null
                    || Call.of(level.node()) != null) {
                return Value.Unknown.of(Reason.MACRO, level.path(), this.origin);
            }
            return Mappings.this.lowering.alternatives().mapUnder(key, level.guard(), this.origin, (each, guard) -> {
                String text = Values.text(each);
                if (text == null) {
                    return anyKey(map, level.under(guard), each, next);
                }
                Node found = map.get(text);
                return found == null ? missing(level.path() + " has no key `" + text + "`", guard, level.told())
                        : next.apply(level.down(text, found, guard));
            });
        }

        /// The value under a key that is not known: a choice over the keys of the map.
        private Value anyKey(Mapping map, Level level, Value key, Function<Level, Value> next) {
            GuardVariable variable = Mappings.this.lowering.variable(key);
            if (variable == null || map.entries().isEmpty() || map.entries().size() > MAX_KEYS
                    || !Mappings.this.lowering.budget().take(map.entries().size())) {
                return Values.derived(FUNCTION, key, this.origin);
            }
            SequencedMap<Object, Alternative> groups = new LinkedHashMap<>();
            GuardSpace guards = Mappings.this.lowering.guards();
            for (Mapping.Entry entry : map.entries()) {
                Guard guard = guards.equal(variable, entry.name());
                Guard reached = guards.and(level.guard(), guard);
                if (reached == Guard.FALSE) {
                    continue;
                }
                Level below = level.down(entry.name(), entry.value(), reached);
                Value value = next.apply(variable.kind() == GuardSpace.Kind.ENVIRONMENT ? below.untold() : below);
                String text = Values.text(value);
                groups.merge(text == null ? entry : text, new Alternative(guard, value),
                        (one, two) -> new Alternative(guards.or(one.guard(), two.guard()), one.value()));
            }
            List<Alternative> alternatives = new ArrayList<>(groups.sequencedValues());
            if (alternatives.isEmpty()) {
                return this.fallback != null ? this.fallback : Values.derived(FUNCTION, key, this.origin);
            }
            // a key that the map does not have stops the deployment, so the last
            // alternative needs no guard
            Value result = this.fallback != null ? this.fallback : alternatives.removeLast().value();
            for (Alternative alternative : alternatives.reversed()) {
                result = Mappings.this.lowering.alternatives()
                    .choice(alternative.guard(), alternative.value(), result, this.origin);
            }
            return result;
        }

        private Value missing(String message, Guard guard, boolean told) {
            if (this.fallback != null) {
                return this.fallback;
            }
            if (Mappings.this.lowering.transforms().mayAddNames()) {
                return Value.Unknown.of(Reason.MACRO, FUNCTION, this.origin);
            }
            if (told) {
                Mappings.this.lowering.problem(ModelProblem.Kind.UNDEFINED_REFERENCE, message, this.site.under(guard),
                        this.node);
            }
            return Value.Unknown.of(Reason.KNOWN_AFTER_APPLY, FUNCTION, this.origin);
        }

    }

    /// A map on the way down to a value.
    ///
    /// @param guard when it is looked into
    /// @param told whether what is missing is said: not where a Region that nobody named
    /// leads, many templates are made
    /// for some Regions only
    private record Level(Node node, Site site, String path, Guard guard, boolean told) {

        Level under(Guard reached) {
            return new Level(this.node, this.site, this.path, reached, this.told);
        }

        Level untold() {
            return new Level(this.node, this.site, this.path, this.guard, false);
        }

        Level down(String key, Node value, Guard reached) {
            return new Level(value, this.site.field(key), this.path + " key `" + key + "`", reached, this.told);
        }

    }

    private record Alternative(Guard guard, Value value) {

    }

}
